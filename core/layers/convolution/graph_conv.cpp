// SPDX-License-Identifier: Apache-2.0
#include "core/layers/edges.h"

namespace ds {

extern const LayerSpec layer_graph_conv = {
    .name = "GraphConv",
    .category = "convolution",
    .doc = "Graph convolution (Kipf & Welling, 2017): each node takes a mean, weighted by degrees, of itself and the nodes with an edge to "
           "it. For an undirected graph list each edge both ways.",
    .inputs = {{"x", "[nodes, C]"}, {"edges", "whole numbers [2, E]: from, to"}},
    .outputs = {{"y", "[nodes, units]"}},
    .attributes = {{.name = "units", .type = AttrType::Int, .required = true, .min = 1, .max = 1 << 20, .doc = "Outputs of each node."},
                   {.name = "bias", .type = AttrType::Bool, .fallback = true, .doc = "Whether a learned offset is added."},
                   initializerAttr("xavier_uniform")},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const layers::Edges edges = layers::edgesOf(b, c.in(0), c.in(1));
        if (b.failed()) return {{}};
        const Shape x = c.in().shape();
        const int64_t units = c.attrs.integer("units"), count = edges.from.shape()[0];
        const DType dtype = c.in().dtype();
        const Value weight = b.parameter("weight", {x[1], units}, c.attrs.string("initializer"), x[1], units);
        // Every node has an edge to itself.
        const Value degree = layers::sumAtTargets(b, b.graph().full(1, {count}, dtype), edges) + 1;
        const Value norm = reshape(b.op("rsqrt", {degree}), {x[0], 1});
        const Value sent = matmul(c.in(), weight) * norm;
        Value y = (layers::sumAtTargets(b, b.op("gather", {sent, edges.from}), edges) + sent) * norm;
        if (c.attrs.boolean("bias")) y = y + b.parameter("bias", {units}, "zeros");
        return {y};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({3, 4}), layers::i64({2, 5})}, {{"units", 2}}},
                {{layers::f32({4, 3}), layers::i64({2, 6})}, {{"units", 3}, {"bias", false}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({3, 4, 5}), layers::i64({2, 5})}, {{"units", 2}}, "expects nodes [nodes, C], got [3, 4, 5]."},
                {{layers::f32({3, 4}), layers::i64({5, 2})},
                 {{"units", 2}},
                 "expects edges [2, E], got [5, 2]. The first row says where edges start, the second where they end."}};
    },
};

} // namespace ds
