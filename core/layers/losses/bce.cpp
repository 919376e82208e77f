// SPDX-License-Identifier: Apache-2.0
#include "core/layers/losses/common.h"

namespace ds {

extern const LossSpec loss_bce = {
    .name = "bce",
    .doc = "Binary cross entropy of one score for each sample (or label) against 0 and 1, or anything between. Give it raw scores, not "
           "probabilities.",
    .attributes = {{.name = "pos_weight",
                    .type = AttrType::Float,
                    .fallback = 1.0,
                    .min = 0,
                    .max = 1e6,
                    .doc = "Factor on the loss where the target is 1."}},
    .build = [](LayerBuilder& b, const LossCall& c) -> LossTerms {
        const Value target = layers::targetLike(b, c);
        if (!target) return {};
        const double weight = c.attrs.number("pos_weight");
        if (weight == 1) return {layers::binaryCrossEntropy(b, c.prediction, target)};
        // (1 - y) x + (1 + (w - 1) y) softplus(-x)
        return {(1 - target) * c.prediction + (target * (weight - 1) + 1) * b.op("softplus", {-c.prediction})};
    },
    .metrics = {"accuracy"},
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({4, 1}), layers::i64({4})}},
                {{layers::f32({2, 3}), layers::f32({2, 3})}, {{"pos_weight", 3}}},
                {{layers::f32({3}), {DType::Bool, {3, 1}}}}};
    },
    .badSamples = layers::regressionBadSamples,
};

} // namespace ds
