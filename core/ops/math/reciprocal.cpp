// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_reciprocal = {
    .name = "reciprocal",
    .category = "math",
    .doc = "1 / x.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {-c.grad() * c.out() * c.out()}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng, 0.3, 3); },
    .badSamples = [] { return ops::refusesIntegers("reciprocal"); },
    .inPlace = {{0, 0}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
