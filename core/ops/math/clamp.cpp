// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_clamp = {
    .name = "clamp",
    .category = "math",
    .doc = "Limits each element to the range from min to max. The derivative at the bounds is 1.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "min", .type = AttrType::Float, .fallback = -std::numeric_limits<double>::infinity(), .doc = "Lower bound."},
                   {.name = "max", .type = AttrType::Float, .fallback = std::numeric_limits<double>::infinity(), .doc = "Upper bound."}},
    .infer = [](const InferCall& call) -> Inferred {
        if (call.attrs.number("min") > call.attrs.number("max"))
            return Error{phrase("Ops", "the lower bound %1 is above the upper bound %2")
                             .with({attrText(call.attrs.number("min")), attrText(call.attrs.number("max"))}),
                         "", ""};
        return ops::inferSameNumber(call);
    },
    .vjp = [](GraphBuilder&, const GradCall& c) -> Values {
        const Value inside =
            ops::call("logical_and", {ops::call("greater_equal", {c.in(0), ops::scalarLike(c.in(0), c.attrs.number("min"))}),
                                      ops::call("less_equal", {c.in(0), ops::scalarLike(c.in(0), c.attrs.number("max"))})});
        return {c.grad() * ops::indicator(inside, c.in(0).dtype())};
    },
    .samples =
        [](Rng& rng) {
            std::vector<Sample> samples = ops::unarySamples(rng);
            samples.push_back({{ops::randomTensor(rng, {4, 2})}, {{"min", -0.5}, {"max", 1.0}}});
            return samples;
        },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}}), {{"min", 2.0}, {"max", 1.0}}, "clamp: the lower bound 2.0 is above the upper bound 1.0."}};
    },
    .inPlace = {{0, 0}},
    .anyLayout = true,
};

} // namespace ds
