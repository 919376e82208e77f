// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_cos = {
    .name = "cos",
    .category = "math",
    .doc = "Cosine of an angle in radians.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {-c.grad() * ops::call("sin", {c.in(0)})}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("cos"); },
    .inPlace = {{0, 0}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
