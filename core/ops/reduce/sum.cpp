// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_sum = {
    .name = "sum",
    .category = "reduce",
    .doc = "Sum over dimensions.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = ops::reduceAttrs(),
    .infer = ops::inferReduce,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {expandTo(ops::withKeptDims(c.grad(), c.in(0).shape(), c.attrs), c.in(0).shape())};
    },
    .samples = [](Rng& rng) { return ops::reduceSamples(rng); },
    .badSamples = [] { return ops::refusesAxes("sum"); },
    .precision = Precision::High,
};

} // namespace ds
