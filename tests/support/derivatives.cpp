// SPDX-License-Identifier: Apache-2.0
#include "tests/support/derivatives.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "core/graph/autodiff.h"
#include "core/graph/verify.h"
#include "core/ops/all.h"
#include "core/ops/common.h"
#include "tests/support/backends.h"
#include "tests/support/evaluate.h"

namespace ds::test {

namespace {

constexpr StepContext step{7, 2};
constexpr double h = 1e-5, tolerance = 1e-6;
/// Single elements that are moved for each input; beyond that one random direction has to do.
constexpr int64_t mostElements = 24;

/// A scalar function of some of its inputs, and its gradient, both as graphs of the same inputs.
struct Problem {
    Graph value, gradient;
    std::vector<Tensor> inputs;
    std::vector<std::size_t> wrt; ///< positions in `inputs`, in the order of the outputs of `gradient`
    std::string error;
};

Tensor randomLike(Rng& rng, const TensorType& type) { return ops::randomTensor(rng, type.shape, -1, 1).to(type.dtype); }

/// Adds <a, b> of all pairs that are there.
Value dot(GraphBuilder& builder, const Values& a, const Values& b)
{
    Value total = builder.scalar(0, DType::F64);
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] && b[i]) total = total + sum(a[i] * b[i]);
    return total;
}

class Setup {
public:
    Setup(const OpSpec& op, const Sample& sample) : m_rng(11), m_graph(allOps()), m_builder(m_graph)
    {
        for (const Tensor& tensor : sample.inputs) {
            if (!tensor.defined()) {
                m_opInputs.emplace_back();
                continue;
            }
            const bool real = isFloat(tensor.dtype());
            m_opInputs.push_back(input(real ? tensor.to(DType::F64) : tensor));
            if (real) m_wrt.push_back(m_inputs.size() - 1), m_variables.push_back(m_opInputs.back());
        }
        m_outputs = m_builder.ops(op, m_opInputs, sample.attrs);
        for (Value& output : m_outputs) {
            const bool real = output && isFloat(output.dtype());
            m_cotangents.push_back(real ? input(randomLike(m_rng, output.type())) : Value{});
        }
    }

    Problem first()
    {
        Graph value = m_graph;
        withOutput(value, [&](GraphBuilder& b) { return Values{dot(b, in(b, m_outputs), in(b, m_cotangents))}; });
        const Values grads = gradients(m_builder, m_outputs, m_cotangents, m_variables);
        return finish(value, grads);
    }

    Problem second()
    {
        const Values grads = gradients(m_builder, m_outputs, m_cotangents, m_variables);
        Values directions;
        for (const Value& grad : grads) directions.push_back(grad ? input(randomLike(m_rng, grad.type())) : Value{});
        Graph value = m_graph;
        withOutput(value, [&](GraphBuilder& b) { return Values{dot(b, in(b, grads), in(b, directions))}; });
        const Values again = gradients(m_builder, grads, directions, m_variables);
        return finish(value, again);
    }

private:
    Value input(Tensor tensor)
    {
        const Value value = m_builder.input("x" + std::to_string(m_inputs.size()), tensor.type());
        m_inputs.push_back(std::move(tensor));
        return value;
    }

    static Values in(GraphBuilder& builder, const Values& values)
    {
        Values result;
        for (const Value& value : values) result.push_back(value ? builder.value(value.id()) : Value{});
        return result;
    }

    static void withOutput(Graph& graph, const std::function<Values(GraphBuilder&)>& make)
    {
        GraphBuilder builder(graph);
        for (const Value& value : make(builder)) builder.output("f" + std::to_string(graph.outputs.size()), value);
    }

    Problem finish(Graph value, const Values& grads)
    {
        std::string error = m_builder.failed() ? m_builder.error().message() : "";
        for (std::size_t i = 0; i < grads.size() && error.empty(); ++i) {
            const Value grad = grads[i] ? grads[i] : m_builder.zerosLike(m_variables[i]);
            if (grad.type() != m_variables[i].type())
                error =
                    "the gradient of input " + std::to_string(i) + " is " + grad.type().text() + ", not " + m_variables[i].type().text();
            m_builder.output("g" + std::to_string(i), grad);
        }
        if (error.empty()) error = messages(verify(m_graph));
        return {std::move(value), m_graph, m_inputs, m_wrt, error};
    }

    Rng m_rng;
    Graph m_graph;
    GraphBuilder m_builder;
    std::vector<Tensor> m_inputs;
    std::vector<std::size_t> m_wrt;
    Values m_opInputs, m_variables, m_outputs, m_cotangents;
};

std::string number(double x)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.12g", x);
    return text;
}

