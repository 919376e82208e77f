// SPDX-License-Identifier: Apache-2.0
#include "core/layers/common.h"

namespace ds {

extern const LayerSpec layer_global_graph_pool = {
    .name = "GlobalGraphPool",
    .category = "pooling",
    .doc = "One vector for each graph of a batch from those of its nodes.",
    .inputs = {{"x", "[nodes, C]"}, {"graph", "[nodes]: which graph each node belongs to; not wired: all are one", PortKind::Optional}},
    .outputs = {{"y", "[graphs, C]"}},
    .attributes = {{.name = "graphs", .type = AttrType::Int, .fallback = int64_t{1}, .min = 1, .max = 1 << 24, .doc = "Graphs in a batch."},
                   {.name = "kind",
                    .type = AttrType::String,
                    .fallback = std::string("mean"),
                    .choices = {"mean", "max", "sum"},
                    .doc = "What is taken of the nodes."}},
    .build = [](LayerBuilder& b, const LayerCall& c) -> Values {
        const Shape x = c.in().shape();
        if (x.rank() != 2) return {b.fail(phrase("Layers", "expects nodes [nodes, C], got %1").with({x.text()}))};
        if (c.in(1) && c.in(1).shape() != Shape{x[0]})
            return {b.fail(phrase("Layers", "expects the numbers of graphs [%1], one for each node, got %2")
                               .with({std::to_string(x[0]), c.in(1).shape().text()}))};
        const Value ids = c.in(1) ? layers::wholeNumbers(b, c.in(1), "numbers of graphs") : b.graph().full(0, {x[0]}, DType::I64);
        if (!ids) return {{}};
        return {b.op("segment_" + c.attrs.string("kind"), {c.in(), ids}, {{"segments", c.attrs.integer("graphs")}})};
    },
    .samples = []() -> std::vector<LayerSample> {
        return {{{layers::f32({5, 2}), layers::i64({5})}, {{"graphs", 3}}},
                {{layers::f32({4, 3})}, {{"kind", "max"}}},
                {{layers::f32({4, 3}), layers::i64({4})}, {{"kind", "sum"}, {"graphs", 4}}}};
    },
    .badSamples = []() -> std::vector<BadLayerSample> {
        return {{{layers::f32({5, 2, 3})}, {}, "expects nodes [nodes, C], got [5, 2, 3]."},
                {{layers::f32({5, 2}), layers::i64({4})}, {}, "expects the numbers of graphs [5], one for each node, got [4]."}};
    },
};

} // namespace ds
