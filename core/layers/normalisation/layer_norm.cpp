// SPDX-License-Identifier: Apache-2.0
#include "core/layers/normalisation/common.h"

namespace ds {

extern const LayerSpec layer_layer_norm = {
    .name = "LayerNorm",
    .category = "normalisation",
    .doc = "Gives each sample (each row) mean 0 and variance 1, then a learned scale and offset (Ba et al., 2016).",
    .inputs = {{"x", "[N, ..., C]"}},
    .outputs = {{"y"}},
    .attributes = {layers::axisAttr(-1, "First normalised dimension: from it to the last all count together."), layers::epsilonAttr(1e-5),
                   layers::learnedAttr("scale", true), layers::learnedAttr("bias", true)},
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildTailNorm(b, c, "layer_norm"); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({3, 4})}},
                {{layers::f32({2, 3, 4})}, {{"axis", 1}, {"bias", false}}},
                {{layers::f32({2, 3, 4})}, {{"scale", false}, {"bias", false}, {"epsilon", 0.1}}}};
    },
    .badSamples = layers::tailNormBadSamples,
};

} // namespace ds
