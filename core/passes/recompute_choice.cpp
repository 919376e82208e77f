// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <numeric>

#include "core/graph/op_spec.h"
#include "core/passes/memory_plan.h"
#include "core/passes/recompute.h"

namespace ds {

namespace {

/// Into about so many stretches the forward direction is cut.
constexpr std::array<std::size_t, 12> counts = {2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96};

/// Where the forward direction is cut: what the backward direction reads of each node, and how much a cut behind it would keep.
class Stretches {
public:
    explicit Stretches(const Graph& graph)
        : m_forward(forwardNodes(graph)), m_nodes(graph.nodes.size()), m_saved(m_forward), m_crossing(m_forward)
    {
        std::vector<ValueId> root(graph.values.size());
        std::iota(root.begin(), root.end(), 0);
        std::vector<std::size_t> lastForward(graph.values.size());
        std::vector<bool> readLate(graph.values.size());
        for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
            const Node& node = graph.nodes[n];
            if (node.op->view) root[static_cast<std::size_t>(node.outputs.front())] = root[static_cast<std::size_t>(node.inputs.front())];
            for (ValueId input : node.inputs) {
                if (input == noId) continue;
                const auto from = static_cast<std::size_t>(root[static_cast<std::size_t>(input)]);
                if (n < m_forward) lastForward[from] = n;
                else readLate[from] = true;
            }
        }
        for (std::size_t n = 0; n < m_forward; ++n) {
            const Node& node = graph.nodes[n];
            if (node.op->view || node.inputs.empty()) continue;
            for (ValueId output : node.outputs) {
                const auto v = static_cast<std::size_t>(output);
                const double bytes = static_cast<double>(graph.type(output).bytes());
                if (readLate[v]) m_saved[n] += bytes;
                for (std::size_t behind = n; behind < lastForward[v]; ++behind) m_crossing[behind] += bytes;
            }
        }
    }

    /// For each node its stretch; the last one is not chosen, since the backward direction begins with it. Cuts are made where
    /// little crosses them, so stretches are between half and one and a half times as long as asked for.
    std::vector<int> cut(std::size_t count) const
    {
        const double length = std::accumulate(m_saved.begin(), m_saved.end(), 0.0) / static_cast<double>(count);
        std::vector<int> stretch(m_nodes, -1);
        std::size_t begin = 0;
        for (int number = 0;; ++number) {
            std::size_t best = m_forward;
            double held = 0;
            for (std::size_t n = begin; n + 1 < m_forward && held <= 1.5 * length; ++n) {
                held += m_saved[n];
                if (held >= 0.5 * length && (best == m_forward || m_crossing[n] <= m_crossing[best])) best = n;
            }
            if (best == m_forward) return stretch;
            const double rest = std::accumulate(m_saved.begin() + static_cast<std::ptrdiff_t>(best) + 1, m_saved.end(), 0.0);
            std::fill(stretch.begin() + static_cast<std::ptrdiff_t>(begin), stretch.begin() + static_cast<std::ptrdiff_t>(best) + 1,
                      number);
            begin = best + 1;
            if (rest <= 0.5 * length) return stretch;
        }
    }

private:
    const std::size_t m_forward, m_nodes;
    std::vector<double> m_saved, m_crossing; // bytes, for each node of the forward direction
};

struct Outcome {
    RecomputeChoice choice;
    std::size_t bytes = 0;
    double seconds = 0;
};

Outcome outcomeOf(const Graph& graph, RecomputeChoice choice)
{
    const Graph changed = recompute(graph, choice);
    const std::vector<std::size_t> noWorkspace(changed.nodes.size());
    return {std::move(choice), planMemory(changed, noWorkspace).arenaBytes, recomputeCost(changed).seconds};
}

RecomputeChoice firstStretches(RecomputeChoice choice, int count)
{
    for (int& stretch : choice.stretch)
        if (stretch >= count) stretch = -1;
    return choice;
}

/// The fewest stretches, from the first on, that still fit: what is computed early is kept longest.
Outcome fewest(const Graph& graph, Outcome all, std::size_t budget)
{
    const RecomputeChoice choice = all.choice;
    int tooFew = 0, enough = *std::max_element(choice.stretch.begin(), choice.stretch.end()) + 1;
    Outcome best = std::move(all);
    while (enough - tooFew > 1) {
        const int middle = (tooFew + enough) / 2;
        Outcome tried = outcomeOf(graph, firstStretches(choice, middle));
        if (tried.bytes > budget) {
            tooFew = middle;
            continue;
        }
        enough = middle;
        best = std::move(tried);
    }
    return best;
}

} // namespace

RecomputeChoice chooseRecompute(const Graph& graph, std::size_t budget)
{
    const Stretches stretches(graph);
    Outcome best = outcomeOf(graph, {std::vector<int>(graph.nodes.size(), -1)});
    std::vector<int> before;
    for (std::size_t count : counts) {
        std::vector<int> stretch = stretches.cut(count);
        if (stretch == before) continue;
        before = stretch;
        for (bool contractions : {false, true}) {
            Outcome tried = outcomeOf(graph, {stretch, contractions});
            if (tried.bytes <= budget) tried = fewest(graph, std::move(tried), budget);
            const bool fits = tried.bytes <= budget, bestFits = best.bytes <= budget;
            if (fits != bestFits ? fits : fits ? tried.seconds < best.seconds : tried.bytes < best.bytes) best = std::move(tried);
        }
    }
    return std::move(best.choice);
}

} // namespace ds
