// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_kl_divergence = {
    .name = "kl_divergence",
    .doc = "Kullback-Leibler divergence of target probabilities from the softmax of scores, along dimension 1: sum of t (log t - "
           "log_softmax). For distillation and soft labels.",
    .attributes = {},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        if (c.prediction.shape().rank() < 2)
            return {b.fail(phrase("Layers", "expects scores [N, C, ...], got %1").with({c.prediction.shape().text()}))};
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        const Value tiny = b.graph().scalar(1e-30, target.dtype()); // t log t is 0 at 0
        const Value ownLog = b.op("log", {b.op("maximum", {target, tiny})});
        return {sum(target * (ownLog - b.op("log_softmax", {c.prediction}, {{"axis", 1}})), {1})};
    },
    .metrics = {},
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({4, 3}), layers::f32({4, 3})}}, {{layers::f32({2, 3, 2}), layers::f32({2, 3, 2})}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({4}), layers::f32({4})}, {}, "expects scores [N, C, ...], got [4]."}};
    },
};

} // namespace ds
