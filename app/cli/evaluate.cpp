// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/backends/cpu/cpu.h"
#include "core/train/evaluator.h"
#include "core/train/loaded_model.h"

namespace ds::cli {

namespace {

struct Options {
    std::string run, runs = "runs", device = "cpu";
    int threads = 0;
    bool json = false, last = false;
};

struct Evaluated {
    std::string data;
    EvaluationResult result;
};

Result<Evaluated> evaluateRun(const Options& options)
{
    const LoadedModel model = DS_TRY(loadModel(options.runs, options.run, options.device, options.last));
    const Document& document = model.learner->document();
    const DataSets data = DS_TRY(openData(document, model.seed));
    const std::shared_ptr<const Dataset> set = data.test ? data.test : data.validation;
    if (!set) return Error{"the project names no test or validation data", options.run, "Add data.test to the project."};
    const auto metrics = DS_TRY(metricsFor(document));
    const int64_t batch = std::max(document.training.integer("batch_size"), document.training.integer("evaluation_batch_size"));
    Evaluated evaluated;
    evaluated.result = DS_TRY(evaluateAll(*model.learner, set, std::min(batch, set->size()), 1, metrics));
    evaluated.data = data.test ? "test" : "validation";
    return evaluated;
}

int evaluate(const Options& options)
{
    setCpuThreads(options.threads);
    const Result<Evaluated> evaluated = evaluateRun(options);
    if (!evaluated) return tell(evaluated.error());
    const EvaluationResult& result = evaluated->result;
    if (options.json) {
        Json metrics = Json::object(), details = Json::object();
        for (const auto& [name, value] : result.metrics) metrics[name] = value;
        for (const auto& [name, value] : result.details) details[name] = value;
        printLine({{"event", "summary"},
                   {"run", options.run},
                   {"data", evaluated->data},
                   {"samples", result.samples},
                   {"loss", result.loss},
                   {"metrics", metrics},
                   {"details", details},
                   {"seconds", result.seconds}});
        return 0;
    }
    std::vector<std::vector<std::string>> rows{{"figure", "on " + evaluated->data + " data"}};
    rows.push_back({"loss", fmt::format("{:.6g}", result.loss)});
    for (const auto& [name, value] : result.metrics) rows.push_back({name, fmt::format("{:.6g}", value)});
    fmt::print("{}{} samples in {:.1f} s\n", table(rows), grouped(result.samples), result.seconds);
    return 0;
}

} // namespace

void addEvaluate(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("evaluate", "Measure a trained run on its test data");
    verb->add_option("run", options->run, "Run")->required();
    verb->add_option("--runs", options->runs, "Folder of all runs");
    verb->add_option("--device", options->device, "Where to compute")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_option("--threads", options->threads, "Threads of the kernels; 0: one for each core")->check(CLI::NonNegativeNumber);
    verb->add_flag("--last", options->last, "The last checkpoint instead of the best");
    verb->add_flag("--json", options->json, "One JSON object a line");
    verb->callback([options, &outcome] { outcome.exitCode = evaluate(*options); });
}

} // namespace ds::cli
