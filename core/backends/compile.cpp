// SPDX-License-Identifier: Apache-2.0
#include "core/backends/compile.h"

#include <algorithm>
#include <cmath>

#include "core/backends/request.h"
#include "core/graph/elementwise.h"
#include "core/graph/op_set.h"
#include "core/graph/op_spec.h"
#include "core/graph/verify.h"
#include "core/graph/view.h"
#include "core/passes/fuse_elementwise.h"
#include "core/passes/layout.h"
#include "core/passes/mixed_precision.h"
#include "core/passes/passes.h"
#include "core/passes/recompute.h"

namespace ds {

namespace {

Graph assignLayouts(const Graph& graph, const Backend& backend, const StateStore& states, bool frozen)
{
    const std::vector<bool> constant = constantValues(graph, frozen);
    const LayoutsOf wishes = [&](const Graph& g, const Node& node, const std::vector<Layout>& layouts) {
        KernelRequest request = requestFor(g, node);
        for (std::size_t i = 0; i < layouts.size(); ++i) {
            request.inputs[i].layout = layouts[i];
            request.inputs[i].constant = node.inputs[i] != noId && constant[static_cast<std::size_t>(node.inputs[i])];
        }
        return backend.layouts(request);
    };
    const StateLayout kept = [&](const std::string& name) {
        const StateStore::Entry* entry = states.find(name);
        return entry ? &entry->layout : nullptr;
    };
    return ds::assignLayouts(graph, wishes, kept);
}

Graph mixedPrecision(const Graph& graph, const Backend& backend, DType precision)
{
    return ds::mixedPrecision(
        graph, precision,
        [&](const OpSpec& op, const Attrs& attrs, const std::vector<const TensorType*>& inputs, const std::vector<TensorType>& outputs) {
            return backend.native(requestFor(op, attrs, inputs, outputs));
        });
}

Graph fuseElementwise(const Graph& graph, const Backend& backend)
{
    const OpSpec* chain = graph.ops().find("elementwise");
    return ds::fuseElementwise(graph, [&](const Graph& g, const Node& node) {
        ElementwiseStage stage{node.op, node.attrs, {}};
        while (stage.operands.size() < node.inputs.size()) stage.operands.push_back(static_cast<int>(stage.operands.size()));
        const Attrs attrs{{"stages", Strings{stageText(stage)}}};
        const KernelRequest alone = requestFor(g, node);
        return chain && backend.supports({*chain, attrs, alone.inputs, alone.outputs});
    });
}

std::string sizeText(std::size_t bytes)
{
    constexpr std::size_t kibi = 1024, mebi = kibi * kibi;
    const auto in = [&](std::size_t unit) { return std::to_string((bytes + unit - 1) / unit); };
    return bytes < 10 * mebi ? in(kibi) + " KiB" : in(mebi) + " MiB";
}

/// The recomputation that keeps the arena within the budget. It is chosen without knowing layouts and scratch memory, so what is
/// asked for is made smaller until the real arena fits.
Result<Graph> withinBudget(const Graph& graph, Backend& backend, std::size_t budget, const std::function<Graph(const Graph&)>& laidOut)
{
    constexpr int attempts = 8, tighter = 24;
    constexpr double step = 0.95;
    std::size_t wanted = budget, least = 0;
    double slower = 0;
    Graph chosen = graph;
    RecomputeChoice choice;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const std::size_t bytes = DS_TRY(memoryFor(laidOut(chosen), backend)).arenaBytes;
        if (bytes <= budget) return chosen;
        if (least == 0 || bytes < least) {
            least = bytes;
            slower = recomputeCost(chosen).share();
        }
        const double fits = static_cast<double>(budget) / static_cast<double>(bytes);
        if (attempt > 0) wanted = static_cast<std::size_t>(static_cast<double>(wanted) * std::min(step, fits));
        RecomputeChoice next = chooseRecompute(graph, wanted);
        for (int i = 0; i < tighter && next == choice; ++i) {
            wanted = static_cast<std::size_t>(static_cast<double>(wanted) * step);
            next = chooseRecompute(graph, wanted);
        }
        if (next == choice) break;
        choice = std::move(next);
        chosen = recompute(graph, choice);
    }
    return Error{phrase("Graph", "what a step computes needs at least %1 (with parts of it computed twice, about %2 % slower), but the "
                                 "budget leaves %3")
                     .with({sizeText(least), std::to_string(std::lround(100 * slower)), sizeText(budget)}),
                 "memory budget", phrase("Graph", "Allow more memory or make the batch smaller.")};
}

} // namespace

Result<Graph> prepareGraph(const Graph& graph, Backend& backend, const StateStore& states, const CompileOptions& options)
{
    const auto show = [&](const char* pass, Graph result) {
        assert(verify(result).empty());
        if (options.watch) options.watch(pass, result);
        return result;
    };
    const Supported supported = [&](const Graph& g, const Node& node) { return node.op->view || backend.supports(requestFor(g, node)); };
    const auto withNorms = [&](const Graph& g) {
        if (!options.fuse) return g;
        Result<Graph> fused = decomposeUnsupported(fuseLayerNorm(g), supported);
        return fused ? std::move(*fused) : g;
    };
    const auto laidOut = [&](const Graph& g) { return options.layouts ? assignLayouts(g, backend, states, options.frozen) : g; };
    Graph now = show("dead_code", removeDeadCode(mergeCommonSubexpressions(graph)));
    if (options.fuse) {
        now = show("fold", foldBatchNorm(now));
        now = show("fuse", fuse(now));
    }
    now = show("decompose", DS_TRY(decomposeUnsupported(now, supported)));
    if (options.precision != DType::F32) now = show("mixed_precision", mixedPrecision(now, backend, options.precision));
    now = show("common_subexpressions", removeDeadCode(mergeCommonSubexpressions(now)));
    if (options.fuse) now = show("fuse_elementwise", fuseElementwise(now, backend));
    now = show("hoist_updates", hoistUpdates(now));
    if (!options.recompute.empty()) now = recompute(now, recomputeLayers(now, options.recompute));
    if (options.arenaBudget > 0)
        now = DS_TRY(withinBudget(now, backend, options.arenaBudget, [&](const Graph& g) { return laidOut(withNorms(g)); }));
    now = show("recompute", std::move(now));
    now = show("fuse_layer_norm", withNorms(now));
    return show("layout", laidOut(now));
}

Result<MemoryPlan> memoryFor(const Graph& ready, Backend& backend, const std::function<bool()>& cancelled)
{
    std::vector<std::size_t> workspace;
    for (const Node& node : ready.nodes) {
        if (cancelled && cancelled()) return Error{"given up", "", ""};
        const std::unique_ptr<Kernel> kernel = isView(ready, node) ? nullptr : backend.prepare(requestFor(ready, node));
        workspace.push_back(kernel ? kernel->workspaceBytes() : 0);
    }
    return planMemory(ready, workspace);
}

Result<std::unique_ptr<Plan>> compile(const Graph& graph, Backend& backend, StateStore& states, const CompileOptions& options)
{
    Graph ready = DS_TRY(prepareGraph(graph, backend, states, options));
    DS_TRY(states.add(ready, options.initial));
    std::shared_ptr<DeviceMemory> own;
    return std::make_unique<Plan>(std::move(ready), backend, states, options.arena ? *options.arena : own, options.frozen);
}

} // namespace ds
