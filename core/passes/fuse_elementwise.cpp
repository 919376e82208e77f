// SPDX-License-Identifier: Apache-2.0
#include "core/passes/fuse_elementwise.h"

#include <algorithm>
#include <set>

#include "core/graph/elementwise.h"
#include "core/passes/rewriter.h"
#include "core/passes/uses.h"

namespace ds {

namespace {

constexpr std::size_t mostStages = 24, mostOperands = 10; // what a stretch of each needs fits into the nearest cache

class ChainFuser {
public:
    ChainFuser(const Graph& graph, const FusableStage& fusable)
        : m_from(graph), m_fusable(fusable), m_rewriter(graph), m_uses(graph), m_stage(graph.nodes.size()), m_head(graph.nodes.size(), noId)
    {
        if (const ValueId loss = graph.findOutput("loss"); loss != noId) m_loss = graph.value(loss).producer;
    }

    Graph run()
    {
        for (std::size_t n = 0; n < m_from.nodes.size(); ++n) m_stage[n] = isStage(m_from.nodes[n]);
        // From the end: a node joins the chain of its only reader.
        m_chains.resize(m_from.nodes.size());
        for (std::size_t n = m_from.nodes.size(); n-- > 0;) {
            if (!m_stage[n]) continue;
            const auto node = static_cast<NodeId>(n);
            const NodeId head = chainFor(node);
            m_head[n] = head;
            m_chains[at(head)].push_back(node);
        }
        for (std::size_t n = 0; n < m_from.nodes.size(); ++n) {
            const auto node = static_cast<NodeId>(n);
            if (!m_stage[n] || (m_head[n] == node && m_chains[n].size() == 1)) m_rewriter.copy(m_from.nodes[n]);
            else if (m_head[n] == node) emit(node);
        }
        return m_rewriter.finish();
    }

private:
    static std::size_t at(int32_t id) { return static_cast<std::size_t>(id); }
    const TensorType& result(NodeId n) const { return m_from.type(m_from.nodes[at(n)].outputs.front()); }

    bool isStage(const Node& node) const
    {
        if (node.again || !canBeStage(*node.op)) return false;
        const TensorType& y = m_from.type(node.outputs.front());
        if (y.shape.count() == 1) return false;
        for (ValueId input : node.inputs) {
            const TensorType& type = m_from.type(input);
            if (type.dtype != y.dtype || (type.shape != y.shape && (type.shape.count() != 1 || type.shape.rank() > y.shape.rank())))
                return false;
        }
        return m_fusable(m_from, node);
    }

    /// The last node of the chain that the node belongs to: itself if it begins one.
    NodeId chainFor(NodeId n) const
    {
        const ValueId y = m_from.nodes[at(n)].outputs.front();
        const auto& reading = m_uses.readers(y);
        if (reading.empty() || m_uses.kept(y)) return n;
        const NodeId head = m_head[at(reading.front())];
        for (NodeId reader : reading)
            if (!m_stage[at(reader)] || m_head[at(reader)] != head) return n;
        if (result(head) != m_from.type(y)) return n;
        if (m_loss != noId && n <= m_loss && head > m_loss) return n; // what is kept for the backward direction is made in the forward one
        std::vector<NodeId> members = m_chains[at(head)];
        members.push_back(n);
        if (members.size() > mostStages || operandsOf(members).size() > mostOperands) return n;
        return keepsMore(n, head) ? n : head;
    }

    /// Whether computing the node as late as `head` would keep more values in memory meanwhile than its result is.
    bool keepsMore(NodeId n, NodeId head) const
    {
        const Node& node = m_from.nodes[at(n)];
        const TensorType& y = m_from.type(node.outputs.front());
        std::set<ValueId> longer;
        for (ValueId input : node.inputs) {
            const auto& reading = m_uses.readers(input);
            const bool needed = m_uses.kept(input) || m_from.value(input).producer == noId || reading.back() >= head;
            if (m_from.type(input) == y && !needed) longer.insert(input);
        }
        if (longer.size() < 2) return false;
        for (NodeId between = n + 1; between < head; ++between)
            if (m_head[at(between)] != head && m_from.type(m_from.nodes[at(between)].outputs.front()).shape.count() > 1) return true;
        return false;
    }

    /// Values from outside that the members read, each once.
    std::vector<ValueId> operandsOf(const std::vector<NodeId>& members) const
    {
        std::vector<ValueId> operands;
        for (NodeId n : members)
            for (ValueId input : m_from.nodes[at(n)].inputs) {
                const NodeId producer = m_from.value(input).producer;
                if (std::find(members.begin(), members.end(), producer) != members.end()) continue;
                if (std::find(operands.begin(), operands.end(), input) == operands.end()) operands.push_back(input);
            }
        return operands;
    }

    void emit(NodeId head)
    {
        std::vector<NodeId> members = m_chains[at(head)];
        std::sort(members.begin(), members.end());
        std::vector<ValueId> operands = operandsOf(members);
        // The result may take the place of the first operand: of the state that it becomes, or else of one that nobody reads later.
        const TensorType& y = result(head);
        const auto dies = [&](ValueId value) {
            return m_from.type(value) == y && m_from.value(value).producer != noId && !m_uses.kept(value) &&
                   m_uses.readers(value).back() <= head;
        };
        std::stable_partition(operands.begin(), operands.end(), dies);
        const ValueId made = m_from.nodes[at(head)].outputs.front();
        std::stable_partition(operands.begin(), operands.end(), [&](ValueId operand) {
            return std::any_of(m_from.updates.begin(), m_from.updates.end(),
                               [&](const StateUpdate& update) { return update.value == made && update.state == operand; });
        });
        Strings stages;
        const auto numberOf = [&](ValueId input) {
            if (const auto operand = std::find(operands.begin(), operands.end(), input); operand != operands.end())
                return static_cast<int>(operand - operands.begin());
            const auto member = std::find(members.begin(), members.end(), m_from.value(input).producer);
            return static_cast<int>(operands.size()) + static_cast<int>(member - members.begin());
        };
        for (NodeId n : members) {
            const Node& node = m_from.nodes[at(n)];
            ElementwiseStage stage{node.op, node.attrs, {}};
            for (ValueId input : node.inputs) stage.operands.push_back(numberOf(input));
            stages.push_back(stageText(stage));
        }
        const Node& last = m_from.nodes[at(head)];
        m_rewriter.builder().setOrigin(last.origin);
        Values inputs;
        for (ValueId operand : operands) inputs.push_back(m_rewriter.map(operand));
        m_rewriter.set(last.outputs.front(), m_rewriter.builder().op("elementwise", inputs, {{"stages", std::move(stages)}}));
    }

    const Graph& m_from;
    const FusableStage& m_fusable;
    Rewriter m_rewriter;
    Uses m_uses;
    std::vector<bool> m_stage;
    std::vector<NodeId> m_head;                // the last node of the chain that each belongs to
    std::vector<std::vector<NodeId>> m_chains; // members, at their last node
    NodeId m_loss = noId;
};

} // namespace

Graph fuseElementwise(const Graph& graph, const FusableStage& fusable) { return ChainFuser(graph, fusable).run(); }

} // namespace ds
