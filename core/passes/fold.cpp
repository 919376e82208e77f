// SPDX-License-Identifier: Apache-2.0
#include "core/graph/op_spec.h"
#include "core/passes/passes.h"
#include "core/passes/rewriter.h"

namespace ds {

namespace {

/// conv → batch_norm_inference, where nothing else reads what lies between.
class Folder {
public:
    explicit Folder(const Graph& graph) : m_from(graph), m_rewriter(graph), m_readers(readers(graph)), m_gone(graph.nodes.size()) {}

    Graph run()
    {
        std::vector<bool> kept(m_from.values.size());
        for (const GraphOutput& output : m_from.outputs) kept[static_cast<std::size_t>(output.value)] = true;
        for (std::size_t n = 0; n < m_from.nodes.size(); ++n) {
            if (m_gone[n]) continue;
            const Node& node = m_from.nodes[n];
            const Node* norm = node.op->name == "conv" && !kept[static_cast<std::size_t>(node.outputs.front())] ? normAfter(node) : nullptr;
            if (norm) fold(node, *norm);
            else m_rewriter.copy(node);
        }
        return m_rewriter.finish();
    }

private:
    const Node* normAfter(const Node& conv)
    {
        const auto& list = m_readers[static_cast<std::size_t>(conv.outputs.front())];
        if (list.size() != 1) return nullptr;
        const Node& norm = m_from.nodes[static_cast<std::size_t>(list.front())];
        if (norm.op->name != "batch_norm_inference" || norm.inputs.front() != conv.outputs.front()) return nullptr;
        // What the normalisation reads must be there already: the new convolution stands where the old one stood.
        for (std::size_t i = 1; i < norm.inputs.size(); ++i)
            if (!m_rewriter.mapped(norm.inputs[i])) return nullptr;
        m_gone[static_cast<std::size_t>(list.front())] = true;
        return &norm;
    }

    /// (conv(x, w) + b - mean) × factor + bias = conv(x, w × factor) + ((b - mean) × factor + bias).
    void fold(const Node& conv, const Node& norm)
    {
        GraphBuilder& b = m_rewriter.builder();
        b.setOrigin(conv.origin);
        Values inputs = m_rewriter.map(conv.inputs);
        const Values normInputs = m_rewriter.map(norm.inputs); // the first one is gone
        const Value scale = normInputs[1], bias = normInputs[2], mean = normInputs[3], variance = normInputs[4];
        const Value factor = scale * b.op("rsqrt", {variance + norm.attrs.number("epsilon")});
        Shape perFilter = inputs[1].shape();
        for (int i = 1; i < perFilter.rank(); ++i) perFilter[i] = 1;
        inputs[1] = inputs[1] * reshape(factor, perFilter);
        const bool biased = inputs.size() > 2 && inputs[2];
        inputs.resize(3);
        inputs[2] = bias - (biased ? mean - inputs[2] : mean) * factor;
        m_rewriter.set(norm.outputs.front(), b.op("conv", inputs, conv.attrs));
    }

    const Graph& m_from;
    Rewriter m_rewriter;
    std::vector<std::vector<NodeId>> m_readers;
    std::vector<bool> m_gone;
};

} // namespace

Graph foldBatchNorm(const Graph& graph) { return Folder(graph).run(); }

} // namespace ds
