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
        const Work work = workOf(graph, node);
        eachLevel(node.origin, [&](const std::string& path) {
            costs[path].flops += work.flops;
            costs[path].activationBytes += work.written;
        });
    }
    return costs;
}

std::map<std::string, StepCost> stepCosts(const Graph& step, const MachineRates& rates)
{
    std::map<std::string, StepCost> costs;
    for (const Node& node : step.nodes) {
        if (node.op->view) continue;
        const double flops = workOf(step, node).flops, seconds = secondsOf(step, node, rates);
        eachLevel(node.origin, [&](const std::string& path) {
            costs[path].flops += flops;
            costs[path].seconds += seconds;
        });
    }
    return costs;
}

} // namespace ds
