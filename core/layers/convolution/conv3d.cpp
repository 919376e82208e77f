// SPDX-License-Identifier: Apache-2.0
#include "core/layers/convolution/common.h"

namespace ds {

extern const LayerSpec layer_conv3d = {
    .name = "Conv3d",
    .category = "convolution",
    .doc = "Convolution over volumes [N, C, D, H, W].",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = layers::convAttributes(3, false),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildConv(b, c, 3); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {1, 2, 5, 5, 5}}}, {{"filters", 4}, {"kernel", 3}}},
                {{{DType::F32, {1, 2, 5, 5, 5}}}, {{"filters", 4}, {"kernel", 2}, {"stride", 2}, {"padding", "same"}, {"bias", false}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{{DType::F32, {4, 5}}}, {{"filters", 4}, {"kernel", 3}}, "expects a 5-D input [N, C, D, H, W], got [4, 5]."}};
    },
};

} // namespace ds
