// SPDX-License-Identifier: Apache-2.0
#include "core/passes/passes.h"

namespace ds {

Result<Graph> probe(const Graph& graph, const std::vector<std::string>& taps)
{
    Graph result = graph;
    for (const std::string& tap : taps) {
        ValueId value = graph.findInput(tap);
        // Gradient nodes carry the origin of what they are the gradient of, but stand behind the loss: the first
        // stretch of nodes of a layer is its forward direction.
        bool inside = false;
        for (std::size_t n = 0; n < graph.nodes.size() && value == noId; ++n) {
            const std::string& origin = graph.nodes[n].origin;
            const bool belongs = origin == tap || origin.starts_with(tap + "/");
            if (inside && !belongs) value = graph.nodes[n - 1].outputs.front();
            else if (belongs && n + 1 == graph.nodes.size()) value = graph.nodes[n].outputs.front();
            inside = belongs;
        }
        if (value == noId) return Error{phrase("Graph", "there is no layer or input \"%1\" to watch").with({tap}), graph.name, ""};
        result.outputs.push_back({"probe." + tap, value});
    }
    return result;
}

} // namespace ds
