// SPDX-License-Identifier: Apache-2.0
#include "core/ops/update.h"

namespace ds {

extern const OpSpec op_lion = {
    .name = "lion",
    .category = "optim",
    .doc = "Evolved sign momentum (Chen et al., \"Symbolic Discovery of Optimization Algorithms\"): param -= lr * (sign(beta1 * m + (1 - "
           "beta1) * grad) + weight_decay * param); m = beta2 * m + (1 - beta2) * grad.",

    .inputs = {{"param"}, {"grad"}, {"m", "0 before the first update"}, {"lr", "learning rate, f32[]"}, ops::gradScalePort()},
    .outputs = {{"param"}, {"m"}},
    .attributes =
        {{.name = "beta1", .type = AttrType::Float, .fallback = 0.9, .min = 0, .max = 1, .doc = "Decay of the mean whose sign is taken."},
         {.name = "beta2", .type = AttrType::Float, .fallback = 0.99, .min = 0, .max = 1, .doc = "Decay of the stored mean."},
         {.name = "weight_decay", .type = AttrType::Float, .fallback = 0.0, .min = 0, .doc = "Factor of the parameter in the update."}},
    .infer = [](const InferCall& call) -> Inferred {
        return ops::inferUpdate(call, {.names = {"param", "grad", "m", "lr", "grad_scale"}, .states = {2}, .lr = 3});
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto lr = [](double value) { return Tensor::scalar(value); };
        const auto random = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        return {{{random({3, 2}), random({3, 2}), random({3, 2}), lr(0.1)}, {{"weight_decay", 0.1}}},
                {{random({1}), random({1}), random({1}), lr(0.1)}},
                {{random({4}), random({4}), random({4}), lr(0.1), Tensor::scalar(0.25)}, {}, "scaled gradient"},
                {{random({0}), random({0}), random({0}), lr(0.1)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {2}}, {DType::F32, {3}}, {DType::F32, {2}}, {DType::F32, {}}},
                 {},
                 "lion: \"grad\" must be f32[2] like the parameter, got f32[3]."}};
    },
    .constant = true,
    .inPlace = {{0, 0}, {1, 2}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
