// SPDX-License-Identifier: Apache-2.0
// Where the time of a step goes.
#include <algorithm>
#include <fstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/train/run_parts.h"
#include "inspector/engine/step_profile.h"

namespace ds::cli {

namespace {

using inspector::LayerTime;
using inspector::OpTime;
using inspector::Phase;
using inspector::StepProfile;

struct Options {
    std::string project, precision, device = "cpu", trace;
    std::vector<std::string> set;
    int64_t steps = 20;
    int ops = 12; ///< of which the table tells
    bool json = false;
};

std::string rate(double amount, double milliseconds, const char* unit)
{
    return milliseconds > 0 && amount / milliseconds > 5e4 ? fmt::format("{:.1f} {}", amount / milliseconds / 1e6, unit) : "–";
}

/// What comes from caches is read faster than memory can give it.
std::string limitText(double share) { return share > 1.05 ? "in cache" : fmt::format("{:.0f} %", 100 * share); }

void printJson(const StepProfile& profile)
{
    for (std::size_t i = 0; i < profile.ops.size(); ++i) {
        const OpTime& op = profile.ops[i];
        printLine({{"event", "op"},
                   {"op", i},
                   {"phase", phaseName(op.phase)},
                   {"layer", op.layer},
                   {"what", op.op},
                   {"milliseconds", op.milliseconds},
                   {"flops", op.flops},
                   {"bytes", op.bytes},
                   {"limit_share", profile.shareOfLimit(op.flops, op.bytes, op.milliseconds)},
                   {"memory_bytes", profile.memoryAt(static_cast<int>(i))}});
    }
    for (const LayerTime& layer : layerTimes(profile))
        printLine({{"event", "layer"},
                   {"layer", layer.layer},
                   {"forward_ms", layer.milliseconds[0]},
                   {"backward_ms", layer.milliseconds[1]},
                   {"update_ms", layer.milliseconds[2]},
                   {"flops", layer.flops},
                   {"bytes", layer.bytes}});
    printLine({{"event", "summary"},
               {"steps", profile.steps},
               {"step_ms", profile.milliseconds},
               {"waiting_ms", profile.waiting},
               {"forward_ms", profile.of(Phase::Forward)},
               {"backward_ms", profile.of(Phase::Backward)},
               {"update_ms", profile.of(Phase::Update)},
               {"ops", profile.ops.size()},
               {"arena_bytes", profile.arenaBytes},
               {"state_bytes", profile.stateBytes},
               {"limit_flops", profile.limitFlops},
               {"limit_bytes", profile.limitBytes}});
}

void printTables(const StepProfile& profile, int most)
{
    const double all = profile.milliseconds;
    const auto share = [all](double milliseconds) { return fmt::format("{:.1f} %", all > 0 ? 100 * milliseconds / all : 0); };
    const auto ms = [](double milliseconds) { return milliseconds > 0 ? fmt::format("{:.2f}", milliseconds) : std::string("–"); };
    std::vector<std::vector<std::string>> layers{
        {"layer", "forward", "backward", "update", "of the step", "arithmetic", "memory", "of the limit"}};
    for (const LayerTime& layer : layerTimes(profile))
        layers.push_back({layer.layer.empty() ? "(none)" : layer.layer, ms(layer.milliseconds[0]), ms(layer.milliseconds[1]),
                          ms(layer.milliseconds[2]), share(layer.sum()), rate(layer.flops, layer.sum(), "GFLOP/s"),
                          rate(layer.bytes, layer.sum(), "GB/s"), limitText(profile.shareOfLimit(layer.flops, layer.bytes, layer.sum()))});
    fmt::print("{}\n", table(layers));
    std::vector<const OpTime*> dearest;
    for (const OpTime& op : profile.ops) dearest.push_back(&op);
    std::stable_sort(dearest.begin(), dearest.end(), [](const OpTime* a, const OpTime* b) { return a->milliseconds > b->milliseconds; });
    dearest.resize(std::min(dearest.size(), static_cast<std::size_t>(most)));
    std::vector<std::vector<std::string>> ops{{"op", "phase", "what", "ms", "of the step", "arithmetic", "memory", "of the limit"}};
    for (const OpTime* op : dearest)
        ops.push_back({op->layer, phaseName(op->phase), op->op, ms(op->milliseconds), share(op->milliseconds),
                       rate(op->flops, op->milliseconds, "GFLOP/s"), rate(op->bytes, op->milliseconds, "GB/s"),
                       limitText(profile.shareOfLimit(op->flops, op->bytes, op->milliseconds))});
    fmt::print("{}\n", table(ops));
    const double forward = profile.of(Phase::Forward), backward = profile.of(Phase::Backward), update = profile.of(Phase::Update);
    fmt::print("A step takes {:.2f} ms (median of {}): forward {:.2f}, backward {:.2f}, update {:.2f}, between the {} ops {:.2f}. It waits "
               "{:.2f} ms for "
               "its data.\n",
               all, profile.steps, forward, backward, update, profile.ops.size(), std::max(0.0, all - forward - backward - update),
               profile.waiting);
    fmt::print("Memory: {} for what a step computes, {} for parameters and states. Limits of this machine: {:.0f} GFLOP/s, {:.1f} GB/s.\n",
               bytesText(profile.arenaBytes), bytesText(profile.stateBytes), profile.limitFlops / 1e9, profile.limitBytes / 1e9);
}

Status profile(const Options& options)
{
    Document document = DS_TRY(loadDocument(options.project));
    DS_TRY(changeSettings(document, options.set));
    setPrecision(document, options.precision);
    RunParts parts = DS_TRY(prepareRun(std::move(document), options.device, {}, false));
    const StepProfile seen = DS_TRY(inspector::profileSteps(parts, options.steps));
    if (!options.trace.empty()) {
        std::ofstream file(options.trace);
        file << chromeTrace(seen).dump() << std::flush;
        if (!file) return Error{"cannot be written", options.trace, "Name a file in a folder that is there."};
    }
    if (options.json) printJson(seen);
    else printTables(seen, options.ops);
    return {};
}

} // namespace

void addProfile(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("profile", "Tell where the time of a training step goes: layers, ops, data, memory");
    verb->add_option("project", options->project, "Project file (.dsw)")->required();
    verb->add_option("--steps", options->steps, "Steps to measure, behind a few that warm up")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    verb->add_option("--ops", options->ops, "How many of the dearest ops to tell of")->check(CLI::Range(0, 100000))->capture_default_str();
    verb->add_option("--trace", options->trace, "Write one step as a Chrome trace into this file (chrome://tracing, Perfetto)");
    addSetOption(*verb, options->set);
    addPrecisionOption(*verb, options->precision);
    verb->add_option("--device", options->device, "Where to run")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_flag("--json", options->json, "One JSON object a line, the summary last");
    verb->callback([options, &outcome] {
        if (const Status status = profile(*options); !status) outcome.exitCode = tell(status.error());
    });
}

} // namespace ds::cli
