// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "core/graph/op_spec.h"
#include "core/passes/passes.h"
#include "core/passes/rewriter.h"

namespace ds {

namespace {

class Hoister {
public:
    explicit Hoister(const Graph& graph)
        : m_graph(graph), m_readers(readers(graph)), m_updates(graph.values.size()), m_place(graph.nodes.size())
    {
        for (const StateUpdate& update : graph.updates) m_updates[at(update.value)].push_back(update.state);
        // Whoever finds that the loss is no number expects the states to be untouched.
        if (const ValueId loss = graph.findOutput("loss"); loss != noId) m_loss = std::max(graph.value(loss).producer, NodeId{0});
    }

    Graph run()
    {
        for (std::size_t n = 0; n < m_graph.nodes.size(); ++n) m_place[n] = placeOf(static_cast<NodeId>(n));
        std::vector<std::size_t> order(m_graph.nodes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return m_place[a] < m_place[b]; });
        Rewriter rewriter(m_graph);
        for (std::size_t n : order) rewriter.copy(m_graph.nodes[n]);
        return rewriter.finish();
    }

private:
    static std::size_t at(int32_t id) { return static_cast<std::size_t>(id); }

    /// A node that stays is at twice its number; others are behind such a node, at an odd place, in their old order.
    static NodeId own(NodeId n) { return 2 * n; }
    static NodeId behind(NodeId place) { return place | 1; }

    NodeId placeOf(NodeId n) const
    {
        const Node& node = m_graph.nodes[at(n)];
        const auto all = [&](auto is) { return std::all_of(node.outputs.begin(), node.outputs.end(), is); };
        const bool updates = all([this](ValueId id) { return !m_updates[at(id)].empty(); });
        const bool small = all([this](ValueId id) { return m_graph.type(id).count() == 1; });
        if (!updates && !small && !node.op->view) return own(n);
        NodeId place = 0;
        for (ValueId input : node.inputs)
            if (input != noId && m_graph.value(input).producer != noId) place = std::max(place, m_place[at(m_graph.value(input).producer)]);
        if (!updates) return std::min(behind(place), own(n));
        // Only what nobody reads may come later than it did.
        const bool last = all([this](ValueId id) { return m_readers[at(id)].empty(); });
        if (m_loss > n) return last ? behind(own(m_loss)) : own(n);
        place = std::max(place, own(m_loss));
        for (ValueId output : node.outputs)
            for (ValueId state : m_updates[at(output)])
                for (NodeId reader : m_readers[at(state)]) {
                    if (reader > n) return own(n);
                    if (reader < n) place = std::max(place, m_place[at(reader)]);
                }
        return std::min(behind(place), own(n));
    }

    const Graph& m_graph;
    const std::vector<std::vector<NodeId>> m_readers;
    std::vector<std::vector<ValueId>> m_updates; // states that get the value
    std::vector<NodeId> m_place;
    NodeId m_loss = 0;
};

} // namespace

Graph hoistUpdates(const Graph& graph) { return Hoister(graph).run(); }

} // namespace ds
