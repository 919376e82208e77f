// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"
#include "core/layers/convolution/common.h"

namespace ds {

extern const LayerSpec layer_upsample = {
    .name = "Upsample",
    .category = "shape",
    .doc = "Makes images (or signals) larger by whole factors.",
    .inputs = {{"x", "[N, C, ...]"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "factor",
                    .type = AttrType::Ints,
                    .fallback = Ints{2},
                    .min = 1,
                    .max = 1024,
                    .doc = "How many times larger, one number or one for each dimension."},
                   {.name = "mode",
                    .type = AttrType::String,
                    .fallback = std::string("nearest"),
                    .choices = {"nearest", "linear"},
                    .doc = "Repeat each cell, or interpolate between them."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (!layers::expectsSpatial(b, x)) return {{}};
        Ints sizes = layers::perDimension(b, c.attrs, "factor", x.rank() - 2);
        for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] *= x[static_cast<int>(i) + 2];
        return {b.op("resize", {c.in()}, {{"sizes", sizes}, {"mode", c.attrs.string("mode")}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({1, 2, 2, 3})}},
                {{layers::f32({1, 2, 2, 3})}, {{"factor", Ints{1, 3}}, {"mode", "linear"}}},
                {{layers::f32({2, 2, 3})}, {{"factor", 3}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {
            {{layers::f32({2, 3})},
             {},
             "expects an input [N, C, ...] with 1 to 3 spatial dimensions, got [2, 3]. Insert a Reshape layer, or leave this layer out."}};
    },
};

} // namespace ds
