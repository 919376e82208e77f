// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"
#include "core/layers/convolution/common.h"

namespace ds {

extern const LayerSpec layer_zero_pad = {
    .name = "ZeroPad",
    .category = "shape",
    .doc = "Surrounds images (or signals) with zeros.",
    .inputs = {{"x", "[N, C, ...]"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "before",
                    .type = AttrType::Ints,
                    .fallback = Ints{1},
                    .min = 0,
                    .max = 1 << 16,
                    .unit = "px",
                    .doc = "Cells in front, one number or one for each dimension."},
                   {.name = "after",
                    .type = AttrType::Ints,
                    .fallback = Ints{1},
                    .min = 0,
                    .max = 1 << 16,
                    .unit = "px",
                    .doc = "Cells behind, one number or one for each dimension."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (!layers::expectsSpatial(b, x)) return {{}};
        Ints before{0, 0}, after{0, 0};
        for (int64_t cells : layers::perDimension(b, c.attrs, "before", x.rank() - 2)) before.push_back(cells);
        for (int64_t cells : layers::perDimension(b, c.attrs, "after", x.rank() - 2)) after.push_back(cells);
        return {b.op("pad", {c.in()}, {{"before", before}, {"after", after}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({1, 2, 2, 3})}}, {{layers::f32({2, 2, 3})}, {{"before", 2}, {"after", 0}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {
            {{layers::f32({2, 3})},
             {},
             "expects an input [N, C, ...] with 1 to 3 spatial dimensions, got [2, 3]. Insert a Reshape layer, or leave this layer out."},
            {{layers::f32({2, 3, 4, 5})}, {{"before", Ints{1, 2, 3}}}, "\"before\" must be one number or 2, got [1, 2, 3]."}};
    },
};

} // namespace ds
