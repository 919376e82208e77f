// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/graph/builder.h"

namespace ds {

/// The common frame of passes: walks an old graph and builds the new one. Inputs are copied at once; a pass
/// copies or replaces nodes in order; finish() carries outputs and updates over.
class Rewriter {
public:
    explicit Rewriter(const Graph& from);

    const Graph& from() const { return m_from; }
    GraphBuilder& builder() { return m_builder; }

    /// The new value for an old one; undefined for noId.
    Value map(ValueId old) { return old == noId ? Value{} : m_builder.value(m_map[static_cast<std::size_t>(old)]); }
    Values map(const std::vector<ValueId>& old);
    bool mapped(ValueId old) const { return m_map[static_cast<std::size_t>(old)] != noId; }
    void set(ValueId old, Value value) { m_map[static_cast<std::size_t>(old)] = value.id(); }

    /// The same node with mapped inputs.
    NodeId copy(const Node& node);
    /// Outputs and updates follow their values. The rewriter is spent afterwards.
    Graph finish();

private:
    const Graph& m_from;
    Graph m_to;
    GraphBuilder m_builder;
    std::vector<ValueId> m_map;
};

} // namespace ds
