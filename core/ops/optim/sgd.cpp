// SPDX-License-Identifier: Apache-2.0
#include "core/ops/update.h"

namespace ds {

extern const OpSpec op_sgd = {
    .name = "sgd",
    .category = "optim",
    .doc = "Gradient descent with momentum, as torch.optim.SGD documents it (dampening 0): g = grad + weight_decay * param; v = momentum * "
           "velocity + g; param -= lr * (nesterov ? g + momentum * v : v). Without velocity: param -= lr * g.",

    .inputs = {{"param"},
               {"grad"},
               {"lr", "learning rate, f32[]"},
               {"velocity", "0 before the first update", PortKind::Optional},
               ops::gradScalePort()},
    .outputs = {{"param"}, {"velocity", "if given", PortKind::Optional}},
    .attributes = {{.name = "momentum", .type = AttrType::Float, .fallback = 0.0, .min = 0, .doc = "Factor of the velocity."},
                   {.name = "nesterov", .type = AttrType::Bool, .fallback = false, .doc = "Look ahead along the velocity."},
                   {.name = "weight_decay",
                    .type = AttrType::Float,
                    .fallback = 0.0,
                    .min = 0,
                    .doc = "Factor of the parameter that is added to its gradient."}},
    .infer = [](const InferCall& call) -> Inferred {
        if (call.attrs.number("momentum") != 0 && !call.has(3))
            return Error{phrase("Ops", "momentum needs the input \"velocity\""), "", ""};
        return ops::inferUpdate(call, {.names = {"param", "grad", "lr", "velocity", "grad_scale"}, .states = {3}, .lr = 2});
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto lr = [](double value) { return Tensor::scalar(value); };
        const auto random = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{random({3, 2}), random({3, 2}), lr(0.1)}, {{"weight_decay", 0.01}}},
                {{random({4}), random({4}), lr(0.1), random({4})}, {{"momentum", 0.9}}},
                {{random({4}), random({4}), lr(0.1), random({4})}, {{"momentum", 0.9}, {"nesterov", true}, {"weight_decay", 0.1}}},
                {{random({4}), random({4}), lr(0.1), {}, Tensor::scalar(0.25)}, {{"weight_decay", 0.1}}, "scaled gradient"},
                {{random({4}), random({4}), lr(0.1), random({4}), Tensor::scalar(0.25)}, {{"momentum", 0.9}}, "scaled gradient"},
                {{random({0}), random({0}), lr(0.1)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {
            {{{DType::F32, {2}}, {DType::F32, {3}}, {DType::F32, {}}}, {}, "sgd: \"grad\" must be f32[2] like the parameter, got f32[3]."},
            {{{DType::F32, {2}}, {DType::F32, {2}}, {DType::F32, {}}}, {{"momentum", 0.9}}, "sgd: momentum needs the input \"velocity\"."}};
    },
    .constant = true,
    .inPlace = {{0, 0}, {1, 3}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
