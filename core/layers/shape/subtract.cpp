// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_subtract = {
    .name = "Subtract",
    .category = "shape",
    .doc = "Difference of its two inputs.",
    .inputs = {{"a"}, {"b"}},
    .outputs = {{"y"}},
    .attributes = {},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        (void)b;
        return {c.in(0) - c.in(1)};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3}), layers::f32({2, 3})}}, {{layers::f32({2, 3, 4}), layers::f32({2, 1, 4})}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3}), layers::f32({2, 4})},
                 {},
                 "the shapes [2, 3] and [2, 4] cannot be broadcast together. Sizes must be equal or 1, counted from the last dimension."}};
    },
};

} // namespace ds
