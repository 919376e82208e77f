// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/layers/common.h"

namespace ds {

namespace {

/// sin(t / 10000^(2i / C)) at 2i and the cosine at 2i + 1, for t < steps (Vaswani et al., 2017, section 3.5).
Value sinusoidal(LayerBuilder& b, int64_t steps, int64_t width)
{
    const int64_t pairs = (width + 1) / 2;
    const Value exponent = layers::iota(b, {1, pairs}, 1, DType::F32) * (-2 * std::log(10000.0) / static_cast<double>(width));
    const Value angle = layers::iota(b, {steps, 1}, 0, DType::F32) * b.op("exp", {exponent});
    const Shape each{steps, pairs, 1};
    const Value both = b.op("concat", {reshape(b.op("sin", {angle}), each), reshape(b.op("cos", {angle}), each)}, {{"axis", 2}});
    const Value table = reshape(both, {steps, 2 * pairs});
    if (2 * pairs == width) return table;
    return b.op("slice", {table}, {{"begin", Ints{0, 0}}, {"end", Ints{steps, width}}});
}

} // namespace

extern const LayerSpec layer_positional_encoding = {
    .name = "PositionalEncoding",
    .category = "attention",
    .doc =
        "Adds what tells the positions of a sequence apart, which attention alone does not see. Rotary positions and ALiBi act inside of "
        "attention: they are the attribute `position` of MultiHeadAttention and the transformer layers.",
    .inputs = {{"x", "[N, T, C]"}},
    .outputs = {{"y", "[N, T, C]"}},
    .attributes = {{.name = "kind",
                    .type = AttrType::String,
                    .fallback = std::string("sinusoidal"),
                    .choices = {"sinusoidal", "learned"},
                    .doc = "Sine waves of many lengths, which fit any length, or a learned vector for each position."},
                   {.name = "max_length",
                    .type = AttrType::Int,
                    .fallback = int64_t{0},
                    .min = 0,
                    .max = 1 << 24,
                    .unit = "steps",
                    .doc = "Longest sequence, for learned ones."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (!layers::expectsSequence(b, x) || !layers::expectsReal(b, c.in().type())) return {{}};
        if (c.attrs.string("kind") == "sinusoidal") return {c.in() + layers::cast(sinusoidal(b, x[1], x[2]), c.in().dtype())};
        const int64_t longest = c.attrs.integer("max_length");
        if (longest == 0)
            return {b.fail(phrase("Layers", "learned positions need \"max_length\""),
                           phrase("Layers", "Set it to the longest sequence that will come."))};
        if (x[1] > longest)
            return {b.fail(
                phrase("Layers", "has learned %1 positions, got a sequence of %2").with({std::to_string(longest), std::to_string(x[1])}),
                phrase("Layers", "Raise \"max_length\", or use sinusoidal ones."))};
        const Value table = b.parameter("weight", {longest, x[2]}, "normal");
        return {c.in() + b.op("slice", {table}, {{"begin", Ints{0, 0}}, {"end", Ints{x[1], x[2]}}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {
            {{layers::f32({2, 3, 4})}}, {{layers::f32({1, 4, 3})}}, {{layers::f32({2, 3, 4})}, {{"kind", "learned"}, {"max_length", 5}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3})},
                 {},
                 "expects a sequence [N, T, C], got [2, 3]. Insert an Embedding layer for numbers of words, or an Unsqueeze layer for "
                 "numbers."},
                {{layers::f32({2, 3, 4})},
                 {{"kind", "learned"}},
                 "learned positions need \"max_length\". Set it to the longest sequence that will come."},
                {{layers::f32({2, 6, 4})},
                 {{"kind", "learned"}, {"max_length", 5}},
                 "has learned 5 positions, got a sequence of 6. Raise \"max_length\", or use sinusoidal ones."}};
    },
};

} // namespace ds
