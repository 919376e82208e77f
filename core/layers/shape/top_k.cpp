// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_top_k = {
    .name = "TopK",
    .category = "shape",
    .doc = "The k largest (or smallest) values along one dimension, best first, and where they were.",
    .inputs = {{"x"}},
    .outputs = {{"values"}, {"indices", "i64"}},
    .attributes = {{.name = "k", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 24, .doc = "How many."},
                   layers::axisAttr(-1, "The dimension along which they are chosen."),
                   {.name = "largest", .type = AttrType::Bool, .fallback = true, .doc = "The largest, else the smallest."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const int axis = layers::innerAxis(b, c.attrs.integer("axis"), c.in().shape().rank());
        if (axis < 0) return Values(2);
        return b.ops("top_k", {c.in()}, {{"k", c.attrs.integer("k")}, {"axis", axis}, {"largest", c.attrs.boolean("largest")}});
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 5})}, {{"k", 2}}}, {{layers::f32({2, 4, 3})}, {{"k", 3}, {"axis", 1}, {"largest", false}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 5})}, {{"k", 6}}, "k is 6 but dimension 1 of f32[2, 5] is smaller."}};
    },
};

} // namespace ds
