// SPDX-License-Identifier: Apache-2.0
// Which learning rate goes with a project.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/train/run_parts.h"
#include "inspector/engine/rate_range.h"

namespace ds::cli {

namespace {

using inspector::RateRange;

struct Options {
    std::string project, precision, device = "cpu";
    std::vector<std::string> set;
    inspector::RateRangeSettings range;
    bool json = false;
};

void print(const RateRange& range)
{
    constexpr std::size_t rows = 24;
    constexpr double width = 40; // letters
    const std::size_t each = std::max<std::size_t>(1, range.rates.size() / rows);
    const double most = *std::max_element(range.smoothed.begin(), range.smoothed.end());
    std::vector<std::vector<std::string>> lines{{"rate", "loss", "smoothed", ""}};
    for (std::size_t i = 0; i < range.rates.size(); i += each) {
        std::string bar;
        for (int k = 0; k < static_cast<int>(width * range.smoothed[i] / most); ++k) bar += "▪";
        lines.push_back(
            {fmt::format("{:.2e}", range.rates[i]), fmt::format("{:.4g}", range.losses[i]), fmt::format("{:.4g}", range.smoothed[i]), bar});
    }
    fmt::print("{}\n", table(lines));
    if (range.suggested <= 0)
        fmt::print("The loss does not fall at any rate: what is wrong lies elsewhere. See `deepseek inspect PROJECT`.\n");
    else
        fmt::print(
            "The loss falls most steeply at {:.2g} and no further beyond {:.2g}.{}\nTake it with --set optimizer.learning_rate={:.2g}.\n",
            range.suggested, range.highest, range.diverged ? fmt::format(" At {:.2g} it diverged.", range.rates.back()) : "",
            range.suggested);
}

Status rates(const Options& options)
{
    Document document = DS_TRY(loadDocument(options.project));
    DS_TRY(changeSettings(document, options.set));
    setPrecision(document, options.precision);
    if (options.range.lowest >= options.range.highest)
        return Error{"the lowest rate is not below the highest", "--lowest", "Give --highest more."};
    RunParts parts = DS_TRY(prepareRun(std::move(document), options.device, {}, false));
    const RateRange range = DS_TRY(inspector::findRateRange(parts, options.range));
    if (range.rates.empty()) return Error{"the loss is no number at the lowest rate", options.project, "See `deepseek inspect PROJECT`."};
    if (!options.json) {
        print(range);
        return {};
    }
    for (std::size_t i = 0; i < range.rates.size(); ++i)
        printLine({{"event", "step"}, {"rate", range.rates[i]}, {"loss", range.losses[i]}, {"smoothed", range.smoothed[i]}});
    printLine({{"event", "summary"},
               {"steps", range.rates.size()},
               {"suggested", range.suggested > 0 ? Json(range.suggested) : Json()},
               {"highest", range.highest > 0 ? Json(range.highest) : Json()},
               {"diverged", range.diverged}});
    return {};
}

} // namespace

void addRates(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("rates", "Tell which learning rate goes with a project: the loss while the rate rises");
    verb->add_option("project", options->project, "Project file (.dsw)")->required();
    verb->add_option("--lowest", options->range.lowest, "Rate to begin with")->check(CLI::PositiveNumber)->capture_default_str();
    verb->add_option("--highest", options->range.highest, "Rate to end with")->check(CLI::PositiveNumber)->capture_default_str();
    verb->add_option("--steps", options->range.steps, "Updates on the way")->check(CLI::Range(20, 100000))->capture_default_str();
    addSetOption(*verb, options->set);
    addPrecisionOption(*verb, options->precision);
    verb->add_option("--device", options->device, "Where to run")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_flag("--json", options->json, "One JSON object a line, the summary last");
    verb->callback([options, &outcome] {
        if (const Status status = rates(*options); !status) outcome.exitCode = tell(status.error());
    });
}

} // namespace ds::cli
