// SPDX-License-Identifier: Apache-2.0
#include "core/layers/edges.h"

namespace ds {

extern const LayerSpec layer_gat_layer = {
    .name = "GATLayer",
    .category = "attention",
    .doc = "Graph attention (Velickovic et al., 2018): each node takes a mean of itself and the nodes with an edge to it, weighted by "
           "learned scores, in several heads side by side.",
    .inputs = {{"x", "[nodes, C]"}, {"edges", "whole numbers [2, E]: from, to"}},
    .outputs = {{"y", "[nodes, heads * units]"}},
    .attributes =
        {{.name = "units", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 20, .doc = "Outputs of each node and head."},
         {.name = "heads", .type = AttrType::Int, .fallback = int64_t{1}, .min = 1, .max = 4096, .doc = "Heads side by side."},
         {.name = "slope", .type = AttrType::Float, .fallback = 0.2, .min = 0, .max = 1, .doc = "Of the LeakyReLU on the scores."},
         initializerAttr("xavier_uniform")},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        layers::Edges edges = layers::edgesOf(b, c.in(0), c.in(1));
        if (b.failed()) return {{}};
        const Shape x = c.in().shape();
        const int64_t units = c.attrs.integer("units"), heads = c.attrs.integer("heads");
        // Every node has an edge to itself.
        const Value self = layers::iota(b, {x[0]}, 0, DType::I64);
        edges.from = b.op("concat", {edges.from, self}, {{"axis", 0}});
        edges.to = b.op("concat", {edges.to, self}, {{"axis", 0}});
        const Value weight = b.parameter("weight", {x[1], heads * units}, c.attrs.string("initializer"), x[1], heads * units);
        const Value h = reshape(matmul(c.in(), weight), {x[0], heads, units});
        const auto score = [&](const char* name) {
            return sum(h * b.parameter(name, {heads, units}, c.attrs.string("initializer"), units, 1), {2});
        };
        const Value source = score("score_from"), target = score("score_to"); // [nodes, heads]
        Value e = b.op("gather", {source, edges.from}) + b.op("gather", {target, edges.to});
        e = b.op("leaky_relu", {e}, {{"slope", c.attrs.number("slope")}});
        const Value share = b.op("segment_softmax", {e, edges.to}, {{"segments", x[0]}});
        if (b.failed()) return {{}};
        const Value sent = b.op("gather", {h, edges.from}) * reshape(share, {share.shape()[0], heads, 1});
        const Value y = layers::sumAtTargets(b, sent, edges);
        return {reshape(y, {x[0], heads * units}) + b.parameter("bias", {heads * units}, "zeros")};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({3, 4}), layers::i64({2, 5})}, {{"units", 2}}},
                {{layers::f32({4, 3}), layers::i64({2, 6})}, {{"units", 3}, {"heads", 2}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({3}), layers::i64({2, 5})}, {{"units", 2}}, "expects nodes [nodes, C], got [3]."},
                {{layers::f32({3, 2}), layers::f32({2, 5})},
                 {{"units", 2}},
                 "expects edges that are whole numbers, got f32[2, 5]. Insert a Cast layer."}};
    },
};

} // namespace ds
