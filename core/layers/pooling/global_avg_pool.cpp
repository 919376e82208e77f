// SPDX-License-Identifier: Apache-2.0
#include "core/layers/pooling/common.h"

namespace ds {

extern const LayerSpec layer_global_avg_pool = {
    .name = "GlobalAvgPool",
    .category = "pooling",
    .doc = "Mean of each channel over all positions.",
    .inputs = {{"x", "[N, C, ...]"}},
    .outputs = {{"y", "[N, C], or [N, C, 1, ...] with keep_dims"}},
    .attributes = layers::globalPoolAttributes(),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildGlobalPool(b, c, "mean"); },
    .samples = layers::globalPoolSamples,
    .badSamples = layers::globalPoolBadSamples,
};

} // namespace ds
