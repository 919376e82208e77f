// SPDX-License-Identifier: Apache-2.0
#include "core/passes/recompute.h"

#include <algorithm>

#include "core/base/pattern.h"
#include "core/graph/op_spec.h"
#include "core/passes/rewriter.h"

namespace ds {

namespace {

/// Results of a node that are so much smaller than its largest one are kept.
constexpr std::size_t smallShare = 16;

class Recomputer {
public:
    Recomputer(const Graph& graph, const RecomputeChoice& choice)
        : m_from(graph), m_rewriter(graph), m_again(graph.nodes.size()), m_done(graph.nodes.size()), m_forward(forwardNodes(graph))
    {
        decide(choice);
    }

    Graph run()
    {
        for (std::size_t n = 0; n < m_from.nodes.size(); ++n) {
            if (n >= m_forward)
                for (ValueId input : m_from.nodes[n].inputs) need(input);
            m_rewriter.copy(m_from.nodes[n]);
        }
        return m_rewriter.finish();
    }

private:
    static std::size_t at(int32_t id) { return static_cast<std::size_t>(id); }

    bool isSmall(const Node& node, ValueId output) const
    {
        std::size_t largest = 0;
        for (ValueId other : node.outputs) largest = std::max(largest, m_from.type(other).bytes());
        return m_from.type(output).bytes() * smallShare <= largest;
    }

    /// A node runs again if it is chosen and none of its results leaves its stretch in the forward direction, is promised to the
    /// caller or goes into a state. A view goes with what it looks at.
    void decide(const RecomputeChoice& choice)
    {
        const std::vector<int>& stretch = choice.stretch;
        std::vector<bool> kept(m_from.values.size());
        for (const GraphOutput& output : m_from.outputs) kept[at(output.value)] = true;
        for (const StateUpdate& update : m_from.updates) kept[at(update.value)] = true;
        for (std::size_t n = m_forward; n-- > 0;) {
            const Node& node = m_from.nodes[n];
            bool again = stretch[n] >= 0 && !node.inputs.empty() && (choice.contractions || !node.op->flops);
            for (ValueId output : node.outputs) again = again && (!kept[at(output)] || isSmall(node, output));
            m_again[n] = again || (node.op->view && !kept[at(node.outputs.front())]);
            for (ValueId input : node.inputs) {
                if (input == noId || m_from.value(input).producer == noId) continue;
                const auto made = at(m_from.value(input).producer);
                // A view that is kept keeps what it looks at.
                if (stretch[made] != stretch[n] || (node.op->view && kept[at(node.outputs.front())])) kept[at(input)] = true;
            }
        }
        // A view of something kept need not be made again.
        for (std::size_t n = 0; n < m_forward; ++n) {
            const Node& node = m_from.nodes[n];
            if (!node.op->view) continue;
            const NodeId made = m_from.value(node.inputs.front()).producer;
            m_again[n] = m_again[n] && made != noId && m_again[at(made)];
        }
    }

    /// Makes the value anew if it was forgotten, with all that it depends on, in the order of the forward direction.
    void need(ValueId value)
    {
        std::vector<std::size_t> found;
        std::vector<ValueId> open{value};
        while (!open.empty()) {
            const ValueId next = open.back();
            open.pop_back();
            if (next == noId || m_from.value(next).producer == noId) continue;
            const auto n = at(m_from.value(next).producer);
            const Node& node = m_from.nodes[n];
            if (!m_again[n] || m_done[n] || isSmall(node, next)) continue;
            m_done[n] = true;
            found.push_back(n);
            open.insert(open.end(), node.inputs.begin(), node.inputs.end());
        }
        std::sort(found.begin(), found.end());
        for (std::size_t n : found) {
            const Node& node = m_from.nodes[n];
            std::vector<std::pair<ValueId, Value>> small;
            for (ValueId output : node.outputs)
                if (isSmall(node, output)) small.emplace_back(output, m_rewriter.map(output));
            const NodeId copied = m_rewriter.copy(node);
            m_rewriter.builder().graph().nodes[at(copied)].again = true;
            for (const auto& [output, first] : small) m_rewriter.set(output, first);
        }
    }

    const Graph& m_from;
    Rewriter m_rewriter;
    std::vector<bool> m_again, m_done;
    const std::size_t m_forward; // nodes of the forward direction
};

} // namespace

std::size_t forwardNodes(const Graph& graph)
{
    const ValueId loss = graph.findOutput("loss");
    return loss == noId || graph.value(loss).producer == noId ? 0 : static_cast<std::size_t>(graph.value(loss).producer) + 1;
}

Graph recompute(const Graph& graph, const RecomputeChoice& choice) { return Recomputer(graph, choice).run(); }

RecomputeChoice recomputeLayers(const Graph& graph, const std::vector<std::string>& patterns)
{
    RecomputeChoice choice{std::vector<int>(graph.nodes.size(), -1)};
    std::vector<std::string> layers;
    const auto chosen = [&](const std::string& path) {
        return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return matches(pattern, path); });
    };
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
        const std::string& origin = graph.nodes[n].origin;
        // The outermost layer that is meant: all inside of it is one stretch.
        for (std::size_t end = origin.find('/');; end = origin.find('/', end + 1)) {
            const std::string path = origin.substr(0, end);
            if (!path.empty() && chosen(path)) {
                const auto known = std::find(layers.begin(), layers.end(), path);
                choice.stretch[n] = static_cast<int>(known - layers.begin());
                if (known == layers.end()) layers.push_back(path);
                break;
            }
            if (end == std::string::npos) break;
        }
    }
    return choice;
}

RecomputeCost recomputeCost(const Graph& graph)
{
    RecomputeCost cost;
    for (const Node& node : graph.nodes) {
        const double seconds = secondsOf(graph, node, {});
        cost.stepSeconds += seconds;
        if (!node.again || node.op->view) continue;
        cost.seconds += seconds;
        ++cost.nodes;
    }
    return cost;
}

} // namespace ds
