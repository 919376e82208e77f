// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_log = {
    .name = "log",
    .category = "math",
    .doc = "Natural logarithm.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {c.grad() / c.in(0)}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng, 0.2, 3); },
    .badSamples = [] { return ops::refusesIntegers("log"); },
    .inPlace = {{0, 0}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
