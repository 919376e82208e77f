// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_squeeze_excite = {
    .name = "SqueezeExcite",
    .category = "attention",
    .doc = "Weighs the channels by what all positions together say of them (Hu et al., 2018).",
    .inputs = {{"x", "[N, C, ...]"}},
    .outputs = {{"y", "as x"}},
    .attributes = {{.name = "reduction",
                    .type = AttrType::Int,
                    .fallback = int64_t{16},
                    .min = 1,
                    .max = 1 << 20,
                    .doc = "How much narrower the layer between is than the channels."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (!layers::expectsSpatial(b, x)) return {{}};
        const int64_t inner = std::max<int64_t>(1, x[1] / c.attrs.integer("reduction"));
        Value y = b.layer("GlobalAvgPool", "squeeze", {c.in()}).front();
        if (b.failed()) return {{}};
        y = b.layer("Dense", "reduce", {y}, {{"units", inner}}).front();
        if (b.failed()) return {{}};
        y = b.layer("Dense", "expand", {b.op("relu", {y})}, {{"units", x[1]}, {"initializer", "xavier_uniform"}}).front();
        if (b.failed()) return {{}};
        Shape weights{x[0], x[1]};
        while (weights.rank() < x.rank()) weights.push_back(1);
        return {c.in() * reshape(b.op("sigmoid", {y}), weights)};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 4, 3, 3})}, {{"reduction", 2}}}, {{layers::f32({2, 3, 4})}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3})},
                 {},
                 "expects an input [N, C, ...] with 1 to 3 spatial dimensions, got [2, 3]. Insert a Reshape layer, or leave this layer "
                 "out."}};
    },
};

} // namespace ds
