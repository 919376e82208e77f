// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_unsqueeze = {
    .name = "Unsqueeze",
    .category = "shape",
    .doc = "Puts in a dimension of size 1.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {layers::axisAttr(-1, "Where it stands afterwards, the batch being 0; -1: at the end.")},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        Shape x = c.in().shape();
        if (x.rank() >= Shape::maxRank)
            return {
                b.fail(phrase("Layers", "a tensor has at most %1 dimensions, got %2").with({std::to_string(Shape::maxRank), x.text()}))};
        const int axis = layers::innerAxis(b, c.attrs.integer("axis"), x.rank() + 1);
        if (axis < 0) return {{}};
        x.insert(axis, 1);
        return {reshape(c.in(), x)};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3})}}, {{layers::f32({2, 3})}, {{"axis", 1}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3})}, {{"axis", 0}}, "the axis 0 is the batch, which stays as it is. Use another axis."},
                {{layers::f32({2, 3})},
                 {{"axis", 4}},
                 "the axis 4 is outside of an input of 3 dimensions. The batch is 0; negative ones count from the end."}};
    },
};

} // namespace ds
