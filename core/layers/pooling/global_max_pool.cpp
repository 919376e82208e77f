// SPDX-License-Identifier: Apache-2.0
#include "core/layers/pooling/common.h"

namespace ds {

extern const LayerSpec layer_global_max_pool = {
    .name = "GlobalMaxPool",
    .category = "pooling",
    .doc = "Largest value of each channel over all positions.",
    .inputs = {{"x", "[N, C, ...]"}},
    .outputs = {{"y", "[N, C], or [N, C, 1, ...] with keep_dims"}},
    .attributes = layers::globalPoolAttributes(),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildGlobalPool(b, c, "reduce_max"); },
    .samples = layers::globalPoolSamples,
    .badSamples = layers::globalPoolBadSamples,
};

} // namespace ds
