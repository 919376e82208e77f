// SPDX-License-Identifier: Apache-2.0
#include "core/ops/update.h"

namespace ds {

extern const OpSpec op_rmsprop = {
    .name = "rmsprop",
    .category = "optim",
    .doc = "RMSprop as torch.optim.RMSprop documents it (Hinton, lecture 6e): g = grad + weight_decay * param; s = alpha * s + (1 - alpha) "
           "* g^2; centered: a = alpha * a + (1 - alpha) * g, s - a^2 in place of s below; u = g / (sqrt(s) + epsilon); with velocity: "
           "velocity = momentum * velocity + u, param -= lr * velocity; without: param -= lr * u.",

    .inputs = {{"param"},
               {"grad"},
               {"square_average"},
               {"lr", "learning rate, f32[]"},
               {"velocity", {}, PortKind::Optional},
               {"gradient_average", "for centered", PortKind::Optional},
               ops::gradScalePort()},
    .outputs = {{"param"},
                {"square_average"},
                {"velocity", "if given", PortKind::Optional},
                {"gradient_average", "if given", PortKind::Optional}},
    .attributes = {{.name = "alpha", .type = AttrType::Float, .fallback = 0.99, .min = 0, .max = 1, .doc = "Decay of the averages."},
                   {.name = "epsilon", .type = AttrType::Float, .fallback = 1e-8, .min = 0, .doc = "Keeps divisions away from 0."},
                   {.name = "momentum", .type = AttrType::Float, .fallback = 0.0, .min = 0, .doc = "Factor of the velocity."},
                   {.name = "centered",
                    .type = AttrType::Bool,
                    .fallback = false,
                    .doc = "Divide by the spread of the gradient instead of its size."},
                   {.name = "weight_decay",
                    .type = AttrType::Float,
                    .fallback = 0.0,
                    .min = 0,
                    .doc = "Factor of the parameter that is added to its gradient."}},
    .infer = [](const InferCall& call) -> Inferred {
        if (call.attrs.number("momentum") != 0 && !call.has(4))
            return Error{phrase("Ops", "momentum needs the input \"velocity\""), "", ""};
        // Outputs are counted without gaps, so the average needs a velocity before it.
        if (call.attrs.boolean("centered") != call.has(5) || (call.has(5) && !call.has(4)))
            return Error{phrase("Ops", "centered goes with the inputs \"velocity\" and \"gradient_average\""), "", ""};
        return ops::inferUpdate(call, {.names = {"param", "grad", "square_average", "lr", "velocity", "gradient_average", "grad_scale"},
                                       .states = {2, 4, 5},
                                       .lr = 3});
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto lr = [](double value) { return Tensor::scalar(value); };
        const auto random = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        const auto positive = [&](const Shape& shape) { return ops::randomTensor(rng, shape, 0.5, 2); };
        const auto small = [&](const Shape& shape) { return ops::randomTensor(rng, shape, -0.3, 0.3); };
        return {{{random({3, 2}), random({3, 2}), positive({3, 2}), lr(0.1)}, {{"weight_decay", 0.1}}},
                {{random({4}), random({4}), positive({4}), lr(0.1), random({4})}, {{"momentum", 0.9}}},
                {{random({4}), random({4}), positive({4}), lr(0.1), random({4}), small({4})},
                 {{"momentum", 0.9}, {"centered", true}, {"alpha", 0.9}}},
                {{random({4}), random({4}), positive({4}), lr(0.1), random({4}), {}, Tensor::scalar(0.25)},
                 {{"momentum", 0.9}},
                 "scaled gradient"},
                {{random({0}), random({0}), positive({0}), lr(0.1)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {2}}, {DType::F32, {3}}, {DType::F32, {2}}, {DType::F32, {}}},
                 {},
                 "rmsprop: \"grad\" must be f32[2] like the parameter, got f32[3]."},
                {{{DType::F32, {2}}, {DType::F32, {2}}, {DType::F32, {2}}, {DType::F32, {}}},
                 {{"centered", true}},
                 "rmsprop: centered goes with the inputs \"velocity\" and \"gradient_average\"."}};
    },
    .constant = true,
    .inPlace = {{0, 0}, {1, 2}, {2, 4}, {3, 5}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
