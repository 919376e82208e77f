// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_one_hot = {
    .name = "OneHot",
    .category = "shape",
    .doc = "1 at the place that each number names along a new last dimension, else 0; a number out of range gives zeros.",
    .inputs = {{"x", "whole numbers, [N] or [N, ...]"}},
    .outputs = {{"y", "[N, ..., classes]"}},
    .attributes =
        {{.name = "classes", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 24, .doc = "Size of the new dimension."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Value x = layers::wholeNumbers(b, c.in(), "numbers of classes");
        if (!x) return {{}};
        return {b.op("one_hot", {x}, {{"classes", c.attrs.integer("classes")}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::i64({4})}, {{"classes", 3}}}, {{{DType::U8, {2, 3}}}, {{"classes", 4}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {
            {{layers::f32({4})}, {{"classes", 3}}, "expects numbers of classes that are whole numbers, got f32[4]. Insert a Cast layer."}};
    },
};

} // namespace ds
