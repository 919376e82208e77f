// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/bench_steps.h"
#include "app/cli/cli.h"
#include "core/backends/cpu/cpu.h"
#include "core/graph/cost.h"
#include "core/graph/op_spec.h"
#include "core/train/data_sets.h"
#include "core/train/learner.h"
#include "core/train/machine_rates.h"
#include "core/train/process_memory.h"

namespace ds::cli {

namespace {

struct Options {
    std::string name, precision;
    int steps = 30, threads = 0;
    std::size_t memory = 0;
    int64_t batch = 0;
    double budget = -1; ///< percent; below 0: as the project says
    bool inference = false, profile = false, watching = false, json = false;
};

struct Timing {
    std::string op;
    double milliseconds = 0, flops = 0, bytes = 0; ///< of one step; only products and convolutions have flops
    int count = 0;
};

/// Time by op over some steps, the largest first.
std::vector<Timing> profile(Plan& plan, int steps)
{
    std::map<std::string, Timing> byOp;
    for (int i = 0; i < steps; ++i)
        plan.runVisiting({0, static_cast<uint64_t>(i)}, [&](NodeId id, double ms) {
            const Node& node = plan.graph().nodes[static_cast<std::size_t>(id)];
            Timing& timing = byOp[std::string(node.op->name)];
            timing.milliseconds += ms / steps;
            if (i > 0) return true;
            const Work work = workOf(plan.graph(), node);
            if (work.contraction) timing.flops += work.flops;
            timing.bytes += work.read + work.written;
            ++timing.count;
            return true;
        });
    std::vector<Timing> list;
    for (auto& [op, timing] : byOp) {
        timing.op = op;
        list.push_back(timing);
    }
    std::sort(list.begin(), list.end(), [](const Timing& a, const Timing& b) { return a.milliseconds > b.milliseconds; });
    return list;
}

int benchCeiling(const Options& options)
{
    std::vector<std::vector<std::string>> rows{{"what", "size", "ms", "GFLOP/s", "GB/s"}};
    Json summary{{"event", "summary"}, {"name", "ceiling"}, {"threads", cpuThreads()}, {"instructions", cpuVectorLevel()}};
    for (const Ceiling& ceiling : measureCeilings()) {
        rows.push_back({ceiling.name, ceiling.size, fmt::format("{:.2f}", 1000 * ceiling.seconds),
                        ceiling.flops > 0 ? fmt::format("{:.0f}", ceiling.flops / 1e9) : "–", fmt::format("{:.1f}", ceiling.bytes / 1e9)});
        summary[ceiling.name + "_gflops"] = ceiling.flops / 1e9;
        summary[ceiling.name + "_gbytes"] = ceiling.bytes / 1e9;
    }
    if (options.json) printLine(summary);
    else fmt::print("{}\n{} threads, {}\n", table(rows), cpuThreads(), cpuVectorLevel());
    return 0;
}

/// Operations of all products and convolutions of a step.
double contractionFlops(const Graph& graph)
{
    double sum = 0;
    for (const Node& node : graph.nodes)
        if (const Work work = workOf(graph, node); work.contraction) sum += work.flops;
    return sum;
}

void addProfile(Plan& plan, bool json, Json& summary)
{
    std::vector<std::vector<std::string>> rows{{"op", "count", "ms", "share", "GFLOP/s", "GB/s"}};
    double total = 0;
    const std::vector<Timing> list = profile(plan, 10);
    for (const Timing& timing : list) total += timing.milliseconds;
    for (const Timing& timing : list) {
        rows.push_back({timing.op, std::to_string(timing.count), fmt::format("{:.3f}", timing.milliseconds),
                        fmt::format("{:.1f} %", 100 * timing.milliseconds / total),
                        timing.flops > 0 ? fmt::format("{:.0f}", timing.flops / timing.milliseconds / 1e6) : "–",
                        fmt::format("{:.1f}", timing.bytes / timing.milliseconds / 1e6)});
        summary["profile"][timing.op] = timing.milliseconds;
    }
    if (!json) fmt::print("{}", table(rows));
}

int bench(const Options& options)
{
    setCpuThreads(options.threads);
    if (options.name == "ceiling") return benchCeiling(options);
    if (options.name == "reference") return benchReference(options.steps, options.batch, options.json);
    Result<Document> document = loadDocument(options.name);
    if (!document) return tell(document.error());
    if (const Errors errors = validate(trainingAttributes(), document->training); !errors.empty()) return tell(errors);
    setMemoryBudget(*document, options.memory);
    setPrecision(*document, options.precision);
    if (options.watching) return benchWatching(std::move(*document), options.steps, options.budget / 100, options.json);
    Result<DataSets> data = openData(*document, 0);
    if (!data) return tell(data.error());
    Result<std::unique_ptr<Learner>> learner = Learner::create(*document, {"cpu", 0, 4, options.inference});
    if (!learner) return tell(learner.error());
    limitToBudget(**learner);
    const int64_t wanted = options.batch > 0 ? options.batch : document->training.integer("batch_size");
    const int64_t batch = std::min<int64_t>(wanted, data->train->size());
    const Result<std::vector<double>> times = timeSteps(**learner, firstBatch(*data->train, batch), options.steps, options.inference);
    if (!times) return tell(times.error());
    const std::size_t peakBytes = peakResidentBytes(); // measuring ceilings takes memory of its own
    const Learner::Purpose purpose = options.inference ? Learner::Purpose::Predict : Learner::Purpose::Update;
    Plan& plan = const_cast<Plan&>(**(*learner)->prepare(batchTypes(*data->train, batch), purpose));
    const double median = (*times)[times->size() / 2], p95 = (*times)[times->size() * 95 / 100];
    const double rate = 1000 * static_cast<double>(batch) / median;
    const double share = contractionFlops(plan.graph()) / median * 1000 / measureCeilings().front().flops;
    Json summary{{"event", "summary"},
                 {"name", document->name},
                 {"batch", batch},
                 {"samples_per_second", rate},
                 {"step_ms", median},
                 {"step_ms_p95", p95},
                 {"ceiling_share", share},
                 {"peak_memory_bytes", peakBytes},
                 {"planned_memory_bytes", (*learner)->memoryBytes()}};
    if (!options.json)
        fmt::print("{}: {} samples/s, step {:.3f} ms (p95 {:.3f}), batch {}, {:.0f} % of the ceiling of products, peak memory {}\n",
                   document->name, grouped(static_cast<int64_t>(rate)), median, p95, batch, 100 * share,
                   bytesText(static_cast<double>(peakBytes)));
    if (options.profile) addProfile(plan, options.json, summary);
    if (options.json) printLine(summary);
    return 0;
}

/// Wrong usage: what `ceiling` and `reference` choose by themselves cannot be asked for.
void refuseOptions(const CLI::App& verb, const std::string& name)
{
    std::vector<const char*> own;
    if (name == "ceiling" || name == "reference") own = {"--precision", "--memory", "--inference", "--profile", "--watching", "--budget"};
    if (name == "ceiling") own.insert(own.end(), {"--steps", "--batch"});
    for (const char* option : own)
        if (verb.get_option(option)->count() > 0)
            throw CLI::ValidationError(option, "`bench " + name + "` chooses this by itself. Leave it out, or name a project.");
}

} // namespace

void addBench(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("bench", "Time the training step of a project on one batch in memory, or what the machine can do");
    verb->add_option(
            "name", options->name,
            "Project file (.dsw); ceiling: products, convolutions and memory at their best; reference: ResNet-50 step by step from plain "
            "f32 to all that the engine has")
        ->required();
    verb->add_option("--steps", options->steps, "Steps that are timed")->check(CLI::PositiveNumber);
    verb->add_option("--batch", options->batch, "Samples of a step; 0: as the project says")->check(CLI::NonNegativeNumber);
    verb->add_flag("--inference", options->inference, "Predictions with fixed weights instead of training");
    addPrecisionOption(*verb, options->precision);
    addMemoryOption(*verb, options->memory);
    verb->add_option("--threads", options->threads, "Threads of the kernels; 0: one for each core")->check(CLI::NonNegativeNumber);
    verb->add_flag("--profile", options->profile, "Time by op");
    CLI::Option* watching = verb->add_flag("--watching", options->watching, "What the Inspector costs: steps with and without it, in turns")
                                ->excludes("--inference")
                                ->excludes("--profile")
                                ->excludes("--batch");
    verb->add_option("--budget", options->budget, "Percent that watching may take; 100 or more: everything at each step")
        ->check(CLI::NonNegativeNumber)
        ->needs(watching);
    verb->add_flag("--json", options->json, "One JSON object");
    verb->callback([options, verb, &outcome] {
        refuseOptions(*verb, options->name);
        outcome.exitCode = bench(*options);
    });
}

} // namespace ds::cli
