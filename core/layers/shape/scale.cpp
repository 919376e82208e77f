// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_scale = {
    .name = "Scale",
    .category = "shape",
    .doc = "Multiplies by a fixed factor and adds a fixed offset, which are not trained.",
    .inputs = {{"x"}},
    .outputs = {{"y"}},
    .attributes = {{.name = "factor", .type = AttrType::Float, .fallback = 1.0, .min = -1e38, .max = 1e38, .doc = "Factor."},
                   {.name = "offset", .type = AttrType::Float, .fallback = 0.0, .min = -1e38, .max = 1e38, .doc = "Added after."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        if (!layers::expectsReal(b, c.in().type())) return {{}};
        const double factor = c.attrs.number("factor"), offset = c.attrs.number("offset");
        Value y = factor == 1 ? c.in() : c.in() * factor;
        return {offset == 0 ? y : y + offset};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3})}, {{"factor", 0.5}, {"offset", -1}}}, {{layers::f32({2, 3, 2})}, {{"factor", 2}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::i64({4})},
                 {},
                 "expects floating-point numbers, got i64[4]. Insert a Cast layer, or an Embedding layer for numbers of words."}};
    },
};

} // namespace ds
