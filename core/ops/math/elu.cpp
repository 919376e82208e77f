// SPDX-License-Identifier: Apache-2.0
#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_elu = {
    .name = "elu",
    .category = "math",
    .doc = "x for x > 0, else alpha * (exp(x) - 1).",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "alpha", .type = AttrType::Float, .fallback = 1.0, .doc = "The limit for x to minus infinity is -alpha."}},
    .infer = ops::inferSameFloat,
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        return {c.grad() * ops::call("select", {ops::call("greater", {c.in(0), ops::scalarLike(c.in(0), 0)}), ops::scalarLike(c.in(0), 1),
                                                c.out() + c.attrs.number("alpha")})};
    },
    .samples =
        [](Rng& rng) {
            std::vector<Sample> samples = ops::unarySamples(rng);
            samples.push_back({{ops::randomTensor(rng, {4, 2})}, {{"alpha", 0.7}}});
            return samples;
        },
    .badSamples = [] { return ops::refusesIntegers("elu"); },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
