// SPDX-License-Identifier: Apache-2.0
#include "core/layers/attention/transformer.h"

namespace ds {

extern const LayerSpec layer_transformer_decoder_layer = {
    .name = "TransformerDecoderLayer",
    .category = "attention",
    .doc = "Self-attention, attention to what an encoder gives, and a feed-forward network, each with a residual connection and layer norm "
           "(Vaswani et al., 2017). For a model without an encoder use TransformerEncoderLayer with `causal`.",
    .inputs = {{"x", "[N, T, C]"},
               {"memory", "[N, S, C2], of the encoder"},
               {"mask", "as in MultiHeadAttention, for self-attention", PortKind::Optional},
               {"lengths", "[N]: valid steps of each example", PortKind::Optional},
               {"memory_lengths", "[N]: valid steps of each example's memory", PortKind::Optional}},
    .outputs = {{"y", "[N, T, C]"}},
    .attributes = layers::transformerAttributes(true),
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        if (!layers::expectsSequence(b, c.in().shape()) || !layers::expectsSequence(b, c.in(1).shape())) return {{}};
        layers::TransformerParts parts(b, c);
        Value y = parts.attention("attention", c.in(), {}, c.in(2), c.in(3));
        if (b.failed()) return {{}};
        y = parts.attention("cross_attention", y, c.in(1), {}, c.in(4));
        return {parts.feedForward(y)};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4}), layers::f32({2, 5, 6})}, {{"heads", 2}}},
                {{layers::f32({1, 3, 4}), layers::f32({1, 2, 4}), {}, layers::i64({1}), layers::i64({1})},
                 {{"heads", 2}, {"norm_first", false}, {"position", "alibi"}, {"activation", "relu"}, {"feed_forward", 3}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 3, 4}), layers::f32({2, 4})},
                 {{"heads", 2}},
                 "expects a sequence [N, T, C], got [2, 4]. Insert an Embedding layer for numbers of words, or an Unsqueeze layer for "
                 "numbers."}};
    },
};

} // namespace ds
