// SPDX-License-Identifier: Apache-2.0
// What the engine runs: ops in static single assignment form. Nodes stand in an order in which they can
// be executed. Only builders and passes make graphs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/attributes.h"
#include "core/graph/value.h"
#include "core/tensor/layout.h"
#include "core/tensor/shape.h"

namespace ds {

class OpSet;
struct OpSpec;

struct Node {
    const OpSpec* op = nullptr;
    Attrs attrs;
    std::vector<ValueId> inputs; ///< noId: an absent optional input
    std::vector<ValueId> outputs;
    std::string origin; ///< path of the layer it came from, "encoder/attention"
    /// Computes what another node has computed before, so that its result need not be kept (the pass recompute). Never merged with it.
    bool again = false;
};

struct ValueInfo {
    TensorType type;
    Layout layout;
    NodeId producer = noId; ///< noId: an input of the graph
    std::string name;       ///< of inputs; else empty
};

/// Feed: given at each step. Parameter: kept between steps and trained. State: kept, not trained.
enum class InputKind { Feed, Parameter, State };

struct GraphInput {
    ValueId value = noId;
    InputKind kind = InputKind::Feed;
    std::string initializer; ///< of parameters and states: its name ...
    Attrs initializerAttrs;  ///< ... and settings, fan_in and fan_out among them
};

struct GraphOutput {
    std::string name;
    ValueId value = noId;
};

/// After the step, `state` holds what `value` was.
struct StateUpdate {
    ValueId state = noId;
    ValueId value = noId;
};

class Graph {
public:
    explicit Graph(const OpSet& ops) : m_ops(&ops) {}

    const OpSet& ops() const { return *m_ops; }

    std::string name;
    std::vector<Node> nodes;
    std::vector<ValueInfo> values;
    std::vector<GraphInput> inputs;
    std::vector<GraphOutput> outputs;
    std::vector<StateUpdate> updates;

    const ValueInfo& value(ValueId id) const { return values[static_cast<std::size_t>(id)]; }
    ValueInfo& value(ValueId id) { return values[static_cast<std::size_t>(id)]; }
    const TensorType& type(ValueId id) const { return value(id).type; }
    const Node* producer(ValueId id) const
    {
        const NodeId node = value(id).producer;
        return node == noId ? nullptr : &nodes[static_cast<std::size_t>(node)];
    }
    /// noId if there is none of that name.
    ValueId findInput(std::string_view name) const;
    ValueId findOutput(std::string_view name) const;
    const GraphInput* inputOf(ValueId id) const;

    ValueId addInput(InputKind kind, std::string name, TensorType type, std::string initializer = {}, Attrs initializerAttrs = {});
    /// Types are given, not inferred: GraphBuilder infers them.
    NodeId addNode(const OpSpec& op, std::vector<ValueId> inputs, Attrs attrs, const std::vector<TensorType>& types, std::string origin);

private:
    const OpSet* m_ops;
};

/// The nodes that read each value, in order.
std::vector<std::vector<NodeId>> readers(const Graph& graph);

} // namespace ds
