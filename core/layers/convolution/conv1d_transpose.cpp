// SPDX-License-Identifier: Apache-2.0
#include "core/layers/convolution/common.h"

namespace ds {

extern const LayerSpec layer_conv1d_transpose = {
    .name = "Conv1dTranspose",
    .category = "convolution",
    .doc = "Transposed convolution over sequences [N, C, L]: the gradient of a convolution as a layer, for upsampling.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = layers::convAttributes(1, true),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildConvTranspose(b, c, 1); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {2, 3, 9}}}, {{"filters", 4}, {"kernel", 3}, {"stride", 2}, {"padding", "same"}}}};
    },
};

} // namespace ds
