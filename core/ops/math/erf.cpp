// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_erf = {
    .name = "erf",
    .category = "math",
    .doc = "The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {c.grad() * (2.0 / std::sqrt(std::numbers::pi)) * ops::call("exp", {-ops::call("square", {c.in(0)})})};
    },
    .samples = [](Rng& rng) { return ops::unarySamples(rng); },
    .badSamples = [] { return ops::refusesIntegers("erf"); },
    .inPlace = {{0, 0}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
