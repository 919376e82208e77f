// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "core/graph/op_spec.h"
#include "core/passes/passes.h"
#include "core/passes/rewriter.h"
#include "core/passes/uses.h"

namespace ds {

namespace {

constexpr std::array<std::string_view, 1> fusableActivations = {"relu"};

/// Finds chains matmul → add(bias) → activation (gelu where no gradient reads its operand), conv → add(residual) → activation, batch_norm →
/// add(residual) → activation, the gradient of batch_norm → activation, and mul(gradient, number) → update.
class Fuser {
public:
    explicit Fuser(const Graph& graph) : m_from(graph), m_rewriter(graph), m_uses(graph), m_gone(graph.nodes.size()) {}

    Graph run()
    {
        for (std::size_t n = 0; n < m_from.nodes.size(); ++n) {
            if (m_gone[n]) continue;
            const Node& node = m_from.nodes[n];
            if (node.op->name == "matmul") matmul(node);
            else if (node.op->name == "conv") conv(node);
            else if (node.op->name == "batch_norm") batchNorm(node);
            else if (node.op->name == "relu_grad") activationGrad(node);
            else if (!update(node)) m_rewriter.copy(node);
        }
        return m_rewriter.finish();
    }

private:
    void drop(const Node& node) { m_gone[static_cast<std::size_t>(m_from.value(node.outputs.front()).producer)] = true; }

    const Node* activationAfter(ValueId value) const
    {
        const Node* next = m_uses.onlyReader(value);
        if (!next || std::find(fusableActivations.begin(), fusableActivations.end(), next->op->name) == fusableActivations.end())
            return nullptr;
        return next;
    }

    /// What the op linear calls the activation; empty if it has none such.
    static std::string linearActivation(const Node& node)
    {
        if (node.op->name == "relu") return "relu";
        if (node.op->name == "gelu") return node.attrs.string("approximate") == "tanh" ? "gelu_tanh" : "gelu";
        return {};
    }

    void matmul(const Node& node)
    {
        const ValueId product = node.outputs.front();
        const Node* add = m_uses.onlyReader(product);
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
        const Node* next = m_uses.onlyReader(add->outputs.front());
        if (const std::string name = next ? linearActivation(*next) : std::string(); !name.empty()) {
            activation = name;
            drop(*next);
            last = next;
        }
        drop(*add);
        replace(node, *last, "linear", {m_rewriter.map(node.inputs[0]), m_rewriter.map(node.inputs[1]), m_rewriter.map(bias)},
                {{"transpose_b", node.attrs.boolean("transpose_b")}, {"activation", activation}});
    }

    /// The activation behind a value, if there is one, and the sum between them with what is added there, of the same type. It must be
    /// there already: the fused node stands where the first one stood.
    struct Tail {
        const Node *sum = nullptr, *activation = nullptr;
        ValueId residual = noId;
    };
    Tail tailAfter(ValueId value) const
    {
        const Node* sum = m_uses.onlyReader(value);
        if (!sum || sum->op->name != "add" || sum->inputs[0] == sum->inputs[1]) return {nullptr, activationAfter(value)};
        const ValueId residual = sum->inputs[sum->inputs[0] == value ? 1 : 0];
        if (m_from.type(residual) != m_from.type(value) || !m_rewriter.mapped(residual)) return {};
        return {sum, activationAfter(sum->outputs.front()), residual};
    }

    /// A node with its tail: the residual is its input 3. Gives its outputs; the first one stands for the tail's.
    Values withTail(const Node& node, const Tail& tail, std::string_view op)
    {
        Values inputs = m_rewriter.map(node.inputs);
        if (tail.sum) {
            inputs.resize(3);
            inputs.push_back(m_rewriter.map(tail.residual));
            drop(*tail.sum);
        }
        drop(*tail.activation);
        Attrs attrs = node.attrs;
        attrs.set("activation", std::string(tail.activation->op->name));
        m_rewriter.builder().setOrigin(node.origin);
        Values outputs = m_rewriter.builder().ops(op, inputs, std::move(attrs));
        m_rewriter.set(tail.activation->outputs.front(), outputs.front());
        return outputs;
    }

