// SPDX-License-Identifier: Apache-2.0
#include "tests/support/evaluate.h"

#include <cstring>

#include "core/graph/builder.h"
#include "core/ops/all.h"
#include "tests/support/compare.h"

namespace ds::test {

namespace {

constexpr std::size_t guard = 64;
constexpr std::byte pattern{0xA5};

/// Memory between two guard bands.
class Guarded {
public:
    Guarded(std::size_t bytes, int poison) : m_bytes(bytes), m_buffer(bytes + 2 * guard)
    {
        std::memset(m_buffer.data(), static_cast<int>(pattern), m_buffer.size());
        std::memset(data(), poison, bytes);
    }
    std::byte* data() { return m_buffer.data() + guard; }
    bool intact() const
    {
        for (std::size_t i = 0; i < guard; ++i)
            if (m_buffer.data()[i] != pattern || m_buffer.data()[guard + m_bytes + i] != pattern) return false;
        return true;
    }

private:
    std::size_t m_bytes;
    Buffer m_buffer;
};

class Evaluator {
public:
    Evaluator(const Graph& graph, Backend& backend, const StepContext& step)
        : m_graph(graph), m_backend(backend), m_step(step), m_stream(backend.createStream()), m_values(graph.values.size())
    {
    }

    Evaluation run(const std::vector<Tensor>& inputs)
    {
        for (std::size_t i = 0; i < m_graph.inputs.size(); ++i) {
            const ValueId id = m_graph.inputs[i].value;
            if (inputs[i].type() != m_graph.type(id)) return {{}, "an input is " + inputs[i].type().text()};
            m_values[static_cast<std::size_t>(id)] = inputs[i].contiguous();
        }
        for (const Node& node : m_graph.nodes) {
            const std::string problem = run(node);
            if (!problem.empty()) return {{}, std::string(node.op->name) + ": " + problem};
        }
        Evaluation result;
        for (const GraphOutput& output : m_graph.outputs) result.outputs.push_back(m_values[static_cast<std::size_t>(output.value)]);
        return result;
    }

private:
    std::string run(const Node& node)
    {
        KernelRequest request{*node.op, node.attrs, {}, {}};
        std::vector<Tensor> inputs;
        for (ValueId id : node.inputs) {
            inputs.push_back(id == noId ? Tensor{} : m_values[static_cast<std::size_t>(id)]);
            request.inputs.push_back({inputs.back().type(), {}, inputs.back().defined()});
        }
        for (ValueId id : node.outputs) request.outputs.push_back({m_graph.type(id), {}, true});
        if (!m_backend.supports(request)) return decomposed(node, inputs);
        const std::unique_ptr<Kernel> kernel = m_backend.prepare(request);
        if (!kernel) return "supported, but there is no kernel";
        for (int poison : {0xFF, 0}) {
            std::string problem = run(*kernel, request, inputs, node.outputs, poison);
            if (!problem.empty()) return problem;
        }
        return {};
    }

    std::string run(Kernel& kernel, const KernelRequest& request, const std::vector<Tensor>& inputs, const std::vector<ValueId>& outputs,
                    int poison)
    {
        std::vector<Tensor> before;
        std::vector<const void*> in;
        for (const Tensor& input : inputs) {
            before.push_back(input.defined() ? input.clone() : Tensor{});
            in.push_back(input.defined() ? input.raw() : nullptr);
        }
        std::vector<std::unique_ptr<Guarded>> guarded;
        std::vector<void*> out;
        for (const Operand& operand : request.outputs) {
            guarded.push_back(std::make_unique<Guarded>(operand.type.bytes(), poison));
            out.push_back(guarded.back()->data());
        }
        Guarded workspace(kernel.workspaceBytes(), poison);
        kernel.run({in.data(), out.data(), workspace.data(), &m_step, m_stream.get()});
        m_stream->synchronize();

        if (!workspace.intact()) return "the kernel wrote outside of its workspace";
        for (std::size_t i = 0; i < inputs.size(); ++i)
            if (inputs[i].defined() && !identical(inputs[i], before[i])) return "the kernel changed input " + std::to_string(i);
        for (std::size_t i = 0; i < guarded.size(); ++i) {
            if (!guarded[i]->intact()) return "the kernel wrote outside of output " + std::to_string(i);
            Tensor result(request.outputs[i].type);
            if (result.bytes()) std::memcpy(result.raw(), guarded[i]->data(), result.bytes());
            Tensor& value = m_values[static_cast<std::size_t>(outputs[i])];
            if (value.defined() && !identical(value, result))
                return "output " + std::to_string(i) + " is not written entirely or differs from run to run";
            value = result;
        }
        return {};
    }

