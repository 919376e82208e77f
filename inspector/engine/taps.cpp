// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/taps.h"

#include <algorithm>
#include <map>

#include "core/graph/op_spec.h"
#include "core/graph/view.h"

namespace ds::inspector {

namespace {

class Finder {
public:
    explicit Finder(const Graph& graph) : m_graph(graph)
    {
        const ValueId loss = graph.findOutput("loss");
        m_loss = loss == noId ? static_cast<NodeId>(graph.nodes.size()) : graph.value(loss).producer;
    }

    std::vector<Tap> run()
    {
        layers();
        parameters();
        std::stable_sort(m_taps.begin(), m_taps.end(), [](const Tap& a, const Tap& b) { return a.node < b.node; });
        return std::move(m_taps);
    }

private:
    const Node& node(NodeId n) const { return m_graph.nodes[static_cast<std::size_t>(n)]; }
    bool isTensor(ValueId value) const
    {
        const TensorType& type = m_graph.type(value);
        return isFloat(type.dtype) && type.count() > 1;
    }

    void layers()
    {
        std::map<std::string, NodeId> last; // node of each layer in the forward direction
        for (NodeId n = 0; n <= m_loss && n < static_cast<NodeId>(m_graph.nodes.size()); ++n)
            if (!isView(m_graph, node(n))) last[node(n).origin] = n;
        std::map<std::string, int64_t> elements;
        for (const auto& [layer, n] : last) {
            const ValueId value = node(n).outputs.front();
            if (layer.empty() || !isTensor(value)) continue;
            m_taps.push_back({layer, Quantity::Activation, n, false, value, noId, functionOf(node(n)), sourceOf(node(n))});
            elements[layer] = m_graph.type(value).count();
        }
        // What the first node of a layer in the backward direction reads from others is the gradient of the layer's result.
        for (NodeId n = m_loss + 1; n < static_cast<NodeId>(m_graph.nodes.size()); ++n) {
            const auto layer = elements.find(node(n).origin);
            if (layer == elements.end() || node(n).again || isView(m_graph, node(n))) continue;
            const ValueId gradient = gradientRead(node(n), layer->second);
            if (gradient == noId) continue;
            m_taps.push_back({layer->first, Quantity::ActivationGradient, n, true, gradient, noId, {}, {}});
            elements.erase(layer);
        }
    }

    static std::string functionOf(const Node& node)
    {
        if (const AttrValue* fused = node.attrs.find("activation"); fused && std::holds_alternative<std::string>(*fused))
            if (const auto& name = std::get<std::string>(*fused); !name.empty() && name != "none") return name;
        if (node.op->name != "elementwise") return std::string(node.op->name);
        const std::string& last = node.attrs.strings("stages").back(); // "tanh 3"
        return last.substr(0, last.find(' '));
    }
    std::string sourceOf(const Node& node) const
    {
        if (node.attrs.has("activation") || node.inputs.empty()) return node.origin;
        const Node* before = node.inputs.front() == noId ? nullptr : m_graph.producer(node.inputs.front());
        while (before && isView(m_graph, *before)) before = m_graph.producer(before->inputs.front());
        return before ? before->origin : std::string();
    }

    /// What a node reads from the backward direction: by the name of the port, or else the only such operand of that size.
    ValueId gradientRead(const Node& reader, int64_t count) const
    {
        ValueId found = noId;
        for (std::size_t i = 0; i < reader.inputs.size(); ++i) {
            const ValueId value = reader.inputs[i];
            if (value == noId || !isTensor(value) || m_graph.type(value).count() != count) continue;
            const Node* producer = m_graph.producer(value);
            if (!producer || producer->again || producer->origin == reader.origin || m_graph.value(value).producer <= m_loss) continue;
            const bool named = i < reader.op->inputs.size() && reader.op->inputs[i].name == "grad";
            if (named || found == noId) found = value;
            if (named) break;
        }
        return found;
    }

    void parameters()
    {
        for (const StateUpdate& update : m_graph.updates) {
            const GraphInput* state = m_graph.inputOf(update.state);
            const NodeId n = m_graph.value(update.value).producer;
            if (!state || state->kind != InputKind::Parameter || n == noId || isView(m_graph, node(n))) continue;
            const std::string& name = m_graph.value(update.state).name;
            m_taps.push_back({name, Quantity::Weight, n, true, update.state, noId, {}, {}});
            const auto& ports = node(n).op->inputs;
            const auto port = std::find_if(ports.begin(), ports.end(), [](const Port& p) { return p.name == "grad"; });
            if (port != ports.end())
                m_taps.push_back({name,
                                  Quantity::WeightGradient,
                                  n,
                                  true,
                                  node(n).inputs[static_cast<std::size_t>(port - ports.begin())],
                                  noId,
                                  {},
                                  {}});
            m_taps.push_back({name, Quantity::Update, n, false, update.value, update.state, {}, {}});
        }
    }

    const Graph& m_graph;
    NodeId m_loss;
    std::vector<Tap> m_taps;
};

} // namespace

const char* quantityName(Quantity quantity)
{
    constexpr const char* names[] = {"activation", "activation_gradient", "weight", "weight_gradient", "update"};
    return names[static_cast<int>(quantity)];
}

Quantity quantityFrom(const std::string& name)
{
    for (int i = 0; i < quantities; ++i)
        if (name == quantityName(static_cast<Quantity>(i))) return static_cast<Quantity>(i);
    return Quantity::Activation;
}

std::string layerOf(const std::string& parameter) { return parameter.substr(0, parameter.rfind('.')); }

std::vector<Tap> findTaps(const Graph& prepared) { return Finder(prepared).run(); }

} // namespace ds::inspector
