// SPDX-License-Identifier: Apache-2.0
#include "core/ops/update.h"

namespace ds {

extern const OpSpec op_lamb = {
    .name = "lamb",
    .category = "optim",
    .doc = "Layerwise adaptive rates (You et al., \"Large Batch Optimization for Deep Learning: Training BERT in 76 minutes\", no clipping "
           "of the norms): m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2; r = m / (1 - beta1^step) / (sqrt(v / (1 - "
           "beta2^step)) + epsilon) + weight_decay * param; param -= lr * |param| / |r| * r, with ratio 1 where a norm is 0. The norms are "
           "over the whole tensor.",

    .inputs = {{"param"},
               {"grad"},
               {"m", "0 before the first update"},
               {"v", "0 before the first update"},
               {"lr", "learning rate, f32[]"},
               {"step", "number of this update, counted from 1, i64[]"},
               ops::gradScalePort()},
    .outputs = {{"param"}, {"m"}, {"v"}},
    .attributes =
        {{.name = "beta1", .type = AttrType::Float, .fallback = 0.9, .min = 0, .max = 1, .doc = "Decay of the mean of gradients."},
         {.name = "beta2", .type = AttrType::Float, .fallback = 0.999, .min = 0, .max = 1, .doc = "Decay of the mean of their squares."},
         {.name = "epsilon", .type = AttrType::Float, .fallback = 1e-6, .min = 0, .doc = "Keeps divisions away from 0."},
         {.name = "weight_decay", .type = AttrType::Float, .fallback = 0.0, .min = 0, .doc = "Factor of the parameter in the update."}},
    .infer = [](const InferCall& call) -> Inferred {
        return ops::inferUpdate(call,
                                {.names = {"param", "grad", "m", "v", "lr", "step", "grad_scale"}, .states = {2, 3}, .lr = 4, .step = 5});
    },
    .samples = [](Rng& rng) -> std::vector<Sample> {
        const auto lr = [](double value) { return Tensor::scalar(value); };
        const auto random = [&](const Shape& shape) { return ops::randomTensor(rng, shape); };
        const auto positive = [&](const Shape& shape) { return ops::randomTensor(rng, shape, 0.5, 2); };
        const auto step = [](double value) { return Tensor::scalar(value, DType::I64); };
        return {{{random({3, 2}), random({3, 2}), random({3, 2}), positive({3, 2}), lr(0.1), step(3)}, {{"weight_decay", 0.1}}},
                {{Tensor::zeros({DType::F32, {4}}), random({4}), random({4}), positive({4}), lr(0.1), step(1)}, {}, "norm 0"},
                {{random({4}), random({4}), random({4}), positive({4}), lr(0.1), step(2), Tensor::scalar(0.25)}, {}, "scaled gradient"},
                {{random({0}), random({0}), random({0}), positive({0}), lr(0.1), step(1)}}};
    },
    .badSamples = []() -> std::vector<BadSample> {
        return {{{{DType::F32, {2}}, {DType::F32, {3}}, {DType::F32, {2}}, {DType::F32, {2}}, {DType::F32, {}}, {DType::I64, {}}},
                 {},
                 "lamb: \"grad\" must be f32[2] like the parameter, got f32[3]."}};
    },
    .constant = true,
    .inPlace = {{0, 0}, {1, 2}, {2, 3}},
    .precision = Precision::High,
    .anyLayout = true,
};

} // namespace ds
