// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

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
        const int64_t elements = std::max<int64_t>(c.in(0).shape().count(), 1); // an empty tensor has no gradient to scale
        const double share = static_cast<double>(c.out().shape().count()) / static_cast<double>(elements);
        return {expandTo(ops::withKeptDims(c.grad() * share, c.in(0).shape(), c.attrs), c.in(0).shape())};
    },
    .samples = [](Rng& rng) { return ops::reduceSamples(rng); },
    .badSamples = [] { return ops::refusesAxes("mean"); },
    .precision = Precision::High,
};

} // namespace ds
