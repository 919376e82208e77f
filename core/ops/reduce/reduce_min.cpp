// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_reduce_min = {
    .name = "reduce_min",
    .category = "reduce",
    .doc = "Smallest element over dimensions. Equal ones share the gradient.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = ops::reduceAttrs(),
    .infer = [](const InferCall& call) -> Inferred {
        Inferred inferred = ops::inferReduce(call);
        if (inferred && inferred->front().count() > 0 && call.in(0).count() == 0)
            return Error{phrase("Ops", "there is no element to choose among in %1").with({call.in(0).text()}), "", ""};
        return inferred;
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const Shape& full = c.in(0).shape();
        const Value best = ops::indicator(ops::call("equal", {c.in(0), ops::withKeptDims(c.out(), full, c.attrs)}), c.in(0).dtype());
        return {best * (ops::withKeptDims(c.grad(), full, c.attrs) / sum(best, c.attrs.ints("axes"), true))};
    },
    .samples = [](Rng& rng) { return ops::reduceSamples(rng); },
    .badSamples = [] { return ops::refusesAxes("reduce_min"); },

};

} // namespace ds
