// SPDX-License-Identifier: Apache-2.0
#include "core/layers/convolution/common.h"

namespace ds {

extern const LayerSpec layer_conv2d = {
    .name = "Conv2d",
    .category = "convolution",
    .doc = "Convolution over images [N, C, H, W].",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = layers::convAttributes(2, false),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildConv(b, c, 2); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {2, 3, 8, 8}}}, {{"filters", 4}, {"kernel", 3}}},
                {{{DType::F32, {2, 3, 8, 8}}}, {{"filters", 4}, {"kernel", 2}, {"stride", 2}, {"padding", "same"}, {"bias", false}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{{DType::F32, {4, 5}}}, {{"filters", 4}, {"kernel", 3}}, "expects a 4-D input [N, C, H, W], got [4, 5]."}};
    },
};

} // namespace ds
