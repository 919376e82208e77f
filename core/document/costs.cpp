// SPDX-License-Identifier: Apache-2.0
#include "core/document/costs.h"

#include "core/graph/op_spec.h"

namespace ds {

namespace {

/// Calls `visit` with the path and with every path around it, "" last.
template <class Visit>
void eachLevel(std::string path, Visit visit)
{
    while (!path.empty()) {
        visit(path);
        const std::size_t slash = path.rfind('/');
        path.resize(slash == std::string::npos ? 0 : slash);
    }
    visit(path);
}

} // namespace

std::map<std::string, LayerCost> layerCosts(const Graph& graph)
{
    std::map<std::string, LayerCost> costs;
    for (const GraphInput& input : graph.inputs) {
        if (input.kind != InputKind::Parameter) continue;
        const ValueInfo& info = graph.value(input.value);
        const std::size_t dot = info.name.rfind('.');
        eachLevel(info.name.substr(0, dot == std::string::npos ? 0 : dot),
                  [&](const std::string& path) { costs[path].parameters += info.type.count(); });
    }
    for (const Node& node : graph.nodes) {
        if (node.op->view) continue;
        std::vector<TensorType> inputs, outputs;
        for (ValueId id : node.inputs) inputs.push_back(id == noId ? TensorType{} : graph.type(id));
        double bytes = 0;
        for (ValueId id : node.outputs) {
            outputs.push_back(graph.type(id));
            bytes += static_cast<double>(outputs.back().bytes());
        }
        const double flops = node.op->flops ? node.op->flops(node.attrs, inputs, outputs) : static_cast<double>(outputs.front().count());
        eachLevel(node.origin, [&](const std::string& path) {
            costs[path].flops += flops;
            costs[path].activationBytes += bytes;
        });
    }
    return costs;
}

} // namespace ds