    std::string decomposed(const Node& node, const std::vector<Tensor>& inputs)
    {
        if (!node.op->decompose) return "there is neither a kernel nor a decomposition";
        Graph graph(m_graph.ops());
        GraphBuilder builder(graph);
        Values values;
        std::vector<Tensor> present;
        for (const Tensor& input : inputs) {
            values.push_back(input.defined() ? builder.input("x" + std::to_string(values.size()), input.type()) : Value{});
            if (input.defined()) present.push_back(input);
        }
        const Values outputs = node.op->decompose(builder, {node.attrs, values});
        if (builder.failed()) return builder.error().message();
        for (const Value& output : outputs) builder.output("y" + std::to_string(graph.outputs.size()), output);
        if (graph.outputs.size() != node.outputs.size()) return "the decomposition gives another number of outputs";
        const Evaluation inner = evaluate(graph, present, m_backend, m_step);
        if (!inner.error.empty()) return inner.error;
        for (std::size_t i = 0; i < node.outputs.size(); ++i) {
            if (inner.outputs[i].type() != m_graph.type(node.outputs[i]))
                return "the decomposition gives " + inner.outputs[i].type().text() + ", inference " + m_graph.type(node.outputs[i]).text();
            m_values[static_cast<std::size_t>(node.outputs[i])] = inner.outputs[i];
        }
        return {};
    }

    const Graph& m_graph;
    Backend& m_backend;
    StepContext m_step;
    std::unique_ptr<Stream> m_stream;
    std::vector<Tensor> m_values;
};

std::vector<Tensor> presentOnes(const std::vector<Tensor>& tensors)
{
    std::vector<Tensor> present;
    for (const Tensor& tensor : tensors)
        if (tensor.defined()) present.push_back(tensor);
    return present;
}

} // namespace

Evaluation evaluate(const Graph& graph, const std::vector<Tensor>& inputs, Backend& backend, const StepContext& step)
{
    return Evaluator(graph, backend, step).run(inputs);
}

Evaluation evaluateOp(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs, Backend& backend, const StepContext& step)
{
    std::string error;
    const Graph graph = graphOf(op, inputs, attrs, error);
    if (!error.empty()) return {{}, error};
    return evaluate(graph, presentOnes(inputs), backend, step);
}

Evaluation evaluateInPlace(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs, Backend& backend, InPlace pair,
                           const StepContext& step)
{
    Evaluation result;
    const Graph graph = graphOf(op, inputs, attrs, result.error);
    if (!result.error.empty()) return result;
    const auto output = static_cast<std::size_t>(pair.output), input = static_cast<std::size_t>(pair.input);
    if (input >= inputs.size() || !inputs[input].defined() || output >= graph.outputs.size()) return result;
    KernelRequest request{op, graph.nodes.front().attrs, {}, {}};
    std::vector<Tensor> operands;
    std::vector<const void*> in;
    std::vector<void*> out;
    for (const Tensor& tensor : inputs) {
        operands.push_back(tensor.defined() ? tensor.clone() : Tensor{});
        request.inputs.push_back({tensor.type(), {}, tensor.defined()});
        in.push_back(tensor.defined() ? operands.back().raw() : nullptr);
    }
    for (const GraphOutput& o : graph.outputs) request.outputs.push_back({graph.type(o.value), {}, true});
    if (request.outputs[output].type != inputs[input].type() || !backend.supports(request)) return result;
    for (std::size_t i = 0; i < graph.outputs.size(); ++i) {
        result.outputs.push_back(i == output ? operands[input] : Tensor(request.outputs[i].type));
        out.push_back(result.outputs.back().raw());
    }
    const std::unique_ptr<Kernel> kernel = backend.prepare(request);
    const std::unique_ptr<Stream> stream = backend.createStream();
    Buffer workspace(kernel->workspaceBytes());
    kernel->run({in.data(), out.data(), workspace.data(), &step, stream.get()});
    stream->synchronize();
    return result;
}

Graph graphOf(const OpSpec& op, const std::vector<Tensor>& inputs, const Attrs& attrs, std::string& error)
{
    Graph graph(allOps());
    graph.name = std::string(op.name);
    GraphBuilder builder(graph);
    Values values;
    for (const Tensor& input : inputs)
        values.push_back(input.defined() ? builder.input("x" + std::to_string(values.size()), input.type()) : Value{});
    const Values outputs = builder.ops(op, values, attrs);
    if (builder.failed()) error = builder.error().message();
    for (const Value& output : outputs) builder.output("y" + std::to_string(graph.outputs.size()), output);
    return graph;
}

} // namespace ds::test
