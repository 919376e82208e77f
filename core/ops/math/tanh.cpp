// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_tanh = {
    .name = "tanh",
    .category = "math",
    .doc = "Hyperbolic tangent.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {c.grad() * (1.0 - c.out() * c.out())}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("tanh"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
