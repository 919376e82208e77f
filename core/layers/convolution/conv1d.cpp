// SPDX-License-Identifier: Apache-2.0
#include "core/layers/convolution/common.h"

namespace ds {

extern const LayerSpec layer_conv1d = {
    .name = "Conv1d",
    .category = "convolution",
    .doc = "Convolution over sequences [N, C, L].",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = layers::convAttributes(1, false),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildConv(b, c, 1); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {2, 3, 9}}}, {{"filters", 4}, {"kernel", 3}}},
                {{{DType::F32, {2, 3, 9}}}, {{"filters", 4}, {"kernel", 2}, {"stride", 2}, {"padding", "same"}, {"bias", false}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{{DType::F32, {4, 5}}},
                 {{"filters", 4}, {"kernel", 3}},
                 "expects a 3-D input [N, C, L], got [4, 5]. Insert a Reshape layer that adds the channel."}};
    },
};

} // namespace ds
