// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_log1p = {
    .name = "log1p",
    .category = "math",
    .doc = "log(1 + x), exact for small x.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {c.grad() / (c.in(0) + 1.0)}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng, -0.7, 3); },
    .badSamples = [] { return ops::refusesIntegers("log1p"); },
    .inPlace = {{0, 0}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
