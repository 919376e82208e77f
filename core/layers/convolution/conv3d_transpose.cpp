// SPDX-License-Identifier: Apache-2.0
#include "core/layers/convolution/common.h"

namespace ds {

extern const LayerSpec layer_conv3d_transpose = {
    .name = "Conv3dTranspose",
    .category = "convolution",
    .doc = "Transposed convolution over volumes [N, C, D, H, W]: the gradient of a convolution as a layer, for upsampling.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = layers::convAttributes(3, true),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildConvTranspose(b, c, 3); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {1, 2, 5, 5, 5}}}, {{"filters", 4}, {"kernel", 3}, {"stride", 2}, {"padding", "same"}}}};
    },
};

} // namespace ds
