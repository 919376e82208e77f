// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/graph/graph.h"

namespace ds {

/// Who needs the values of a graph, which must live longer.
class Uses {
public:
    explicit Uses(const Graph& graph) : m_graph(graph), m_readers(ds::readers(graph)), m_kept(graph.values.size())
    {
        for (const GraphOutput& output : graph.outputs) m_kept[at(output.value)] = true;
        for (const StateUpdate& update : graph.updates) m_kept[at(update.value)] = true;
    }

    /// In order.
    const std::vector<NodeId>& readers(ValueId value) const { return m_readers[at(value)]; }
    /// Whether it is an output of the graph or what a state becomes.
    bool kept(ValueId value) const { return m_kept[at(value)]; }
    /// The one node that reads the value, if nothing else needs it.
    const Node* onlyReader(ValueId value) const
    {
        return readers(value).size() == 1 && !kept(value) ? &m_graph.nodes[at(readers(value).front())] : nullptr;
    }

private:
    static std::size_t at(int32_t id) { return static_cast<std::size_t>(id); }

    const Graph& m_graph;
    std::vector<std::vector<NodeId>> m_readers;
    std::vector<bool> m_kept;
};

} // namespace ds
