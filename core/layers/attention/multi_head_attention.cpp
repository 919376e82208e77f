// SPDX-License-Identifier: Apache-2.0
#include "core/layers/attention/positions.h"
#include "core/layers/attention/transformer.h"

namespace ds {

namespace {

/// [N, T, heads * D] as [N, heads, T, D].
Value splitHeads(Value x, int64_t heads)
{
    if (!x) return {};
    const Shape shape = x.shape();
    return transpose(reshape(x, {shape[0], shape[1], heads, shape[2] / heads}), {0, 2, 1, 3});
}

/// Brings a mask [T, S], [N, T, S] or [N, H, T, S] to a form that broadcasts to the scores, and joins it with the bias of positions.
Value joinMask(LayerBuilder& b, Value mask, Value bias, DType dtype)
{
    if (!mask) return bias;
    const Shape shape = mask.shape();
    if (shape.rank() < 2 || shape.rank() > 4)
        return b.fail(phrase("Layers", "expects a mask [T, S], [N, T, S] or [N, H, T, S], got %1").with({shape.text()}));
    if (shape.rank() == 3) mask = reshape(mask, {shape[0], 1, shape[1], shape[2]});
    if (mask.dtype() != DType::Bool) mask = layers::cast(mask, dtype);
    if (!bias) return mask;
    if (mask.dtype() != DType::Bool) return mask + bias;
    return b.op("select", {mask, bias, b.graph().scalar(dtype == DType::F16 ? -3e4 : -1e30, dtype)});
}

Values build(LayerBuilder& b, const LayerCall& c)
{
    const Value query = c.in(0), key = c.in(1) ? c.in(1) : query, value = c.in(2) ? c.in(2) : key;
    for (const Value& x : {query, key, value})
        if (!layers::expectsSequence(b, x.shape()) || !layers::expectsReal(b, x.type())) return {{}};
    const Shape q = query.shape(), k = key.shape();
    if (k[0] != q[0] || value.shape()[0] != q[0] || value.shape()[1] != k[1])
        return {b.fail(phrase("Layers", "query %1, key %2 and value %3 have to agree in batch size, key and value also in length")
                           .with({q.text(), k.text(), value.shape().text()}))};
    const int64_t heads = c.attrs.integer("heads"), keyHeads = c.attrs.integer("kv_heads") ? c.attrs.integer("kv_heads") : heads;
    if (q[2] % heads != 0 || q[2] == 0)
        return {b.fail(
            phrase("Layers", "the width %1 of the query cannot be split into %2 heads").with({std::to_string(q[2]), std::to_string(heads)}),
            phrase("Layers", "Use a divisor of the width."))};
    if (heads % keyHeads != 0)
        return {
            b.fail(phrase("Layers", "%1 heads cannot share %2 key heads evenly").with({std::to_string(heads), std::to_string(keyHeads)}),
                   phrase("Layers", "\"kv_heads\" must divide \"heads\"."))};
    const int64_t width = q[2] / heads;
    const std::string& position = c.attrs.string("position");
    const bool causal = c.attrs.boolean("causal");
    if (position == "rotary" && width % 2 != 0)
        return {b.fail(phrase("Layers", "rotary positions need heads of even width, got %1").with({std::to_string(width)}),
                       phrase("Layers", "Use another number of heads."))};

    const Attrs dense{{"bias", c.attrs.boolean("bias")}, {"initializer", c.attrs.string("initializer")}};
    const auto project = [&](const char* name, Value x, int64_t units) {
        Attrs attrs = dense;
        attrs.set("units", units);
        return b.layer("Dense", name, {x}, std::move(attrs)).front();
    };
    Value qs = splitHeads(project("query", query, q[2]), heads), ks = splitHeads(project("key", key, keyHeads * width), keyHeads);
    const Value vs = splitHeads(project("value", value, keyHeads * width), keyHeads);
    if (position == "rotary") {
        qs = layers::rotate(b, qs, c.attrs.number("rotary_base"), causal ? k[1] - q[1] : 0);
        ks = layers::rotate(b, ks, c.attrs.number("rotary_base"), 0);
    }
    const Value bias = position == "alibi" ? layers::cast(layers::linearBias(b, heads, q[1], k[1]), query.dtype()) : Value{};
    const Value mask = joinMask(b, c.in(3), bias, query.dtype()), lengths = layers::lengthsOf(b, c.in(4), q[0]);
    if (b.failed()) return {{}};
    Attrs attrs{{"causal", causal}};
    if (b.training() && c.attrs.number("dropout") > 0) {
        attrs.set("dropout", c.attrs.number("dropout"));
        attrs.set("stream", b.stream());
    }
    const Value y = transpose(b.op("attention", {qs, ks, vs, mask, lengths}, std::move(attrs)), {0, 2, 1, 3});
    return {project("output", reshape(y, q), q[2])};
}

} // namespace

extern const LayerSpec layer_multi_head_attention = {
    .name = "MultiHeadAttention",
    .category = "attention",
    .doc = "Each query takes a mean of the values, weighted by how well their keys fit it, in several heads side by side (Vaswani et al., "
           "2017). With one input: self-attention.",
    .inputs = {{"query", "[N, T, C]"},
               {"key", "[N, S, C2]; not wired: the query", PortKind::Optional},
               {"value", "[N, S, C3]; not wired: the key", PortKind::Optional},
               {"mask", "[T, S], [N, T, S] or [N, heads, T, S]: added to the scores, or bool: true where a query may look",
                PortKind::Optional},
               {"lengths", "[N]: valid keys of each example", PortKind::Optional}},
    .outputs = {{"y", "[N, T, C]"}},
    .attributes =
        [] {
            std::vector<AttrSpec> attributes = layers::attentionAttributes();
            attributes.push_back({.name = "causal",
                                  .type = AttrType::Bool,
                                  .fallback = false,
                                  .doc = "No query looks at later keys: for models that continue a text."});
            attributes.push_back(layers::rateAttr("dropout", 0.0, "Share of the weights that are dropped in training."));
            attributes.push_back(initializerAttr("xavier_uniform"));
            return attributes;
        }(),
    .build = build,
    .samples = []() -> std::vector<LayerSample> {
        const TensorType x = layers::f32({2, 3, 4});
        return {{{x}, {{"heads", 2}}},
                {{x, layers::f32({2, 5, 3}), layers::f32({2, 5, 6})}, {{"heads", 4}, {"kv_heads", 2}, {"bias", false}}},
                {{x, {}, {}, {DType::Bool, {3, 3}}}, {{"heads", 2}, {"position", "alibi"}}},
                {{x, {}, {}, layers::f32({2, 3, 3}), layers::i64({2})}, {{"heads", 1}, {"position", "alibi"}}},
                {{x}, {{"heads", 2}, {"causal", true}, {"position", "rotary"}, {"dropout", 0.3}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        const TensorType x = layers::f32({2, 3, 6});
        return {
            {{layers::f32({2, 3, 4, 4})},
             {{"heads", 2}},
             "expects a sequence [N, T, C], got [2, 3, 4, 4]. Insert a Reshape layer that leaves two dimensions beside the batch."},
            {{x}, {{"heads", 4}}, "the width 6 of the query cannot be split into 4 heads. Use a divisor of the width."},
            {{x}, {{"heads", 3}, {"kv_heads", 2}}, "3 heads cannot share 2 key heads evenly. \"kv_heads\" must divide \"heads\"."},
            {{x}, {{"heads", 2}, {"position", "rotary"}}, "rotary positions need heads of even width, got 3. Use another number of heads."},
            {{x, layers::f32({1, 3, 6})},
             {{"heads", 2}},
             "query [2, 3, 6], key [1, 3, 6] and value [1, 3, 6] have to agree in batch size, key and value also in length."},
            {{x, {}, {}, {DType::Bool, {3}}}, {{"heads", 2}}, "expects a mask [T, S], [N, T, S] or [N, H, T, S], got [3]."},
            {{x, {}, {}, {}, layers::f32({2})}, {{"heads", 2}}, "expects lengths that are whole numbers, got f32[2]. Insert a Cast layer."},
            {{x, {}, {}, {}, layers::i64({3})}, {{"heads", 2}}, "expects lengths of the shape [2], one for each example, got [3]."}};
    },
};

} // namespace ds
