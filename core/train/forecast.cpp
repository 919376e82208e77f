// SPDX-License-Identifier: Apache-2.0
#include "core/train/forecast.h"

#include <algorithm>
#include <chrono>

#include "core/backends/cpu/cpu.h"
#include "core/backends/request.h"
#include "core/graph/builder.h"
#include "core/passes/memory_plan.h"
#include "core/train/inspect_project.h"
#include "core/train/learner.h"

namespace ds {

namespace {

constexpr int mostStreams = 4; // cores that together use up the memory's speed

const Error givenUp{"given up", "", ""};

/// Seconds of the quickest of several runs: the others were disturbed.
double quickest(Plan& plan, int runs)
{
    double best = 1e300;
    for (int i = 0; i < runs; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        plan.run({});
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

/// One op on zeros; arithmetic takes as long on any numbers.
double secondsOf(std::string_view op, const std::vector<Shape>& shapes, const Attrs& attrs, int runs)
{
    const std::unique_ptr<Backend> backend = createCpuBackend();
    StateStore states(*backend);
    Graph graph(allOps());
    GraphBuilder builder(graph);
    Values inputs;
    for (std::size_t i = 0; i < shapes.size(); ++i) inputs.push_back(builder.input("x" + std::to_string(i), {DType::F32, shapes[i]}));
    builder.output("y", builder.op(op, inputs, attrs));
    assert(!builder.failed());
    Result<std::unique_ptr<Plan>> plan = compile(graph, *backend, states, {});
    assert(plan);
    for (std::size_t i = 0; i < shapes.size(); ++i)
        (*plan)->feed((*plan)->feedIndex("x" + std::to_string(i)), Tensor(TensorType{DType::F32, shapes[i]}));
    (void)quickest(**plan, 1); // touches the memory
    return quickest(**plan, runs);
}

} // namespace

Result<StepForecast> forecastStep(const ProjectCheck& check, const MachineRates& rates, const std::function<bool()>& cancelled)
{
    const auto stop = [&] { return cancelled && cancelled(); };
    if (!check.errors.empty()) return check.errors.front();
    if (!check.data.train) return Error{phrase("Training", "the data are not open"), "data", ""};
    const std::unique_ptr<Learner> learner = DS_TRY(Learner::create(check.document, {}));
    const int64_t batch = std::min<int64_t>(check.document.training.integer("batch_size"), check.data.train->size());
    const Graph step = DS_TRY(learner->stepGraph(batchTypes(*check.data.train, batch)));
    if (stop()) return givenUp;
    Backend& backend = learner->backend();
    const Graph ready = DS_TRY(prepareGraph(step, backend, learner->states(), {}));
    std::vector<std::size_t> workspace;
    for (const Node& node : ready.nodes) {
        if (stop()) return givenUp;
        const std::unique_ptr<Kernel> kernel = node.op->view ? nullptr : backend.prepare(requestFor(ready, node));
        workspace.push_back(kernel ? kernel->workspaceBytes() : 0);
    }
    const MemoryPlan memory = planMemory(ready, workspace);
    return StepForecast{StateStore::bytesFor(ready), memory.arenaBytes, memory.onceBytes, stepCosts(ready, rates)};
}

MachineRates measureRates()
{
    // One thread, so that what else the machine does disturbs little: some of the runs, each of two milliseconds, are left in peace.
    const int cores = cpuThreads();
    const SingleCpuThread quiet;
    constexpr int runs = 12;
    const double convolution =
        secondsOf("conv", {{4, 64, 28, 28}, {64, 64, 3, 3}}, {{"pad_before", Ints{1, 1}}, {"pad_after", Ints{1, 1}}}, runs);
    const double product = secondsOf("matmul", {{128, 1024}, {1024, 1024}}, {}, runs);
    constexpr double convolutionFlops = 2.0 * 4 * 28 * 28 * 64 * 64 * 9, productFlops = 2.0 * 128 * 1024 * 1024;
    constexpr int64_t large = int64_t{1} << 22; // 16 MiB in and out, more than the caches near the core
    const double sweep = secondsOf("relu", {{large}}, {}, runs);
    MachineRates rates;
    rates.flops = cores * (convolutionFlops + productFlops) / (convolution + product);
    rates.bytes = std::min(cores, mostStreams) * 2.0 * sizeof(float) * static_cast<double>(large) / sweep;
    return rates;
}

} // namespace ds
