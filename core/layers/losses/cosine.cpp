// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_cosine = {
    .name = "cosine",
    .doc = "1 minus the cosine of the angle between prediction and target along the last dimension: for embeddings.",
    .attributes = {},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        if (c.prediction.shape().rank() < 2)
            return {b.fail(phrase("Layers", "expects vectors [N, C], got %1").with({c.prediction.shape().text()}))};
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        const auto length = [&](Value v) { return b.op("sqrt", {sum(v * v, {-1}) + 1e-12}); };
        return {1 - sum(c.prediction * target, {-1}) / (length(c.prediction) * length(target))};
    },
    .metrics = {},
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({3, 4}), layers::f32({3, 4})}}, {{layers::f32({2, 3, 4}), layers::f32({2, 3, 4})}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({4}), layers::f32({4})}, {}, "expects vectors [N, C], got [4]."}};
    },
};

} // namespace ds
