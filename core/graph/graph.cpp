// SPDX-License-Identifier: Apache-2.0
#include "core/graph/graph.h"

#include <algorithm>

namespace ds {

ValueId Graph::findInput(std::string_view wanted) const
{
    for (const GraphInput& input : inputs)
        if (value(input.value).name == wanted) return input.value;
    return noId;
}

ValueId Graph::findOutput(std::string_view wanted) const
{
    for (const GraphOutput& output : outputs)
        if (output.name == wanted) return output.value;
    return noId;
}

const GraphInput* Graph::inputOf(ValueId id) const
{
    const auto at = std::find_if(inputs.begin(), inputs.end(), [&](const GraphInput& input) { return input.value == id; });
    return at == inputs.end() ? nullptr : &*at;
}

ValueId Graph::addInput(InputKind kind, std::string inputName, TensorType type, std::string initializer, Attrs initializerAttrs)
{
    const auto id = static_cast<ValueId>(values.size());
    values.push_back({type, {}, noId, std::move(inputName)});
    inputs.push_back({id, kind, std::move(initializer), std::move(initializerAttrs)});
    return id;
}

NodeId Graph::addNode(const OpSpec& op, std::vector<ValueId> nodeInputs, Attrs attrs, const std::vector<TensorType>& types,
                      std::string origin)
{
    const auto id = static_cast<NodeId>(nodes.size());
    Node node{&op, std::move(attrs), std::move(nodeInputs), {}, std::move(origin), false};
    for (const TensorType& type : types) {
        node.outputs.push_back(static_cast<ValueId>(values.size()));
        values.push_back({type, {}, id, {}});
    }
    nodes.push_back(std::move(node));
    return id;
}

std::vector<std::vector<NodeId>> readers(const Graph& graph)
{
    std::vector<std::vector<NodeId>> result(graph.values.size());
    for (std::size_t n = 0; n < graph.nodes.size(); ++n)
        for (ValueId input : graph.nodes[n].inputs)
            if (input != noId) result[static_cast<std::size_t>(input)].push_back(static_cast<NodeId>(n));
    return result;
}

} // namespace ds
