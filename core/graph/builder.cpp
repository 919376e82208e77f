// SPDX-License-Identifier: Apache-2.0
#include "core/graph/builder.h"

#include <algorithm>

#include "core/graph/op_set.h"

namespace ds {

Value GraphBuilder::input(std::string name, TensorType type) { return value(m_graph.addInput(InputKind::Feed, std::move(name), type)); }

Value GraphBuilder::parameter(std::string name, TensorType type, std::string initializer, Attrs initializerAttrs)
{
    return value(m_graph.addInput(InputKind::Parameter, std::move(name), type, std::move(initializer), std::move(initializerAttrs)));
}

Value GraphBuilder::state(std::string name, TensorType type, std::string initializer, Attrs initializerAttrs)
{
    return value(m_graph.addInput(InputKind::State, std::move(name), type, std::move(initializer), std::move(initializerAttrs)));
}

void GraphBuilder::output(std::string name, Value value)
{
    if (value) m_graph.outputs.push_back({std::move(name), value.id()});
}

void GraphBuilder::update(Value state, Value value)
{
    if (state && value) m_graph.updates.push_back({state.id(), value.id()});
}

Value GraphBuilder::op(std::string_view name, const Values& inputs, Attrs attrs)
{
    const Values outputs = ops(name, inputs, std::move(attrs));
    return outputs.empty() ? Value{} : outputs.front();
}

Values GraphBuilder::ops(std::string_view name, const Values& inputs, Attrs attrs)
{
    const OpSpec* spec = m_graph.ops().find(name);
    assert(spec && "no op of this name");
    return ops(*spec, inputs, std::move(attrs));
}

Values GraphBuilder::ops(const OpSpec& spec, const Values& inputs, Attrs attrs)
{
    if (failed()) return Values(spec.outputs.size());
    std::vector<const TensorType*> types;
    std::vector<ValueId> ids;
    for (const Value& input : inputs) {
        types.push_back(input ? &m_graph.type(input.id()) : nullptr);
        ids.push_back(input.id());
    }
    Inferred inferred = inferTypes(spec, types, attrs);
    if (!inferred) {
        fail(inferred.error());
        return Values(spec.outputs.size());
    }
    const NodeId node = m_graph.addNode(spec, std::move(ids), std::move(attrs), *inferred, m_origin);
    Values outputs;
    for (ValueId id : m_graph.nodes[static_cast<std::size_t>(node)].outputs) outputs.push_back(value(id));
    return outputs;
}

Value GraphBuilder::full(double number, const Shape& shape, DType dtype)
{
    return op("full", {}, {{"shape", shape.vector()}, {"value", number}, {"dtype", dtypeName(dtype)}});
}

Value GraphBuilder::fail(Error error)
{
    if (!m_error) m_error = std::move(error);
    return {};
}

namespace {

/// More than 2^48 elements; counting must not overflow.
bool tooLarge(const Shape& shape)
{
    double count = 1;
    for (int64_t size : shape) count *= static_cast<double>(size);
    return count > 0x1p48;
}

} // namespace

Inferred inferTypes(const OpSpec& op, const std::vector<const TensorType*>& inputs, Attrs& attrs)
{
    const std::string name(op.name);
    const bool variadic = !op.inputs.empty() && op.inputs.back().kind == PortKind::Variadic;
    const std::size_t most = variadic ? std::max(inputs.size(), op.inputs.size()) : op.inputs.size();
    for (std::size_t i = 0; i < std::max(op.inputs.size(), inputs.size()); ++i) {
        if (i >= most)
            return Error{phrase("Graph", "takes at most %1 inputs, got %2").with({std::to_string(most), std::to_string(inputs.size())}),
                         name, ""};
        const Port& port = op.inputs[std::min(i, op.inputs.size() - 1)];
        if (port.kind != PortKind::Optional && (i >= inputs.size() || !inputs[i]))
            return Error{phrase("Graph", "input \"%1\" is missing").with({std::string(port.name)}), name, ""};
    }
    const Errors problems = validate(op.attributes, attrs);
    if (!problems.empty()) return problems.front().in(name);
    Inferred inferred = op.infer({attrs, inputs});
    if (!inferred) return inferred.error().in(name);
    for (const TensorType& type : *inferred)
        if (tooLarge(type.shape))
            return Error{phrase("Graph", "the result would be %1, which no memory holds").with({type.text()}), name, ""};
    return inferred;
}

std::optional<Shape> broadcastShapes(const Shape& a, const Shape& b)
{
    Shape result = a.rank() >= b.rank() ? a : b;
    for (int i = 1; i <= std::min(a.rank(), b.rank()); ++i) {
        if (a[-i] != b[-i] && a[-i] != 1 && b[-i] != 1) return std::nullopt;
        result[-i] = a[-i] == 1 ? b[-i] : a[-i];
    }
    return result;
}

} // namespace ds
