// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/backends/cpu/cpu.h"
#include "core/train/loaded_model.h"
#include "core/train/prediction.h"

namespace ds::cli {

namespace {

struct Options {
    std::string run, runs = "runs", device = "cpu";
    std::vector<std::string> inputs;
    int top = 3;
    bool json = false;
};

Result<Json> predictOne(LoadedModel& model, const std::string& input, int top)
{
    Json json = DS_TRY(predictSample(*model.learner, {model.fitted, {}}, input, top));
    json["input"] = input;
    return json;
}

void print(const Json& json)
{
    fmt::print("{}\n", json["input"].get<std::string>());
    if (json.contains("values")) fmt::print("  {}\n", json["values"].dump());
    else
        for (const Json& item : json["classes"])
            fmt::print("  {:>5.1f} %  {}\n", 100 * item["probability"].get<double>(), item["class"].get<std::string>());
}

int predict(const Options& options)
{
    setCpuThreads(0);
    Result<LoadedModel> model = loadModel(options.runs, options.run, options.device);
    if (!model) return tell(model.error());
    for (const std::string& input : options.inputs) {
        const Result<Json> json = predictOne(*model, input, options.top);
        if (!json) return tell(json.error());
        if (options.json) printLine(*json);
        else print(*json);
    }
    if (options.json) printLine({{"event", "summary"}, {"run", options.run}, {"count", options.inputs.size()}});
    return 0;
}

} // namespace

void addPredict(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("predict", "Ask a trained run");
    verb->add_option("run", options->run, "Run")->required();
    verb->add_option("input", options->inputs, "An image or .npy file, a CSV row, or text, as the project's data are")->required();
    verb->add_option("--runs", options->runs, "Folder of all runs");
    verb->add_option("--top", options->top, "Classes that are named")->check(CLI::PositiveNumber);
    verb->add_option("--device", options->device, "Where to compute")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_flag("--json", options->json, "One JSON object a line");
    verb->callback([options, &outcome] { outcome.exitCode = predict(*options); });
}

} // namespace ds::cli
