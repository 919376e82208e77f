// SPDX-License-Identifier: Apache-2.0
#include "core/layers/attention/transformer.h"

namespace ds {

extern const LayerSpec layer_transformer_encoder_layer = {
    .name = "TransformerEncoderLayer",
    .category = "attention",
    .doc =
        "Self-attention and a feed-forward network, each with a residual connection and layer norm (Vaswani et al., 2017). With `causal` "
        "it is a layer of a GPT. After the last one of a stack with norm_first a LayerNorm is usual.",
    .inputs = {{"x", "[N, T, C]"},
               {"mask", "as in MultiHeadAttention", PortKind::Optional},
               {"lengths", "[N]: valid steps of each example", PortKind::Optional}},
    .outputs = {{"y", "[N, T, C]"}},
    .attributes = layers::transformerAttributes(false),
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        if (!layers::expectsSequence(b, c.in().shape())) return {{}};
        layers::TransformerParts parts(b, c);
        return {parts.feedForward(parts.attention("attention", c.in(), {}, c.in(1), c.in(2)))};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({2, 3, 4})}, {{"heads", 2}}},
                {{layers::f32({1, 3, 4}), {}, layers::i64({1})},
                 {{"heads", 2}, {"norm_first", false}, {"feed_forward", 5}, {"activation", "silu"}}},
                {{layers::f32({1, 3, 4}), {DType::Bool, {3, 3}}},
                 {{"heads", 2}, {"kv_heads", 1}, {"causal", true}, {"position", "rotary"}, {"dropout", 0.0}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({2, 4})},
                 {{"heads", 2}},
                 "expects a sequence [N, T, C], got [2, 4]. Insert an Embedding layer for numbers of words, or an Unsqueeze layer for "
                 "numbers."}};
    },
};

} // namespace ds
