// SPDX-License-Identifier: Apache-2.0
#include "core/graph/op_set.h"
#include "core/graph/op_spec.h"
#include "core/passes/passes.h"
#include "core/passes/rewriter.h"
#include "core/passes/uses.h"

namespace ds {

namespace {

/// dropout → add(residual) → layer_norm, and layer_norm_grad → add.
class NormFuser {
public:
    explicit NormFuser(const Graph& graph) : m_from(graph), m_rewriter(graph), m_uses(graph), m_gone(graph.nodes.size()) {}

    Graph run()
    {
        for (const Node& node : m_from.nodes) {
            if (m_gone[at(m_from.value(node.outputs.front()).producer)]) continue;
            const bool fused = node.op->name == "add" ? sumAndNorm(node) : node.op->name == "layer_norm_grad" && normGradAndSum(node);
            if (!fused) m_rewriter.copy(node);
        }
        return removeDeadCode(m_rewriter.finish());
    }

private:
    static std::size_t at(int32_t id) { return static_cast<std::size_t>(id); }
    void drop(const Node& node) { m_gone[at(m_from.value(node.outputs.front()).producer)] = true; }
    bool isThere(ValueId value) const { return value == noId || m_rewriter.mapped(value); }

    Values make(const Node& like, std::string_view op, const std::vector<ValueId>& inputs, Attrs attrs)
    {
        m_rewriter.builder().setOrigin(like.origin);
        Values outputs = m_rewriter.builder().ops(op, m_rewriter.map(inputs), std::move(attrs));
        m_rewriter.builder().graph().nodes.back().again = like.again;
        return outputs;
    }

    /// A sum and the norm that is the first to read it. The dropout before it stays behind as dead code.
    bool sumAndNorm(const Node& add)
    {
        const ValueId sum = add.outputs.front();
        const auto& reading = m_uses.readers(sum);
        if (reading.empty()) return false;
        const Node& norm = m_from.nodes[at(reading.front())];
        if (norm.op->name != "layer_norm" || norm.inputs[0] != sum || norm.again != add.again) return false;
        for (ValueId term : add.inputs)
            if (m_from.type(term) != m_from.type(sum)) return false;
        std::vector<ValueId> inputs = add.inputs;
        for (std::size_t i = 1; i < norm.inputs.size(); ++i) {
            if (!isThere(norm.inputs[i])) return false;
            inputs.push_back(norm.inputs[i]);
        }
        Attrs attrs = norm.attrs;
        for (std::size_t i : {0, 1}) {
            const Node* dropout = m_from.producer(add.inputs[i]);
            if (!dropout || dropout->op->name != "dropout" || dropout->again != add.again || m_uses.onlyReader(add.inputs[i]) != &add)
                continue;
            for (const char* name : {"rate", "stream"}) attrs.set(name, *dropout->attrs.find(name));
            inputs[0] = dropout->inputs[0];
            inputs[1] = add.inputs[1 - i];
            break;
        }
        drop(norm);
        const Values outputs = make(norm, "add_layer_norm", inputs, std::move(attrs));
        m_rewriter.set(sum, outputs[0]);
        m_rewriter.set(norm.outputs.front(), outputs[1]);
        return true;
    }

    /// The gradient by way of a norm and what else reaches its input.
    bool normGradAndSum(const Node& norm)
    {
        const ValueId dx = norm.outputs.front();
        const Node* add = norm.inputs.size() < 4 ? m_uses.onlyReader(dx) : nullptr;
        if (!add || add->op->name != "add" || add->inputs[0] == add->inputs[1]) return false;
        const ValueId more = add->inputs[add->inputs[0] == dx ? 1 : 0];
        if (m_from.type(more) != m_from.type(dx) || !isThere(more)) return false;
        drop(*add);
        std::vector<ValueId> inputs = norm.inputs;
        inputs.push_back(more);
        const Values outputs = make(norm, "layer_norm_grad", inputs, norm.attrs);
        m_rewriter.set(add->outputs.front(), outputs[0]);
        for (std::size_t i = 1; i < outputs.size(); ++i) m_rewriter.set(norm.outputs[i], outputs[i]);
        return true;
    }

    const Graph& m_from;
    Rewriter m_rewriter;
    Uses m_uses;
    std::vector<bool> m_gone;
};

} // namespace

Graph fuseLayerNorm(const Graph& graph) { return graph.ops().find("add_layer_norm") ? NormFuser(graph).run() : graph; }

} // namespace ds
