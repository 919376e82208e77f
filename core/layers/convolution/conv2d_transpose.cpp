// SPDX-License-Identifier: Apache-2.0
#include "core/layers/convolution/common.h"

namespace ds {

extern const LayerSpec layer_conv2d_transpose = {
    .name = "Conv2dTranspose",
    .category = "convolution",
    .doc = "Transposed convolution over images [N, C, H, W]: the gradient of a convolution as a layer, for upsampling.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = layers::convAttributes(2, true),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildConvTranspose(b, c, 2); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {2, 3, 8, 8}}}, {{"filters", 4}, {"kernel", 3}, {"stride", 2}, {"padding", "same"}}}};
    },
};

} // namespace ds
