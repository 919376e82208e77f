// SPDX-License-Identifier: Apache-2.0
#include "core/graph/cost.h"

#include <algorithm>

#include "core/graph/op_spec.h"
#include "core/graph/view.h"

namespace ds {

Work workOf(const Graph& graph, const Node& node)
{
    Work work;
    std::vector<TensorType> inputs, outputs;
    for (ValueId id : node.inputs) {
        inputs.push_back(id == noId ? TensorType{} : graph.type(id));
        if (id != noId) work.read += static_cast<double>(inputs.back().bytes());
    }
    for (ValueId id : node.outputs) {
        outputs.push_back(graph.type(id));
        work.written += static_cast<double>(outputs.back().bytes());
    }
    work.contraction = node.op->flops != nullptr;
    work.flops = work.contraction ? node.op->flops(node.attrs, inputs, outputs) : static_cast<double>(outputs.front().count());
    return work;
}

double secondsOf(const Graph& graph, const Node& node, const MachineRates& rates)
{
    if (isView(graph, node)) return 0;
    const Work work = workOf(graph, node);
    const double memory = (work.read + work.written) / rates.bytes;
    return rates.perOp + (work.contraction ? std::max(work.flops / rates.flops, memory) : memory);
}

} // namespace ds
