// SPDX-License-Identifier: Apache-2.0
#include "core/passes/passes.h"
#include "core/passes/rewriter.h"

namespace ds {

Graph removeDeadCode(const Graph& graph)
{
    std::vector<bool> needed(graph.values.size());
    for (const GraphOutput& output : graph.outputs) needed[static_cast<std::size_t>(output.value)] = true;
    for (const StateUpdate& update : graph.updates) needed[static_cast<std::size_t>(update.value)] = true;
    std::vector<bool> live(graph.nodes.size());
    for (std::size_t n = graph.nodes.size(); n-- > 0;) {
        const Node& node = graph.nodes[n];
        for (ValueId output : node.outputs) live[n] = live[n] || needed[static_cast<std::size_t>(output)];
        if (!live[n]) continue;
        for (ValueId input : node.inputs)
            if (input != noId) needed[static_cast<std::size_t>(input)] = true;
    }
    Rewriter rewriter(graph);
    for (std::size_t n = 0; n < graph.nodes.size(); ++n)
        if (live[n]) rewriter.copy(graph.nodes[n]);
    return rewriter.finish();
}

} // namespace ds
