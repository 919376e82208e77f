// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "core/graph/op_spec.h"
#include "core/passes/passes.h"
#include "core/passes/rewriter.h"

namespace ds {

Graph mergeCommonSubexpressions(const Graph& graph)
{
    Rewriter rewriter(graph);
    std::map<std::string, std::vector<ValueId>> seen; // what a node computes → its outputs in the new graph
    for (const Node& node : graph.nodes) {
        std::string key(node.op->name);
        if (node.again) key += " again";
        for (ValueId input : node.inputs) key += ' ' + std::to_string(rewriter.map(input).id());
        for (const auto& [name, value] : node.attrs) key += ' ' + name + '=' + attrText(value);
        for (ValueId output : node.outputs) key += ' ' + graph.value(output).layout.tag();
        const auto [at, fresh] = seen.try_emplace(std::move(key));
        if (fresh) {
            const NodeId copied = rewriter.copy(node);
            at->second = rewriter.builder().graph().nodes[static_cast<std::size_t>(copied)].outputs;
        } else {
            for (std::size_t i = 0; i < node.outputs.size(); ++i) rewriter.set(node.outputs[i], rewriter.builder().value(at->second[i]));
        }
    }
    return rewriter.finish();
}

} // namespace ds
