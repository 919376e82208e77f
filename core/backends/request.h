// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/backends/backend.h"
#include "core/graph/graph.h"

namespace ds {

/// What a backend is asked for an op with row-major operands of such types; null: an absent optional input.
inline KernelRequest requestFor(const OpSpec& op, const Attrs& attrs, const std::vector<const TensorType*>& inputs,
                                const std::vector<TensorType>& outputs)
{
    KernelRequest request{op, attrs, {}, {}};
    for (const TensorType* type : inputs) request.inputs.push_back(type ? Operand{*type, {}} : Operand{{}, {}, false});
    for (const TensorType& type : outputs) request.outputs.push_back({type, {}});
    return request;
}

/// ... for one node of a graph.
inline KernelRequest requestFor(const Graph& graph, const Node& node)
{
    KernelRequest request{*node.op, node.attrs, {}, {}};
    for (ValueId id : node.inputs)
        request.inputs.push_back(id == noId ? Operand{{}, {}, false} : Operand{graph.type(id), graph.value(id).layout});
    for (ValueId id : node.outputs) request.outputs.push_back({graph.type(id), graph.value(id).layout});
    return request;
}

} // namespace ds
