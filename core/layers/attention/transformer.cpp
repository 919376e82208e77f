// SPDX-License-Identifier: Apache-2.0
#include "core/layers/attention/transformer.h"

namespace ds::layers {

std::vector<AttrSpec> attentionAttributes()
{
    return {{.name = "heads",
             .type = AttrType::Int,
             .required = true,
             .min = 1,
             .max = 4096,
             .doc = "Heads side by side; must divide the width."},
            {.name = "kv_heads",
             .type = AttrType::Int,
             .fallback = int64_t{0},
             .min = 0,
             .max = 4096,
             .doc = "Heads of key and value, each shared by several of the query (Ainslie et al., 2023); 0: as many as heads."},
            {.name = "bias", .type = AttrType::Bool, .fallback = true, .doc = "Whether the projections have a learned offset."},
            {.name = "position",
             .type = AttrType::String,
             .fallback = std::string("none"),
             .choices = {"none", "rotary", "alibi"},
             .doc = "How attention sees distances: turned pairs (Su et al., 2021), or scores that fall with the distance (Press et al., "
                    "2022)."},
            {.name = "rotary_base",
             .type = AttrType::Float,
             .fallback = 10000.0,
             .min = 1.000001,
             .max = 1e12,
             .doc = "Base of the wave lengths of rotary positions."}};
}

std::vector<AttrSpec> transformerAttributes(bool causal)
{
    std::vector<AttrSpec> attributes = attentionAttributes();
    attributes.push_back({.name = "feed_forward",
                          .type = AttrType::Int,
                          .fallback = int64_t{0},
                          .min = 0,
                          .max = 1 << 24,
                          .doc = "Width of the feed-forward network; 0: four times that of the input."});
    attributes.push_back({.name = "activation",
                          .type = AttrType::String,
                          .fallback = std::string("gelu"),
                          .choices = {"relu", "gelu", "silu"},
                          .doc = "Of the feed-forward network."});
    attributes.push_back(
        rateAttr("dropout", 0.1, "Share that is dropped in training: of attention, of the feed-forward network, of each branch."));
    attributes.push_back({.name = "norm_first",
                          .type = AttrType::Bool,
                          .fallback = true,
                          .doc = "Normalise the input of each branch (trains more steadily) rather than the sum (the original)."});
    attributes.push_back({.name = "causal", .type = AttrType::Bool, .fallback = causal, .doc = "No step looks at later ones."});
    return attributes;
}

Value TransformerParts::dropped(Value x, const char* child)
{
    return m_builder.layer("Dropout", child, {x}, {{"rate", m_attrs.number("dropout")}}).front();
}

template <class Branch>
Value TransformerParts::residual(const char* child, Value x, Branch branch)
{
    const std::string name(child);
    const bool first = m_attrs.boolean("norm_first");
    const auto norm = [&](Value y) { return m_builder.layer("LayerNorm", name + "_norm", {y}).front(); };
    const Value y = branch(first ? norm(x) : x);
    const Value total = x + dropped(y, (name + "_dropout").c_str());
    return first ? total : norm(total);
}

Value TransformerParts::attention(const char* child, Value x, Value memory, Value mask, Value lengths)
{
    return residual(child, x, [&](Value y) {
        Attrs attrs;
        for (const AttrSpec& spec : attentionAttributes()) attrs.set(spec.name, *m_attrs.find(spec.name));
        attrs.set("dropout", m_attrs.number("dropout"));
        // Positions and order only mean something within one sequence.
        if (memory) attrs.set("position", std::string("none"));
        else attrs.set("causal", m_attrs.boolean("causal"));
        return m_builder.layer("MultiHeadAttention", child, {y, memory, memory, mask, lengths}, std::move(attrs)).front();
    });
}

Value TransformerParts::feedForward(Value x)
{
    if (m_builder.failed()) return {};
    const int64_t width = x.shape()[2];
    const int64_t inner = m_attrs.integer("feed_forward") ? m_attrs.integer("feed_forward") : 4 * width;
    return residual("feed_forward", x, [&](Value y) {
        y = m_builder.layer("Dense", "feed_forward1", {y}, {{"units", inner}, {"initializer", "xavier_uniform"}}).front();
        if (!y) return y;
        y = dropped(m_builder.op(m_attrs.string("activation"), {y}), "feed_forward_inner_dropout");
        return m_builder.layer("Dense", "feed_forward2", {y}, {{"units", width}, {"initializer", "xavier_uniform"}}).front();
    });
}

} // namespace ds::layers
