// SPDX-License-Identifier: Apache-2.0
#include "core/layers/normalisation/common.h"

namespace ds {

extern const LayerSpec layer_rms_norm = {
    .name = "RMSNorm",
    .category = "normalisation",
    .doc = "Divides each sample (each row) by its root mean square, then a learned scale (Zhang & Sennrich, 2019): a cheaper LayerNorm.",
    .inputs = {{"x", "[N, ..., C]"}},
    .outputs = {{"y"}},
    .attributes = {layers::axisAttr(-1, "First normalised dimension: from it to the last all count together."), layers::epsilonAttr(1e-6),
                   layers::learnedAttr("scale", true)},
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildTailNorm(b, c, "rms_norm"); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({3, 4})}}, {{layers::f32({2, 3, 4})}, {{"axis", -2}, {"scale", false}}}};
    },
    .badSamples = layers::tailNormBadSamples,
};

} // namespace ds
