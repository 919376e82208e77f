// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_mean = {
    .name = "mean",
    .category = "reduce",
    .doc = "Mean over dimensions.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = ops::reduceAttrs(),
    .infer = [](const InferCall& call) -> Inferred {
        DS_TRY(ops::inferSameFloat(call));
        return ops::inferReduce(call);
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const double count = static_cast<double>(c.in(0).shape().count()) / static_cast<double>(c.out().shape().count());
        return {expandTo(ops::withKeptDims(c.grad() / count, c.in(0).shape(), c.attrs), c.in(0).shape())};
    },
    .samples = [](Rng& rng) { return ops::reduceSamples(rng); },
    .badSamples = [] { return ops::refusesAxes("mean"); },
    .precision = Precision::High,
};

} // namespace ds
