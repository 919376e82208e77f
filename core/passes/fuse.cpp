// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "core/graph/op_spec.h"
#include "core/passes/passes.h"
#include "core/passes/rewriter.h"

namespace ds {

namespace {

constexpr std::array<std::string_view, 1> fusableActivations = {"relu"};

/// Finds chains matmul → add(bias) → activation and conv → activation.
class Fuser {
public:
    explicit Fuser(const Graph& graph) : m_from(graph), m_rewriter(graph), m_readers(readers(graph)), m_gone(graph.nodes.size())
    {
        m_kept.resize(graph.values.size());
        for (const GraphOutput& output : graph.outputs) m_kept[static_cast<std::size_t>(output.value)] = true;
        for (const StateUpdate& update : graph.updates) m_kept[static_cast<std::size_t>(update.value)] = true;
    }

    Graph run()
    {
        for (std::size_t n = 0; n < m_from.nodes.size(); ++n) {
            if (m_gone[n]) continue;
            const Node& node = m_from.nodes[n];
            if (node.op->name == "matmul") matmul(node);
            else if (node.op->name == "conv") conv(node);
            else m_rewriter.copy(node);
        }
        return m_rewriter.finish();
    }

private:
    /// The one node that reads the value, if nothing else does.
    const Node* onlyReader(ValueId value) const
    {
        const auto& list = m_readers[static_cast<std::size_t>(value)];
        if (list.size() != 1 || m_kept[static_cast<std::size_t>(value)]) return nullptr;
        return &m_from.nodes[static_cast<std::size_t>(list.front())];
    }
    void drop(const Node& node) { m_gone[static_cast<std::size_t>(m_from.value(node.outputs.front()).producer)] = true; }

    const Node* activationAfter(ValueId value) const
    {
        const Node* next = onlyReader(value);
        if (!next || std::find(fusableActivations.begin(), fusableActivations.end(), next->op->name) == fusableActivations.end())
            return nullptr;
        return next;
    }

    void matmul(const Node& node)
    {
        const ValueId product = node.outputs.front();
        const Node* add = onlyReader(product);
        if (!add || add->op->name != "add" || m_from.type(node.inputs[1]).shape.rank() != 2 ||
            m_from.type(node.inputs[0]).dtype != DType::F32 || node.attrs.boolean("transpose_a")) {
            m_rewriter.copy(node);
            return;
        }
        const ValueId bias = add->inputs[add->inputs[0] == product ? 1 : 0];
        const int64_t width = m_from.type(product).shape[-1];
        // The bias must be there already: the fused node stands where the matmul stood.
        if (m_from.type(bias).shape != Shape{width} || !m_rewriter.mapped(bias)) {
            m_rewriter.copy(node);
            return;
        }
        const Node* last = add;
        std::string activation = "none";
        if (const Node* next = activationAfter(add->outputs.front())) {
            activation = next->op->name;
            drop(*next);
            last = next;
        }
        drop(*add);
        replace(node, *last, "linear", {m_rewriter.map(node.inputs[0]), m_rewriter.map(node.inputs[1]), m_rewriter.map(bias)},
                {{"transpose_b", node.attrs.boolean("transpose_b")}, {"activation", activation}});
    }

    void conv(const Node& node)
    {
        const Node* next = activationAfter(node.outputs.front());
        if (!next) {
            m_rewriter.copy(node);
            return;
        }
        drop(*next);
        Attrs attrs = node.attrs;
        attrs.set("activation", std::string(next->op->name));
        replace(node, *next, "conv_activation", m_rewriter.map(node.inputs), std::move(attrs));
    }

    void replace(const Node& first, const Node& last, std::string_view op, const Values& inputs, Attrs attrs)
    {
        m_rewriter.builder().setOrigin(first.origin);
        m_rewriter.set(last.outputs.front(), m_rewriter.builder().op(op, inputs, std::move(attrs)));
    }

    const Graph& m_from;
    Rewriter m_rewriter;
    std::vector<std::vector<NodeId>> m_readers;
    std::vector<bool> m_gone, m_kept;
};

} // namespace

Graph fuse(const Graph& graph) { return Fuser(graph).run(); }

} // namespace ds
