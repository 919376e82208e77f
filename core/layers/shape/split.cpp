// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_split = {
    .name = "Split",
    .category = "shape",
    .doc = "Cuts along one dimension into parts, each with an output of its own.",
    .inputs = {{"x"}},
    .outputs = {{"y", "one for each size", PortKind::Variadic}},
    .attributes = {layers::axisAttr(1, "The dimension, the batch being 0; negative ones count from the end."),
                   {.name = "sizes",
                    .type = AttrType::Ints,
                    .required = true,
                    .min = 1,
                    .max = 1LL << 40,
                    .doc = "Sizes of the parts; they add up to the dimension."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const int axis = layers::innerAxis(b, c.attrs.integer("axis"), c.in().shape().rank());
        if (axis < 0) return {{}};
        return b.ops("split", {c.in()}, {{"axis", axis}, {"sizes", c.attrs.ints("sizes")}});
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 5})}, {{"sizes", Ints{2, 3}}}}, {{layers::f32({2, 3, 4})}, {{"axis", -1}, {"sizes", Ints{1, 1, 2}}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 5})}, {{"sizes", Ints{2, 2}}}, "the sizes [2, 2] do not add up to dimension 1 of f32[2, 5]."}};
    },
};

} // namespace ds
