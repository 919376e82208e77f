// SPDX-License-Identifier: Apache-2.0
#include "core/graph/autodiff.h"

#include <vector>

namespace ds {

namespace {

void accumulate(Value& sum, Value term)
{
    if (term) sum = sum ? sum + term : term;
}

/// Which values depend on `wrt` by way of the nodes from `first` on.
std::vector<bool> dependents(const Graph& graph, const Values& wrt, std::size_t first)
{
    std::vector<bool> depends(graph.values.size());
    for (const Value& value : wrt)
        if (value) depends[static_cast<std::size_t>(value.id())] = true;
    for (std::size_t n = first; n < graph.nodes.size(); ++n) {
        const Node& node = graph.nodes[n];
        if (node.op->constant) continue;
        bool any = false;
        for (ValueId input : node.inputs) any = any || (input != noId && depends[static_cast<std::size_t>(input)]);
        if (!any) continue;
        for (ValueId output : node.outputs)
            if (isFloat(graph.type(output).dtype)) depends[static_cast<std::size_t>(output)] = true;
    }
    return depends;
}

Values gradientsFrom(std::size_t first, GraphBuilder& builder, const Values& outputs, const Values& outputGrads, const Values& wrt);

/// The same values, where one that occurs again is replaced by a view of it: gradients are told apart by value, so
/// without this each occurrence would get the sum of all.
Values distinct(GraphBuilder& builder, Values values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = 0; j < i && values[i]; ++j)
            if (values[j] && values[j].id() == values[i].id()) {
                values[i] = builder.op("reshape", {values[i]}, {{"shape", values[i].shape().vector()}});
                break;
            }
    return values;
}

Values gradientOfNode(GraphBuilder& builder, const Node& node, const Values& grads, std::vector<bool> wanted)
{
    Values inputs, outputs;
    for (ValueId id : node.inputs) inputs.push_back(id == noId ? Value{} : builder.value(id));
    for (ValueId id : node.outputs) outputs.push_back(builder.value(id));
    if (node.op->vjp) return node.op->vjp(builder, {node.attrs, inputs, outputs, grads, std::move(wanted)});
    assert(node.op->decompose && "an op needs a vjp or a decomposition, or to be constant");
    inputs = distinct(builder, std::move(inputs));
    // The inputs may depend on each other outside of the decomposition: only its own nodes count.
    const std::size_t first = builder.graph().nodes.size();
    const Values simple = node.op->decompose(builder, {node.attrs, inputs});
    Values targets;
    for (std::size_t i = 0; i < inputs.size(); ++i) targets.push_back(wanted[i] ? inputs[i] : Value{});
    return gradientsFrom(first, builder, simple, grads, targets);
}

Values gradientsFrom(std::size_t first, GraphBuilder& builder, const Values& outputs, const Values& outputGrads, const Values& wrt)
{
    Graph& graph = builder.graph();
    if (builder.failed()) return Values(wrt.size());
    const std::vector<bool> depends = dependents(graph, wrt, first);
    std::vector<Value> grad(graph.values.size());
    const std::size_t known = graph.nodes.size();
    for (std::size_t i = 0; i < outputs.size(); ++i)
        if (outputs[i] && i < outputGrads.size()) accumulate(grad[static_cast<std::size_t>(outputs[i].id())], outputGrads[i]);

    const std::string outerOrigin = builder.origin();
    for (std::size_t n = known; n-- > first;) {
        // A copy: the vectors grow while gradients are added.
        const Node node = graph.nodes[n];
        if (node.op->constant) continue;
        Values grads;
        bool any = false, needed = false;
        for (ValueId output : node.outputs) {
            const auto at = static_cast<std::size_t>(output);
            grads.push_back(depends[at] ? grad[at] : Value{});
            any = any || grads.back().defined();
        }
        std::vector<bool> wanted;
        for (ValueId input : node.inputs) {
            wanted.push_back(input != noId && depends[static_cast<std::size_t>(input)]);
            needed = needed || wanted.back();
        }
        if (!any || !needed) continue;
        builder.setOrigin(node.origin);
        const Values result = gradientOfNode(builder, node, grads, wanted);
        for (std::size_t i = 0; i < node.inputs.size() && i < result.size(); ++i) {
            if (!wanted[i] || !result[i]) continue;
            assert(result[i].type() == graph.type(node.inputs[i]) && "a gradient has the type of its input");
            accumulate(grad[static_cast<std::size_t>(node.inputs[i])], result[i]);
        }
    }
    builder.setOrigin(outerOrigin);

    Values result;
    for (const Value& value : wrt) result.push_back(value ? grad[static_cast<std::size_t>(value.id())] : Value{});
    return result;
}

} // namespace

Values gradients(GraphBuilder& builder, const Values& outputs, const Values& outputGrads, const Values& wrt)
{
    return gradientsFrom(0, builder, outputs, outputGrads, wrt);
}

Values gradientByDecomposition(GraphBuilder& builder, const OpSpec& forward, const Values& inputs, const Attrs& attrs,
                               const Values& outputGrads)
{
    assert(forward.decompose);
    Values wrt = distinct(builder, inputs);
    const std::size_t first = builder.graph().nodes.size();
    const Values outputs = forward.decompose(builder, {attrs, wrt});
    for (Value& value : wrt)
        if (value && !isFloat(value.dtype())) value = {};
    Values grads = gradientsFrom(first, builder, outputs, outputGrads, wrt);
    for (std::size_t i = 0; i < grads.size(); ++i)
        if (!grads[i] && wrt[i]) grads[i] = builder.zerosLike(inputs[i]);
    return grads;
}

} // namespace ds
