// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_add = {
    .name = "Add",
    .category = "shape",
    .doc = "Sum of its inputs: the end of a residual connection.",
    .inputs = {{.name = "x", .doc = "of one shape, or of shapes that broadcast", .kind = PortKind::Variadic}},
    .outputs = {{"y"}},
    .attributes = {},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        (void)b;
        Value y = c.in();
        for (std::size_t i = 1; i < c.inputs.size(); ++i) y = y + c.inputs[i];
        return {y};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3}), layers::f32({2, 3}), layers::f32({2, 3})}},
                {{layers::f32({2, 3, 4}), layers::f32({2, 1, 4})}},
                {{layers::f32({2, 3})}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3}), layers::f32({2, 4})},
                 {},
                 "the shapes [2, 3] and [2, 4] cannot be broadcast together. Sizes must be equal or 1, counted from the last dimension."}};
    },
};

} // namespace ds
