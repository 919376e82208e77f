// SPDX-License-Identifier: Apache-2.0
#include "core/ops/update.h"

namespace ds {

extern const OpSpec op_adagrad = {
    .name = "adagrad",
    .category = "optim",
    .doc = "Adagrad as torch.optim.Adagrad documents it (Duchi et al., \"Adaptive Subgradient Methods\"): g = grad + weight_decay * param; "
           "sum += g^2; param -= lr / (1 + (step - 1) * lr_decay) * g / (sqrt(sum) + epsilon).",

    .inputs = {{"param"},
               {"grad"},
               {"sum", "of squares"},
               {"lr", "learning rate, f32[]"},
               {"step", "number of this update, counted from 1, i64[]"},
               ops::gradScalePort()},
    .outputs = {{"param"}, {"sum"}},
    .attributes = {{.name = "lr_decay",
                    .type = AttrType::Float,
                    .fallback = 0.0,
                    .min = 0,
                    .doc = "How fast the learning rate falls with the steps."},
                   {.name = "epsilon", .type = AttrType::Float, .fallback = 1e-10, .min = 0, .doc = "Keeps divisions away from 0."},
                   {.name = "weight_decay",
                    .type = AttrType::Float,
                    .fallback = 0.0,
                    .min = 0,
                    .doc = "Factor of the parameter that is added to its gradient."}},
    .infer = [](const InferCall& call) -> Inferred {
        return ops::inferUpdate(call, {.names = {"param", "grad", "sum", "lr", "step", "grad_scale"}, .states = {2}, .lr = 3, .step = 4});
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto lr = [](double value) { return Tensor::scalar(value); };
        const auto random = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        const auto positive = [&](const Shape& shape) { return ops::randomTensor(rng, shape, 0.5, 2); };
        const auto step = [](double value) { return Tensor::scalar(value, DType::I64); };
        return {
            {{random({3, 2}), random({3, 2}), positive({3, 2}), lr(0.1), step(3)}, {{"weight_decay", 0.1}, {"lr_decay", 0.2}}},
            {{random({2}), random({2}), Tensor::zeros({DType::F32, {2}}), lr(0.1), step(1)}},
            {{random({4}), random({4}), positive({4}), lr(0.1), step(2), Tensor::scalar(0.25)}, {{"weight_decay", 0.1}}, "scaled gradient"},
            {{random({0}), random({0}), positive({0}), lr(0.1), step(1)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {2}}, {DType::F32, {3}}, {DType::F32, {2}}, {DType::F32, {}}, {DType::I64, {}}},
                 {},
                 "adagrad: \"grad\" must be f32[2] like the parameter, got f32[3]."}};
    },
    .constant = true,
    .inPlace = {{0, 0}, {1, 2}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
