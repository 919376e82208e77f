// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_sqrt = {
    .name = "sqrt",
    .category = "math",
    .doc = "Square root.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values { return {c.grad() * 0.5 / c.out()}; },
    .samples = [](Rng& rng) { return ops::unarySamples(rng, 0.2, 3); },
    .badSamples = [] { return ops::refusesIntegers("sqrt"); },
    .inPlace = {{0, 0}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
