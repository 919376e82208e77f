// SPDX-License-Identifier: Apache-2.0
#include "core/layers/pooling/common.h"

namespace ds {

extern const LayerSpec layer_adaptive_avg_pool2d = {
    .name = "AdaptiveAvgPool2d",
    .category = "pooling",
    .doc = "Mean over as many windows as the output has cells, whatever the size of the input.",
    .inputs = {{"x", "[N, C, H, W]"}},
    .outputs = {{"y"}},
    .attributes = layers::adaptivePoolAttributes(),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildAdaptivePool(b, c, "adaptive_avg_pool"); },
    .samples = layers::adaptivePoolSamples,
    .badSamples = layers::adaptivePoolBadSamples,
};

} // namespace ds
