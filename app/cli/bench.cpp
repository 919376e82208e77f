// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/backends/cpu/cpu.h"
#include "core/graph/op_spec.h"
#include "core/train/data_sets.h"
#include "core/train/learner.h"
#include "core/train/process_memory.h"

namespace ds::cli {

namespace {

struct Options {
    std::string name;
    int steps = 30, threads = 0;
    bool profile = false, json = false;
};

struct Timing {
    std::string op;
    double milliseconds = 0;
    int count = 0;
};

/// Time by op over some steps, the largest first.
std::vector<Timing> profile(Plan& plan, int steps)
{
    std::map<std::string, Timing> byOp;
    for (int i = 0; i < steps; ++i)
        plan.runVisiting({0, static_cast<uint64_t>(i)}, [&](NodeId id, double ms) {
            Timing& timing = byOp[std::string(plan.graph().nodes[static_cast<std::size_t>(id)].op->name)];
            timing.milliseconds += ms / steps;
            if (i == 0) ++timing.count;
            return true;
        });
    std::vector<Timing> list;
    for (auto& [op, timing] : byOp) list.push_back({op, timing.milliseconds, timing.count});
    std::sort(list.begin(), list.end(), [](const Timing& a, const Timing& b) { return a.milliseconds > b.milliseconds; });
    return list;
}

int bench(const Options& options)
{
    setCpuThreads(options.threads);
    Result<Document> document = loadDocument(options.name);
    if (!document) return tell(document.error());
    if (const Errors errors = validate(trainingAttributes(), document->training); !errors.empty()) return tell(errors);
    Result<DataSets> data = openData(*document, 0);
    if (!data) return tell(data.error());
    Result<std::unique_ptr<Learner>> learner = Learner::create(*document, {"cpu", 0, 4});
    if (!learner) return tell(learner.error());
    const int64_t batch = std::min<int64_t>(document->training.integer("batch_size"), data->train->size());
    Feeds feeds;
    for (const auto& [name, type] : batchTypes(*data->train, batch)) feeds.push_back({name, Tensor(type)});
    // One batch in memory again and again: the loader has a figure of its own.
    std::vector<void*> at;
    for (int64_t i = 0; i < batch; ++i) {
        at.clear();
        for (Feed& feed : feeds)
            at.push_back(static_cast<std::byte*>(feed.value.raw()) +
                         static_cast<std::size_t>(i) * feed.value.bytes() / static_cast<std::size_t>(batch));
        data->train->read(i, at);
    }
    std::vector<double> times;
    for (int i = 0; i < options.steps + 3; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const Result<StepResult> result = (*learner)->step(feeds, 1e-5);
        if (!result) return tell(result.error());
        if (i >= 3) times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2], p95 = times[times.size() * 95 / 100];
    const double rate = 1000 * static_cast<double>(batch) / median;
    Json summary{{"event", "summary"},
                 {"name", document->name},
                 {"batch", batch},
                 {"samples_per_second", rate},
                 {"step_ms", median},
                 {"step_ms_p95", p95},
                 {"peak_memory_bytes", peakResidentBytes()},
                 {"planned_memory_bytes", (*learner)->memoryBytes()}};
    if (!options.json)
        fmt::print("{}: {} samples/s, step {:.3f} ms (p95 {:.3f}), batch {}, peak memory {}\n", document->name,
                   grouped(static_cast<int64_t>(rate)), median, p95, batch, bytesText(static_cast<double>(peakResidentBytes())));
    if (options.profile) {
        Plan* plan = const_cast<Plan*>(*(*learner)->prepare(batchTypes(*data->train, batch)));
        std::vector<std::vector<std::string>> rows{{"op", "count", "ms", "share"}};
        double total = 0;
        const std::vector<Timing> list = profile(*plan, 10);
        for (const Timing& timing : list) total += timing.milliseconds;
        for (const Timing& timing : list) {
            rows.push_back({timing.op, std::to_string(timing.count), fmt::format("{:.3f}", timing.milliseconds),
                            fmt::format("{:.1f} %", 100 * timing.milliseconds / total)});
            summary["profile"][timing.op] = timing.milliseconds;
        }
        if (!options.json) fmt::print("{}", table(rows));
    }
    if (options.json) printLine(summary);
    return 0;
}

} // namespace

void addBench(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("bench", "Time the training step of a project on one batch in memory");
    verb->add_option("name", options->name, "Project file (.dsw)")->required();
    verb->add_option("--steps", options->steps, "Steps that are timed")->check(CLI::PositiveNumber);
    verb->add_option("--threads", options->threads, "Threads of the kernels; 0: one for each core")->check(CLI::NonNegativeNumber);
    verb->add_flag("--profile", options->profile, "Time by op");
    verb->add_flag("--json", options->json, "One JSON object");
    verb->callback([options, &outcome] { outcome.exitCode = bench(*options); });
}

} // namespace ds::cli
