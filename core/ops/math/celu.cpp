// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_celu = {
    .name = "celu",
    .category = "math",
    .doc = "max(0, x) + min(0, alpha * (exp(x / alpha) - 1)) (Barron, \"Continuously Differentiable Exponential Linear Units\").",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes =
        {{.name = "alpha", .type = AttrType::Float, .fallback = 1.0, .min = 1e-6, .doc = "The limit for x to minus infinity is -alpha."}},
    .infer = ops::inferSameFloat,
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        // x - relu(x) is min(x, 0) with derivative 1 at 0, and never overflows.
        const double alpha = c.attrs.number("alpha");
        const Value positive = ops::call("relu", {c.in(0)});
        return {positive + ops::call("expm1", {(c.in(0) - positive) / alpha}) * alpha};
    },
    .samples =
        [](Rng& rng) {
            std::vector<Sample> samples = ops::unarySamples(rng);
            samples.push_back({{ops::randomTensor(rng, {4, 2})}, {{"alpha", 0.7}}});
            return samples;
        },
    .badSamples = [] { return ops::refusesIntegers("celu"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
