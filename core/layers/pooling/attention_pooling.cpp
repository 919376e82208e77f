// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_attention_pooling = {
    .name = "AttentionPooling",
    .category = "pooling",
    .doc = "One vector for a sequence: a mean of its steps, weighted by scores that a small network gives to each (Yang et al., 2016).",
    .inputs = {{"x", "[N, T, C]"}, {"lengths", "[N]: valid steps of each example", PortKind::Optional}},
    .outputs = {{"y", "[N, C]"}},
    .attributes = {{.name = "units",
                    .type = AttrType::Int,
                    .fallback = int64_t{0},
                    .min = 0,
                    .max = 1 << 20,
                    .doc = "Width of the network that scores; 0: that of the input."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (!layers::expectsSequence(b, x)) return {{}};
        const Value lengths = layers::lengthsOf(b, c.in(1), x[0]);
        const int64_t units = c.attrs.integer("units") ? c.attrs.integer("units") : x[2];
        if (units == 0) return {b.fail(phrase("Layers", "the input %1 has no features").with({x.text()}))};
        const Attrs xavier{{"initializer", "xavier_uniform"}};
        Attrs hidden = xavier, score = xavier;
        hidden.set("units", units);
        score.set("units", int64_t{1});
        score.set("bias", false); // it would not change the softmax
        Value y = b.layer("Dense", "hidden", {c.in()}, hidden).front();
        if (b.failed()) return {{}};
        y = b.layer("Dense", "score", {b.op("tanh", {y})}, score).front();
        if (b.failed()) return {{}};
        Value scores = reshape(y, {x[0], x[1]});
        const Value valid = lengths ? layers::validSteps(b, lengths, x[1]) : Value{};
        if (valid) scores = b.op("select", {valid, scores, b.graph().scalar(-1e30, scores.dtype())});
        Value weights = b.op("softmax", {scores}, {{"axis", 1}});
        // An example without steps gives zeros.
        if (valid) weights = b.op("select", {valid, weights, b.graph().scalar(0, weights.dtype())});
        return {reshape(matmul(reshape(weights, {x[0], 1, x[1]}), c.in()), {x[0], x[2]})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4})}}, {{layers::f32({3, 3, 2}), layers::i64({3})}, {{"units", 5}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3})},
                 {},
                 "expects a sequence [N, T, C], got [2, 3]. Insert an Embedding layer for numbers of words, or an Unsqueeze layer for "
                 "numbers."},
                {{layers::f32({2, 3, 4}), layers::i64({4})}, {}, "expects lengths of the shape [2], one for each example, got [4]."}};
    },
};

} // namespace ds
