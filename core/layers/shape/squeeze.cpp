// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_squeeze = {
    .name = "Squeeze",
    .category = "shape",
    .doc = "Takes out a dimension of size 1.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {layers::axisAttr(-1, "The dimension, the batch being 0; negative ones count from the end.")},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        Shape x = c.in().shape();
        const int axis = layers::innerAxis(b, c.attrs.integer("axis"), x.rank());
        if (axis < 0) return {{}};
        if (x[axis] != 1)
            return {b.fail(
                phrase("Layers", "dimension %1 of %2 has size %3, not 1").with({std::to_string(axis), x.text(), std::to_string(x[axis])}),
                phrase("Layers", "Use a Flatten or Reshape layer."))};
        x.erase(axis);
        return {reshape(c.in(), x)};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 1})}}, {{layers::f32({2, 1, 4})}, {{"axis", 1}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3})}, {}, "dimension 1 of [2, 3] has size 3, not 1. Use a Flatten or Reshape layer."}};
    },
};

} // namespace ds
