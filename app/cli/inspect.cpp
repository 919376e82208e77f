// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/train/run_parts.h"
#include "inspector/engine/watcher.h"

namespace ds::cli {

namespace {

using inspector::Quantity;
using inspector::Sight;

struct Options {
    std::string project, precision, device = "cpu";
    std::vector<std::string> set;
    int steps = 20;
    double budget = 0; ///< percent; 0: everything at each step
    bool json = false;
};

/// What was seen last, by name.
struct Seen {
    std::vector<std::string> names; ///< in the order of the graph
    std::map<std::string, std::map<Quantity, Sight>> sights;

    void take(std::vector<Sight> all)
    {
        for (Sight& sight : all) {
            auto& quantities = sights[sight.name];
            if (quantities.empty()) names.push_back(sight.name);
            quantities[sight.quantity] = std::move(sight);
        }
    }
    const inspector::TensorStatistics* find(const std::string& name, Quantity quantity) const
    {
        const auto& quantities = sights.at(name);
        const auto at = quantities.find(quantity);
        return at == quantities.end() ? nullptr : &at->second.statistics;
    }
};

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

void printJson(const Seen& seen)
{
    for (const std::string& name : seen.names)
        for (const auto& [quantity, sight] : seen.sights.at(name)) {
            const inspector::TensorStatistics& s = sight.statistics;
            printLine({{"event", "tensor"},
                       {"name", name},
                       {"quantity", inspector::quantityName(quantity)},
                       {"update", sight.update},
                       {"count", s.count},
                       {"zeros", s.zeros},
                       {"nan", s.nan},
                       {"infinite", s.positiveInfinite + s.negativeInfinite},
                       {"mean", number(s.mean)},
                       {"deviation", number(s.deviation())},
                       {"norm", number(s.norm)},
                       {"min", number(s.min)},
                       {"max", number(s.max)},
                       {"median", number(s.quantile(0.5))}});
        }
}

/// Root mean square, or what is wrong with the numbers.
std::string sizeText(const inspector::TensorStatistics* s)
{
    if (!s) return "–";
    if (s->finite() < s->count) return fmt::format("{} not finite", grouped(s->count - s->finite()));
    return fmt::format("{:.2e}", s->rootMeanSquare());
}

void printTables(const Seen& seen, const StateStore& states)
{
    std::vector<std::vector<std::string>> layers{{"layer", "result", "zeros", "gradient"}};
    std::vector<std::vector<std::string>> parameters{{"parameter", "size", "gradient", "update", "update ÷ size"}};
    for (const std::string& name : seen.names)
        if (const auto* result = seen.find(name, Quantity::Activation))
            layers.push_back({name, sizeText(result), fmt::format("{:.0f} %", 100 * result->zeroShare()),
                              sizeText(seen.find(name, Quantity::ActivationGradient))});
    // In the order of the model; they are seen in that of their updates.
    for (const StateStore::Entry& state : states.entries()) {
        if (!seen.sights.contains(state.name)) continue;
        const auto *weight = seen.find(state.name, Quantity::Weight), *update = seen.find(state.name, Quantity::Update);
        parameters.push_back({state.name, sizeText(weight), sizeText(seen.find(state.name, Quantity::WeightGradient)), sizeText(update),
                              weight && update && weight->norm > 0 ? fmt::format("{:.1e}", update->norm / weight->norm) : "–"});
    }
    fmt::print("{}\n{}\n", table(layers), table(parameters));
}

Status inspect(const Options& options)
{
    Document document = DS_TRY(loadDocument(options.project));
    DS_TRY(changeSettings(document, options.set));
    setPrecision(document, options.precision);
    RunParts parts = DS_TRY(prepareRun(std::move(document), options.device, {}, false));
    Seen seen;
    constexpr double everything = 1e9; // times the time of a step
    const auto watcher = std::make_shared<inspector::Watcher>(options.budget > 0 ? options.budget / 100 : everything,
                                                              [&](std::vector<Sight> sights) { seen.take(std::move(sights)); });
    parts.learner->observe(watcher);
    Feeds feeds;
    for (const Field& field : parts.data.train->fields()) feeds.push_back({field.name, {}});
    Batch batch;
    Progress progress;
    double loss = 0;
    while (progress.updates < options.steps) {
        if (!parts.loader->next(batch)) continue;
        for (std::size_t i = 0; i < feeds.size(); ++i) feeds[i].value = batch.fields[i];
        loss = DS_TRY(parts.learner->step(feeds, parts.learningRate(progress))).loss;
        progress.updates = parts.learner->updates();
        progress.accumulated = parts.learner->accumulated();
    }
    if (options.json) {
        printJson(seen);
        printLine({{"event", "summary"},
                   {"steps", progress.updates},
                   {"loss", number(loss)},
                   {"tensors", seen.names.size()},
                   {"watching_share", watcher->measured()}});
        return {};
    }
    printTables(seen, parts.learner->states());
    fmt::print("Root mean squares after {} steps; loss {:.4g}. Watching took {:.1f} % of the time of a step.\n", progress.updates, loss,
               100 * watcher->measured());
    return {};
}

} // namespace

void addInspect(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("inspect", "Train for some steps and tell what went through each layer");
    verb->add_option("project", options->project, "Project file (.dsw)")->required();
    verb->add_option("--steps", options->steps, "Updates to make")->check(CLI::Range(1, 1000000));
    verb->add_option("--budget", options->budget,
                     "What watching may take, in percent of a step; without it everything is seen at each step")
        ->check(CLI::Range(0.1, 1000.0));
    addSetOption(*verb, options->set);
    addPrecisionOption(*verb, options->precision);
    verb->add_option("--device", options->device, "Where to run")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_flag("--json", options->json, "One JSON object a line, the summary last");
    verb->callback([options, &outcome] {
        if (const Status status = inspect(*options); !status) outcome.exitCode = tell(status.error());
    });
}

} // namespace ds::cli
