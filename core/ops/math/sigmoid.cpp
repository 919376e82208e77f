// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_sigmoid = {
    .name = "sigmoid",
    .category = "math",
    .doc = "1 / (1 + exp(-x)).",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {c.grad() * c.out() * (1.0 - c.out())}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("sigmoid"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
