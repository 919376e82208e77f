// SPDX-License-Identifier: Apache-2.0
#include "core/train/machine_rates.h"

#include <algorithm>
#include <chrono>

#include "core/backends/compile.h"
#include "core/backends/cpu/cpu.h"
#include "core/graph/builder.h"
#include "core/ops/all.h"

namespace ds {

namespace {

constexpr int mostStreams = 4; // cores that together use up the memory's speed

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
Ceiling timed(std::string_view op, const std::vector<Shape>& shapes, const Attrs& attrs, int runs)
{
    const std::unique_ptr<Backend> backend = createCpuBackend();
    StateStore states(*backend);
    Graph graph(allOps());
    GraphBuilder builder(graph);
    Values inputs;
    for (std::size_t i = 0; i < shapes.size(); ++i) inputs.push_back(builder.input("x" + std::to_string(i), {DType::F32, shapes[i]}));
    builder.output("y", builder.op(op, inputs, attrs));
    assert(!builder.failed());
    const Work work = workOf(graph, graph.nodes.front());
    Result<std::unique_ptr<Plan>> plan = compile(graph, *backend, states, {});
    assert(plan);
    for (std::size_t i = 0; i < shapes.size(); ++i)
        (*plan)->feed((*plan)->feedIndex("x" + std::to_string(i)), Tensor(TensorType{DType::F32, shapes[i]}));
    (void)quickest(**plan, 1); // touches the memory
    Ceiling ceiling{std::string(op), {}, quickest(**plan, runs), 0, 0};
    if (work.contraction) ceiling.flops = work.flops / ceiling.seconds;
    ceiling.bytes = (work.read + work.written) / ceiling.seconds;
    return ceiling;
}

Ceiling timedProduct(int64_t m, int64_t n, int64_t k, int runs) { return timed("matmul", {{m, k}, {k, n}}, {}, runs); }

Ceiling timedConvolution(int64_t images, int64_t channels, int64_t side, int runs)
{
    return timed("conv", {{images, channels, side, side}, {channels, channels, 3, 3}},
                 {{"pad_before", Ints{1, 1}}, {"pad_after", Ints{1, 1}}}, runs);
}

Ceiling named(Ceiling ceiling, std::string name, std::string size)
{
    ceiling.name = std::move(name);
    ceiling.size = std::move(size);
    return ceiling;
}

} // namespace

MachineRates measureRates()
{
    const int cores = cpuThreads();
    const SingleCpuThread quiet;
    // Each run takes about two milliseconds: some of them are left in peace.
    constexpr int runs = 12;
    const Ceiling convolution = timedConvolution(4, 64, 28, runs), product = timedProduct(128, 1024, 1024, runs);
    const double arithmetic = convolution.flops * convolution.seconds + product.flops * product.seconds;
    MachineRates rates;
    rates.flops = cores * arithmetic / (convolution.seconds + product.seconds);
    // 16 MiB in and out, more than the caches near the core.
    rates.bytes = std::min(cores, mostStreams) * timed("relu", {{int64_t{1} << 22}}, {}, runs).bytes;
    return rates;
}

std::vector<Ceiling> measureCeilings()
{
    constexpr int runs = 10;
    return {named(timedProduct(1024, 1024, 1024, runs), "matmul", "1024 x 1024 x 1024"),
            named(timedConvolution(16, 64, 56, runs), "conv_3x3", "16 x 64 x 56 x 56"),
            named(timed("relu", {{int64_t{1} << 26}}, {}, runs), "sweep", "256 MiB in and out")};
}

} // namespace ds
