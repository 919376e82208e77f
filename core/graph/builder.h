// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/graph/graph.h"
#include "core/graph/op_spec.h"
#include "core/graph/value.h"

namespace ds {

/// Adds ops to a graph, inferring types. The first user error sticks: from then on ops return undefined
/// Values and do nothing, so that a chain needs one check at its end.
class GraphBuilder {
public:
    explicit GraphBuilder(Graph& graph) : m_graph(graph) {}
    GraphBuilder(const GraphBuilder&) = delete;

    Graph& graph() { return m_graph; }
    const Graph& graph() const { return m_graph; }
    Value value(ValueId id) { return {this, id}; }

    Value input(std::string name, TensorType type);
    Value parameter(std::string name, TensorType type, std::string initializer, Attrs initializerAttrs = {});
    Value state(std::string name, TensorType type, std::string initializer = "zeros", Attrs initializerAttrs = {});
    void output(std::string name, Value value);
    void update(Value state, Value value);

    /// First output of an op. `name` must be an op of the graph's set.
    Value op(std::string_view name, const Values& inputs, Attrs attrs = {});
    /// All outputs. After an error as many undefined ones as the op has ports, which for a variadic output may be too few.
    Values ops(std::string_view name, const Values& inputs, Attrs attrs = {});
    Values ops(const OpSpec& spec, const Values& inputs, Attrs attrs = {});

    /// A constant of one value.
    Value full(double value, const Shape& shape, DType dtype);
    Value scalar(double value, DType dtype = DType::F32) { return full(value, {}, dtype); }
    Value zerosLike(Value x) { return full(0, x.shape(), x.dtype()); }

    /// The layer path that the following nodes carry.
    void setOrigin(std::string origin) { m_origin = std::move(origin); }
    const std::string& origin() const { return m_origin; }

    bool failed() const { return m_error.has_value(); }
    const Error& error() const { return *m_error; }
    /// Records an error of the caller's own (only the first is kept) and returns an undefined Value.
    Value fail(Error error);
    void clearError() { m_error.reset(); }

private:
    Graph& m_graph;
    std::string m_origin;
    std::optional<Error> m_error;
};

/// Types of the outputs of an op: checks the number of inputs and the attributes (defaults are filled in),
/// then asks the op. Error::where is the op's name.
Inferred inferTypes(const OpSpec& op, const std::vector<const TensorType*>& inputs, Attrs& attrs);

/// The NumPy rule; nothing if the shapes do not go together.
std::optional<Shape> broadcastShapes(const Shape& a, const Shape& b);

} // namespace ds
