// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_tan = {
    .name = "tan",
    .category = "math",
    .doc = "Tangent of an angle in radians.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {c.grad() * (c.out() * c.out() + 1.0)}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng, -1.2, 1.2); },
    .badSamples = [] { return ops::refusesIntegers("tan"); },
    .inPlace = {{0, 0}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
