// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_slice = {
    .name = "Slice",
    .category = "shape",
    .doc = "A part along one dimension.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes =
        {layers::axisAttr(1, "The dimension, the batch being 0; negative ones count from the end."),
         {.name = "begin",
          .type = AttrType::Int,
          .fallback = int64_t{0},
          .min = -1e15,
          .max = 1e15,
          .doc = "First element; negative ones count from the end."},
         {.name = "end",
          .type = AttrType::Int,
          .fallback = int64_t{0},
          .min = -1e15,
          .max = 1e15,
          .doc = "One past the last; negative ones count from the end, 0: all the rest."},
         {.name = "step", .type = AttrType::Int, .fallback = int64_t{1}, .min = 1, .max = 1e15, .doc = "Distance of the elements."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        const int axis = layers::innerAxis(b, c.attrs.integer("axis"), x.rank());
        if (axis < 0) return {{}};
        const int64_t size = x[axis];
        int64_t begin = c.attrs.integer("begin"), end = c.attrs.integer("end");
        if (begin < 0) begin += size;
        if (end <= 0) end += size;
        if (begin < 0 || begin >= end || end > size)
            return {b.fail(phrase("Layers", "the part from %1 to %2 does not lie in dimension %3 of %4")
                               .with({std::to_string(c.attrs.integer("begin")), std::to_string(c.attrs.integer("end")),
                                      std::to_string(axis), x.text()}))};
        const auto at = static_cast<std::size_t>(axis);
        Ints first(static_cast<std::size_t>(x.rank())), last = x.vector(), step(static_cast<std::size_t>(x.rank()), 1);
        first[at] = begin;
        last[at] = end;
        step[at] = c.attrs.integer("step");
        return {b.op("slice", {c.in()}, {{"begin", first}, {"end", last}, {"step", step}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 5})}, {{"begin", 1}, {"end", -1}}},
                {{layers::f32({2, 3, 5})}, {{"axis", -1}, {"begin", -4}, {"step", 2}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 5})}, {{"begin", 3}, {"end", 7}}, "the part from 3 to 7 does not lie in dimension 1 of [2, 5]."}};
    },
};

} // namespace ds