    void conv(const Node& node)
    {
        const Tail tail = tailAfter(node.outputs.front());
        if (tail.activation) withTail(node, tail, "conv_activation");
        else m_rewriter.copy(node);
    }

    void batchNorm(const Node& node)
    {
        const Tail tail = tailAfter(node.outputs.front());
        if (!tail.activation) {
            m_rewriter.copy(node);
            return;
        }
        if (!tail.sum) m_normOf[tail.activation->outputs.front()] = &node;
        const Values outputs = withTail(node, tail, "batch_norm_activation");
        for (std::size_t i = 1; i < outputs.size(); ++i) m_rewriter.set(node.outputs[i], outputs[i]);
    }

    /// relu_grad → batch_norm_grad of a batch_norm that was fused with that activation.
    void activationGrad(const Node& node)
    {
        const auto norm = m_normOf.find(node.inputs[0]);
        const Node* grad = m_uses.onlyReader(node.outputs.front());
        if (norm == m_normOf.end() || !grad || grad->op->name != "batch_norm_grad" || grad->inputs[4] != node.outputs.front() ||
            grad->inputs[0] != norm->second->inputs[0] || grad->inputs[2] != norm->second->outputs[1]) {
            m_rewriter.copy(node);
            return;
        }
        drop(*grad);
        const Node& forward = *norm->second;
        m_rewriter.builder().setOrigin(grad->origin);
        Attrs attrs = grad->attrs;
        attrs.set("activation", std::string("relu"));
        const Values outputs = m_rewriter.builder().ops("batch_norm_activation_grad",
                                                        {m_rewriter.map(forward.inputs[0]), m_rewriter.map(forward.inputs[1]),
                                                         m_rewriter.map(forward.inputs[2]), m_rewriter.map(forward.outputs[1]),
                                                         m_rewriter.map(forward.outputs[2]), m_rewriter.map(node.inputs[1])},
                                                        std::move(attrs));
        for (std::size_t i = 0; i < outputs.size(); ++i) m_rewriter.set(grad->outputs[i], outputs[i]);
    }

    /// The update of a parameter by a gradient that is multiplied by a number: the update does that by itself.
    bool update(const Node& node)
    {
        const auto& ports = node.op->inputs;
        if (ports.empty() || ports.back().name != "grad_scale" || node.inputs.size() == ports.size()) return false;
        const Node* product = m_from.producer(node.inputs[1]);
        if (!product || product->op->name != "mul") return false;
        const TensorType single{DType::F32, {}};
        const std::size_t number = m_from.type(product->inputs[1]) == single ? 1 : 0;
        if (m_from.type(product->inputs[number]) != single || m_from.type(node.inputs[1]) == single) return false;
        std::vector<ValueId> inputs = node.inputs;
        inputs[1] = product->inputs[1 - number];
        inputs.resize(ports.size() - 1, noId);
        inputs.push_back(product->inputs[number]);
        m_rewriter.builder().setOrigin(node.origin);
        const Values outputs = m_rewriter.builder().ops(*node.op, m_rewriter.map(inputs), node.attrs);
        for (std::size_t i = 0; i < outputs.size(); ++i) m_rewriter.set(node.outputs[i], outputs[i]);
        return true;
    }

    void replace(const Node& first, const Node& last, std::string_view op, const Values& inputs, Attrs attrs)
    {
        m_rewriter.builder().setOrigin(first.origin);
        m_rewriter.set(last.outputs.front(), m_rewriter.builder().op(op, inputs, std::move(attrs)));
    }

    const Graph& m_from;
    Rewriter m_rewriter;
    Uses m_uses;
    std::vector<bool> m_gone;
    std::map<ValueId, const Node*> m_normOf; // result of a fused activation → the batch_norm before it
};

} // namespace

Graph fuse(const Graph& graph) { return Fuser(graph).run(); }

} // namespace ds
