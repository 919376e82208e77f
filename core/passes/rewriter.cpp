// SPDX-License-Identifier: Apache-2.0
#include "core/passes/rewriter.h"

namespace ds {

Rewriter::Rewriter(const Graph& from) : m_from(from), m_to(from.ops()), m_builder(m_to), m_map(from.values.size(), noId)
{
    m_to.name = from.name;
    for (const GraphInput& input : from.inputs) {
        const ValueInfo& info = from.value(input.value);
        const ValueId id = m_to.addInput(input.kind, info.name, info.type, input.initializer, input.initializerAttrs);
        m_to.value(id).layout = info.layout;
        m_map[static_cast<std::size_t>(input.value)] = id;
    }
}

Values Rewriter::map(const std::vector<ValueId>& old)
{
    Values values;
    for (ValueId id : old) values.push_back(map(id));
    return values;
}

NodeId Rewriter::copy(const Node& node)
{
    std::vector<ValueId> inputs;
    std::vector<TensorType> types;
    for (ValueId id : node.inputs) inputs.push_back(map(id).id());
    for (ValueId id : node.outputs) types.push_back(m_from.type(id));
    const NodeId copied = m_to.addNode(*node.op, std::move(inputs), node.attrs, types, node.origin);
    m_to.nodes.back().again = node.again;
    for (std::size_t i = 0; i < node.outputs.size(); ++i) {
        const ValueId output = m_to.nodes[static_cast<std::size_t>(copied)].outputs[i];
        m_to.value(output).layout = m_from.value(node.outputs[i]).layout;
        m_map[static_cast<std::size_t>(node.outputs[i])] = output;
    }
    return copied;
}

Graph Rewriter::finish()
{
    for (const GraphOutput& output : m_from.outputs) m_to.outputs.push_back({output.name, map(output.value).id()});
    for (const StateUpdate& update : m_from.updates) m_to.updates.push_back({map(update.state).id(), map(update.value).id()});
    return std::move(m_to);
}

} // namespace ds
