// SPDX-License-Identifier: Apache-2.0
// What attention and the two transformer layers share.
#pragma once

#include "core/layers/common.h"

namespace ds::layers {

/// heads, kv_heads, bias, position, rotary_base.
std::vector<AttrSpec> attentionAttributes();
/// Those, and feed_forward, activation, dropout, norm_first, causal.
std::vector<AttrSpec> transformerAttributes(bool causal);

/// Residual branches around attention and a feed-forward network, normalised before or after.
class TransformerParts {
public:
    TransformerParts(LayerBuilder& builder, const LayerCall& call) : m_builder(builder), m_attrs(call.attrs) {}

    /// x + attention "child" of x (self) or of x and `memory`; the layer norm is "child_norm".
    Value attention(const char* child, Value x, Value memory, Value mask, Value lengths);
    /// x + Dense(activation(Dense(x))).
    Value feedForward(Value x);

private:
    template <class Branch>
    Value residual(const char* child, Value x, Branch branch);
    Value dropped(Value x, const char* child);

    LayerBuilder& m_builder;
    const Attrs& m_attrs;
};

} // namespace ds::layers
