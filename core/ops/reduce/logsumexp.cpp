// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_logsumexp = {
    .name = "logsumexp",
    .category = "reduce",
    .doc = "log of the sum of exp(x) over dimensions, without overflow.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = ops::reduceAttrs(),
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::inferSameFloat(call));
        return ops::inferReduce(call);
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        const Value largest = ops::call("reduce_max", {c.in(0)}, {{"axes", c.attrs.ints("axes")}, {"keep_dims", true}});
        // An infinite largest element cannot be taken off: inf - inf is not a number.
        const Value shift = ops::call("select", {ops::call("is_finite", {largest}), largest, ops::scalarLike(largest, 0)});
        const Value y = ops::call("log", {sum(ops::call("exp", {c.in(0) - shift}), c.attrs.ints("axes"), true)}) + shift;
        const std::vector<int> axes = ops::axesOf(c.attrs.ints("axes"), c.in(0).shape().rank()).value();
        return {reshape(y, ops::reducedShape(c.in(0).shape(), axes, c.attrs.boolean("keep_dims")))};
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {ops::withKeptDims(c.grad(), c.in(0).shape(), c.attrs) *
                ops::call("exp", {c.in(0) - ops::withKeptDims(c.out(), c.in(0).shape(), c.attrs)})};
    },
    .samples = [](Rng& rng) { return ops::reduceSamples(rng); },
    .badSamples = [] { return ops::refusesAxes("logsumexp"); },
    .precision = Precision::High,
};

} // namespace ds
