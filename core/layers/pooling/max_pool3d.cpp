// SPDX-License-Identifier: Apache-2.0
#include "core/layers/pooling/common.h"

namespace ds {

extern const LayerSpec layer_max_pool3d = {
    .name = "MaxPool3d",
    .category = "pooling",
    .doc = "Largest value of each window.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = layers::poolAttributes(),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildPool(b, c, "max_pool", 3); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {1, 2, 4, 4, 4}}}}, {{{DType::F32, {1, 2, 4, 4, 4}}}, {{"kernel", 3}, {"stride", 2}, {"padding", "1"}}}};
    },
};

} // namespace ds
