// SPDX-License-Identifier: Apache-2.0
#include "core/graph/op_spec.h"
#include "core/passes/passes.h"
#include "core/passes/rewriter.h"

namespace ds {

namespace {

/// One round: decomposes each unsupported node once. Says whether any was.
Result<bool> round(Graph& graph, const Supported& supported)
{
    bool any = false;
    Rewriter rewriter(graph);
    for (const Node& node : graph.nodes) {
        if (supported(graph, node)) {
            rewriter.copy(node);
            continue;
        }
        if (!node.op->decompose) {
            std::string types;
            for (ValueId input : node.inputs) types += (types.empty() ? "" : ", ") + (input == noId ? "_" : graph.type(input).text());
            return Error{phrase("Graph", "this device has no kernel for %1(%2) and it has no simpler form")
                             .with({std::string(node.op->name), types}),
                         node.origin, phrase("Graph", "Use --device reference or another layer.")};
        }
        any = true;
        rewriter.builder().setOrigin(node.origin);
        const Values outputs = node.op->decompose(rewriter.builder(), {node.attrs, rewriter.map(node.inputs)});
        if (rewriter.builder().failed()) return rewriter.builder().error().in(node.origin);
        for (std::size_t i = 0; i < node.outputs.size(); ++i) rewriter.set(node.outputs[i], outputs[i]);
    }
    graph = rewriter.finish();
    return any;
}

} // namespace

Result<Graph> decomposeUnsupported(const Graph& graph, const Supported& supported)
{
    Graph result = removeDeadCode(graph);
    while (DS_TRY(round(result, supported))) result = removeDeadCode(mergeCommonSubexpressions(result));
    return result;
}

} // namespace ds
