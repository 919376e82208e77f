// SPDX-License-Identifier: Apache-2.0
#include "core/graph/autodiff.h"
#include "core/passes/passes.h"

namespace ds {

Result<Graph> differentiate(const Graph& graph, const std::string& loss)
{
    Graph result = graph;
    const ValueId id = result.findOutput(loss);
    if (id == noId) return Error{phrase("Graph", "the graph has no output \"%1\" to differentiate").with({loss}), graph.name, ""};
    if (result.type(id).shape.count() != 1 || !isFloat(result.type(id).dtype))
        return Error{phrase("Graph", "the loss must be one number, got %1").with({result.type(id).text()}), graph.name,
                     phrase("Graph", "Reduce it with mean or sum.")};
    GraphBuilder builder(result);
    Values wrt;
    std::vector<std::string> names;
    for (const GraphInput& input : graph.inputs) {
        if (input.kind != InputKind::Parameter) continue;
        wrt.push_back(builder.value(input.value));
        names.push_back(graph.value(input.value).name);
    }
    const Value seed = builder.full(1, result.type(id).shape, result.type(id).dtype);
    const Values grads = gradients(builder, {builder.value(id)}, {seed}, wrt);
    if (builder.failed()) return builder.error();
    for (std::size_t i = 0; i < grads.size(); ++i) builder.output("grad." + names[i], grads[i]);
    return result;
}

} // namespace ds
