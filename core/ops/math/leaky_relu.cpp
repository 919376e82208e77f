// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_leaky_relu = {
    .name = "leaky_relu",
    .category = "math",
    .doc = "x for x > 0, else slope * x.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "slope", .type = AttrType::Float, .fallback = 0.01, .doc = "Slope for x < 0."}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {c.grad() * ops::call("select", {ops::call("greater", {c.in(0), ops::scalarLike(c.in(0), 0)}), ops::scalarLike(c.in(0), 1),
                                                ops::scalarLike(c.in(0), c.attrs.number("slope"))})};
    },
    .samples =
        [](Rng& rng) {
            std::vector<Sample> samples = ops::unarySamples(rng);
            samples.push_back({{ops::randomTensor(rng, {4, 2})}, {{"slope", 0.2}}});
            return samples;
        },
    .badSamples = [] { return ops::refusesIntegers("leaky_relu"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
