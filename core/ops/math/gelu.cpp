// SPDX-License-Identifier: Apache-2.0
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
        return {ops::call("gelu_grad", {c.in(0), c.grad()}, c.attrs)};
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
