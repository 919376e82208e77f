// SPDX-License-Identifier: Apache-2.0
#include "core/optim/training_graph.h"

#include <algorithm>

#include "core/base/pattern.h"
#include "core/passes/passes.h"

namespace ds {

namespace {

struct Gradient {
    Value parameter, grad;
    std::string name;
};

/// Takes the gradient outputs off the graph again.
std::vector<Gradient> takeGradients(GraphBuilder& builder)
{
    Graph& graph = builder.graph();
    std::vector<Gradient> gradients;
    for (const GraphInput& input : graph.inputs) {
        if (input.kind != InputKind::Parameter) continue;
        const std::string name = graph.value(input.value).name;
        const ValueId grad = graph.findOutput("grad." + name);
        if (grad != noId) gradients.push_back({builder.value(input.value), builder.value(grad), name});
    }
    std::erase_if(graph.outputs, [](const GraphOutput& output) { return output.name.starts_with("grad."); });
    return gradients;
}

Value call(Value x, std::string_view op, Attrs attrs = {}) { return x.builder().op(op, {x}, std::move(attrs)); }
Value minimum(Value a, Value b) { return a.builder().op("minimum", {a, b}); }
Value squaredNorm(Value x) { return call(x, "squared_norm"); }

/// min(1, limit / norm); the small number keeps a gradient of zero from becoming NaN.
Value shrink(Value norm, double limit) { return minimum(limit / (norm + 1e-6), norm.builder().scalar(1)); }

void clip(std::vector<Gradient>& gradients, const TrainingGraphSettings& settings, GraphBuilder& builder)
{
    Value total;
    for (const Gradient& g : gradients) {
        const Value square = squaredNorm(g.grad);
        total = total ? total + square : square;
    }
    if (!total) return;
    const Value norm = call(total, "sqrt");
    builder.output("grad_norm", norm);
    for (Gradient& g : gradients) {
        if (settings.clipValue > 0) g.grad = call(g.grad, "clamp", {{"min", -settings.clipValue}, {"max", settings.clipValue}});
        if (settings.clipNorm > 0) g.grad = g.grad * shrink(call(squaredNorm(g.grad), "sqrt"), settings.clipNorm);
        if (settings.clipGlobalNorm > 0) g.grad = g.grad * shrink(norm, settings.clipGlobalNorm);
    }
}

Value accumulated(GraphBuilder& builder, const Gradient& g) { return builder.state("accumulated." + g.name, g.parameter.type()); }

} // namespace

Result<Graph> trainingGraph(const Graph& forward, const TrainingGraphSettings& settings)
{
    Graph graph = DS_TRY(differentiate(forward, "loss"));
    GraphBuilder builder(graph);
    std::vector<Gradient> gradients = takeGradients(builder);
    builder.setOrigin("optimizer");
    if (settings.accumulate > 1)
        for (Gradient& g : gradients) {
            const Value kept = accumulated(builder, g);
            g.grad = g.grad * (1.0 / settings.accumulate) + kept;
            builder.update(kept, builder.zerosLike(kept));
        }
    clip(gradients, settings, builder);
    const Value learningRate = builder.input("learning_rate", {DType::F32, {}}), step = builder.input("step", {DType::I64, {}});
    for (const Gradient& g : gradients) {
        const bool decays = std::none_of(settings.noDecay.begin(), settings.noDecay.end(),
                                         [&](const std::string& pattern) { return matches(pattern, g.name); });
        OptimizerCall call(builder, settings.optimizerAttrs, g.parameter, g.grad, learningRate, step,
                           decays ? settings.optimizerAttrs.number("weight_decay") : 0.0);
        const Value updated = settings.optimizer->build(call);
        builder.update(g.parameter, updated);
        if (settings.emaDecay > 0) {
            // Starts as the parameter itself, since its first value is a function of the parameter's name.
            const GraphInput& input = *graph.inputOf(g.parameter.id());
            const Value average = builder.state("ema." + g.name, g.parameter.type(), input.initializer, input.initializerAttrs);
            builder.update(average, average * settings.emaDecay + updated * (1 - settings.emaDecay));
        }
    }
    if (builder.failed()) return builder.error();
    return graph;
}

Result<Graph> accumulationGraph(const Graph& forward, const TrainingGraphSettings& settings)
{
    Graph graph = DS_TRY(differentiate(forward, "loss"));
    GraphBuilder builder(graph);
    for (const Gradient& g : takeGradients(builder)) {
        const Value kept = accumulated(builder, g);
        builder.update(kept, kept + g.grad * (1.0 / settings.accumulate));
    }
    if (builder.failed()) return builder.error();
    return graph;
}

Graph averagedGraph(const Graph& forward)
{
    Graph graph = forward;
    for (const GraphInput& input : forward.inputs)
        if (input.kind == InputKind::Parameter) graph.value(input.value).name = "ema." + forward.value(input.value).name;
    for (GraphInput& input : graph.inputs)
        if (input.kind == InputKind::Parameter) input.kind = InputKind::State;
    return graph;
}

} // namespace ds
