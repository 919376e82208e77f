// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_prelu = {
    .name = "PReLU",
    .category = "activation",
    .doc = "x for x > 0, else a learned slope times x (He et al., 2015).",
    .inputs = {{"x", "[N, C] or [N, C, ...]"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "shared", .type = AttrType::Bool, .fallback = false, .doc = "One slope for all channels."},
                   {.name = "slope", .type = AttrType::Float, .fallback = 0.25, .min = -1e6, .max = 1e6, .doc = "The slope at first."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (!layers::expectsReal(b, c.in().type())) return {{}};
        if (x.rank() < 2) return {b.fail(phrase("Layers", "expects an input [N, C, ...], got %1").with({x.text()}))};
        const int64_t slopes = c.attrs.boolean("shared") ? 1 : x[1];
        const Value slope = b.parameter("slope", {slopes}, "constant", 1, 1, {{"value", c.attrs.number("slope")}});
        if (b.failed()) return {{}};
        return {b.op("relu", {c.in()}) - layers::perChannel(slope, x.rank()) * b.op("relu", {-c.in()})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({3, 4})}}, {{layers::f32({2, 3, 4})}}, {{layers::f32({2, 3, 2, 2})}, {{"shared", true}, {"slope", 0.1}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({4})}, {}, "expects an input [N, C, ...], got [4]."},
                {{layers::i64({4, 2})},
                 {},
                 "expects floating-point numbers, got i64[4, 2]. Insert a Cast layer, or an Embedding layer for numbers of words."}};
    },
};

} // namespace ds
