// SPDX-License-Identifier: Apache-2.0
#include "core/layers/pooling/common.h"

namespace ds {

extern const LayerSpec layer_max_pool1d = {
    .name = "MaxPool1d",
    .category = "pooling",
    .doc = "Largest value of each window.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = layers::poolAttributes(),
    .build = [](LayerBuilder& b, const LayerCall& c) { return layers::buildPool(b, c, "max_pool", 1); },
    .samples = []() -> std::vector<LayerSample> {
        return {{{{DType::F32, {2, 3, 9}}}}, {{{DType::F32, {2, 3, 9}}}, {{"kernel", 3}, {"stride", 2}, {"padding", "1"}}}};
    },
};

} // namespace ds
