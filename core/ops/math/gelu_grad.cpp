// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "core/ops/common.h"

namespace ds {

extern const OpSpec op_gelu_grad = {
    .name = "gelu_grad",
    .category = "math",
    .doc = "The gradient of gelu: grad × (Φ(x) + x φ(x)), or the derivative of the formula with tanh.",
    .inputs = {{"x"}, {"grad"}},
    .outputs = {{"dx"}},
    .attributes = {{.name = "approximate",
                    .type = AttrType::String,
                    .fallback = std::string("none"),
                    .choices = {"none", "tanh"},
                    .doc = "As in gelu."}},
    .infer = [](const InferCall& call) -> Inferred {
        if (call.in(0) != call.in(1))
            return Error{phrase("Ops", "the input %1 and the gradient %2 must have one type").with({call.in(0).text(), call.in(1).text()}),
                         "", ""};
        return std::vector{call.in(0)};
    },
    .decompose = [](GraphBuilder&, const OpCall& c) -> Values {
        const Value x = c.in(0), grad = c.in(1);
        if (c.attrs.string("approximate") == "none") {
            const Value below = (ops::call("erf", {x * (std::numbers::sqrt2 / 2.0)}) + 1.0) * 0.5;
            const Value density = ops::call("exp", {ops::call("square", {x}) * -0.5}) * (1.0 / std::sqrt(2.0 * std::numbers::pi));
            return {grad * (below + x * density)};
        }
        const double scale = std::sqrt(2.0 / std::numbers::pi), cubic = 0.044715;
        const Value square = ops::call("square", {x});
        const Value t = ops::call("tanh", {x * (square * cubic + 1.0) * scale});
        return {grad * 0.5 * ((t + 1.0) + x * (1.0 - t * t) * (square * (3 * cubic) + 1.0) * scale)};
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        return {{{ops::randomTensor(rng, {3, 5}), ops::randomTensor(rng, {3, 5})}},
                {{ops::randomTensor(rng, {4}), ops::randomTensor(rng, {4})}, {{"approximate", "tanh"}}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{ops::f32s({{2}, {3}}), {}, "gelu_grad: the input f32[2] and the gradient f32[3] must have one type."}};
    },
    .inPlace = {{0, 1}},
    .anyLayout = true,
};

} // namespace ds