std::string check(const Problem& problem)
{
    if (!problem.error.empty()) return problem.error;
    const Evaluation gradient = evaluate(problem.gradient, problem.inputs, reference(), step);
    if (!gradient.error.empty()) return gradient.error;
    std::string error;
    const auto valueAt = [&](std::size_t input, const Tensor& moved) {
        std::vector<Tensor> inputs = problem.inputs;
        inputs[input] = moved;
        const Evaluation value = evaluate(problem.value, inputs, reference(), step);
        if (!value.error.empty()) error = value.error;
        return value.error.empty() ? value.outputs.front().at(0) : 0;
    };
    Rng rng(5);
    for (std::size_t n = 0; n < problem.wrt.size(); ++n) {
        const Tensor& x = problem.inputs[problem.wrt[n]];
        const Tensor& grad = gradient.outputs[n];
        double largest = 1;
        for (int64_t i = 0; i < grad.count(); ++i) largest = std::max(largest, std::abs(grad.at(i)));
        const auto along = [&](const Tensor& direction, const std::string& what) {
            Tensor up = x.clone(), down = x.clone();
            double expected = 0, length = 0;
            for (int64_t i = 0; i < x.count(); ++i) {
                up.set(i, x.at(i) + h * direction.at(i));
                down.set(i, x.at(i) - h * direction.at(i));
                expected += grad.at(i) * direction.at(i);
                length += std::abs(direction.at(i));
            }
            const double found = (valueAt(problem.wrt[n], up) - valueAt(problem.wrt[n], down)) / (2 * h);
            if (error.empty() && !(std::abs(found - expected) <= tolerance * largest * length))
                error = "input " + std::to_string(n) + ", " + what + ": the gradient is " + number(expected) +
                        ", finite differences give " + number(found);
        };
        for (int64_t k = 0; k < std::min(x.count(), mostElements) && error.empty(); ++k) {
            const int64_t i = x.count() <= mostElements ? k : static_cast<int64_t>(rng.below(static_cast<uint64_t>(x.count())));
            Tensor direction = Tensor::zeros(x.type());
            direction.set(i, 1);
            along(direction, "element " + std::to_string(i));
        }
        if (x.count() > mostElements && error.empty()) along(randomLike(rng, x.type()), "a random direction");
    }
    return error;
}

/// The same graph with f64 in place of f32, in `builder`; `map` goes from old values to new ones.
void copyAsDouble(const Graph& graph, GraphBuilder& builder, std::map<ValueId, Value>& map)
{
    const auto wider = [](TensorType type) {
        if (type.dtype == DType::F32) type.dtype = DType::F64;
        return type;
    };
    for (const GraphInput& input : graph.inputs)
        map[input.value] = builder.input(graph.value(input.value).name, wider(graph.type(input.value)));
    for (const Node& node : graph.nodes) {
        Values inputs;
        for (ValueId id : node.inputs) inputs.push_back(id == noId ? Value{} : map[id]);
        Attrs attrs = node.attrs;
        if (attrs.has("dtype") && attrs.string("dtype") == "f32") attrs.set("dtype", std::string("f64"));
        const Values outputs = builder.ops(*node.op, inputs, attrs);
        for (std::size_t i = 0; i < node.outputs.size(); ++i) map[node.outputs[i]] = outputs[i];
    }
}

} // namespace

std::string checkGraphDerivatives(const Graph& graph, const std::vector<Tensor>& inputs)
{
    Problem problem{Graph(allOps()), Graph(allOps()), {}, {}, {}};
    GraphBuilder builder(problem.gradient);
    std::map<ValueId, Value> map;
    copyAsDouble(graph, builder, map);
    Values variables, outputs, cotangents;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const bool real = isFloat(inputs[i].dtype());
        problem.inputs.push_back(real ? inputs[i].to(DType::F64) : inputs[i]);
        if (real) problem.wrt.push_back(i), variables.push_back(map[graph.inputs[i].value]);
    }
    Rng rng(13);
    for (const GraphOutput& output : graph.outputs) {
        const Value y = map[output.value];
        if (!y || y.dtype() != DType::F64) continue;
        outputs.push_back(y);
        problem.inputs.push_back(randomLike(rng, y.type()));
        cotangents.push_back(builder.input("cotangent." + output.name, y.type()));
    }
    if (builder.failed()) return builder.error().message();
    problem.value = problem.gradient;
    {
        GraphBuilder value(problem.value);
        Values ys, cs;
        for (std::size_t i = 0; i < outputs.size(); ++i)
            ys.push_back(value.value(outputs[i].id())), cs.push_back(value.value(cotangents[i].id()));
        value.output("f", dot(value, ys, cs));
    }
    const Values grads = gradients(builder, outputs, cotangents, variables);
    for (std::size_t i = 0; i < grads.size(); ++i)
        builder.output("g" + std::to_string(i), grads[i] ? grads[i] : builder.zerosLike(variables[i]));
    if (builder.failed()) return builder.error().message();
    problem.error = messages(verify(problem.gradient));
    return check(problem);
}

std::string checkFirstDerivatives(const OpSpec& op, const Sample& sample) { return check(Setup(op, sample).first()); }
std::string checkSecondDerivatives(const OpSpec& op, const Sample& sample) { return check(Setup(op, sample).second()); }

} // namespace ds::test
