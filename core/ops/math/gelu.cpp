// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_gelu = {
    .name = "gelu",
    .category = "math",
    .doc =
        "x times the standard normal distribution function of x (Hendrycks & Gimpel, \"Gaussian Error Linear Units\"), exact or by tanh.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "approximate",
                    .type = AttrType::String,
                    .fallback = std::string("none"),
                    .choices = {"none", "tanh"},
                    .doc = "Exact, or the formula with tanh."}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const Value x = c.in(0);
        if (c.attrs.string("approximate") == "none") {
            const Value below = (ops::call("erf", {x * std::numbers::sqrt2 / 2.0}) + 1.0) * 0.5;
            const Value density = ops::call("exp", {ops::call("square", {x}) * -0.5}) * (1.0 / std::sqrt(2.0 * std::numbers::pi));
            return {c.grad() * (below + x * density)};
        }
        const double scale = std::sqrt(2.0 / std::numbers::pi), cubic = 0.044715;
        const Value square = ops::call("square", {x});
        const Value t = ops::call("tanh", {x * (square * cubic + 1.0) * scale});
        return {c.grad() * 0.5 * ((t + 1.0) + x * (1.0 - t * t) * (square * (3 * cubic) + 1.0) * scale)};
    },
    .samples =
        [](Rng& rng) {
            std::vector<Sample> samples = ops::unarySamples(rng);
            samples.push_back({{ops::randomTensor(rng, {4, 2})}, {{"approximate", "tanh"}}});
            return samples;
        },
    .badSamples = [] { return ops::refusesIntegers("gelu"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
