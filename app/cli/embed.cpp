// SPDX-License-Identifier: Apache-2.0
// What a layer of a trained run makes of samples, or the rows of a parameter, as points in a plane.
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "app/cli/temporary_folder.h"
#include "core/backends/cpu/cpu.h"
#include "inspector/engine/laboratory.h"

namespace ds::cli {

namespace {

struct Options {
    std::string run, runs = "runs", device = "cpu", of, method = "pca", file;
    int64_t samples = 1000;
    double perplexity = 30;
    bool list = false, json = false;
};

std::string shapeText(const Json& shape)
{
    std::string text;
    for (const Json& size : shape) text += (text.empty() ? "" : " × ") + std::to_string(size.get<int64_t>());
    return text;
}

void printSources(const Json& answer)
{
    std::vector<std::vector<std::string>> rows{{"layer or parameter", "what", "shape", "features"}};
    for (const char* kind : {"results", "parameters"})
        for (const Json& source : answer.at(kind)) {
            const bool result = kind == std::string("results");
            const auto field = source.at("field").get<std::string>();
            rows.push_back({source.at("name").get<std::string>(),
                            result          ? "a point each sample"
                            : field.empty() ? "a point each row"
                                            : "a point each word of " + field,
                            shapeText(source.at("shape")), std::to_string(source.at("features").get<int64_t>())});
        }
    fmt::print("{}\n{} {} samples.\n", table(rows), grouped(answer.at("count").get<int64_t>()), answer.at("set").get<std::string>());
}

/// The layer or parameter of that name; of none the last layer before the model's output, where classes are told apart.
Result<std::pair<std::string, std::string>> sourceOf(const Json& all, const std::string& name)
{
    const Json& results = all.at("results");
    if (name.empty()) {
        if (results.empty()) return Error{"no layer gives points", "", "Choose a parameter with --of."};
        return std::pair{std::string("result"), results[results.size() > 1 ? results.size() - 2 : 0].at("name").get<std::string>()};
    }
    for (const auto& [kind, of] : {std::pair("results", "result"), std::pair("parameters", "parameter")})
        for (const Json& source : all.at(kind))
            if (source.at("name") == name) return std::pair{std::string(of), name};
    return Error{"there is no such layer or parameter", name, "See `deepseek embed RUN --list`."};
}

void printProjection(const Json& answer)
{
    const bool result = answer.at("of") == "result";
    fmt::print("{}: {} {}, {} features{}\n", answer.at("name").get<std::string>(),
               grouped(static_cast<int64_t>(answer.at("samples").size())),
               result ? answer.at("set").get<std::string>() + " samples" : "rows", grouped(answer.at("features").get<int64_t>()),
               answer.at("averaged").get<bool>() ? ", averaged over positions" : "");
    if (answer.contains("explained"))
        fmt::print("explained variance: {:.1f} % and {:.1f} %\n", 100 * answer["explained"][0].get<double>(),
                   100 * answer["explained"][1].get<double>());
    else
        fmt::print("t-SNE with perplexity {:.3g}: divergence {:.3f}\n", answer.at("perplexity").get<double>(),
                   answer.at("divergence").get<double>());
    if (answer.at("neighbours_of_same_class").is_number())
        fmt::print("neighbours_of_same_class: {:.1f} % of the {} nearest, {:.1f} % by chance\n",
                   100 * answer["neighbours_of_same_class"].get<double>(), answer.at("neighbours").get<int>(),
                   100 * answer.at("by_chance").get<double>());
}

Status embed(const Options& options)
{
    setCpuThreads(0);
    inspector::Laboratory laboratory(options.runs, options.run, options.device);
    const Json all = DS_TRY(laboratory.answer({{"ask", "projectable"}}));
    if (options.list) {
        if (options.json) printLine(all);
        else printSources(all);
        return {};
    }
    const auto source = DS_TRY(sourceOf(all, options.of));
    const TemporaryFolder files;
    Json answer = DS_TRY(laboratory.answer({{"ask", "projection"},
                                            {"of", source.first},
                                            {"name", source.second},
                                            {"method", options.method},
                                            {"samples", options.samples},
                                            {"perplexity", options.perplexity},
                                            {"to", files.path()}}));
    namespace fs = std::filesystem;
    std::error_code problem;
    if (!options.file.empty())
        fs::copy_file(answer.at("points").get<std::string>(), options.file, fs::copy_options::overwrite_existing, problem);
    if (problem) return Error{"cannot be written: " + problem.message(), options.file, ""};
    answer.erase("points");
    if (!options.file.empty()) answer["points"] = options.file;
    if (options.json) printLine(answer);
    else printProjection(answer);
    return {};
}

} // namespace

void addEmbed(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb =
        app.add_subcommand("embed", "Draw what a layer makes of samples as points in a plane, and tell how well it parts classes");
    verb->add_option("run", options->run, "Run")->required();
    verb->add_option("--runs", options->runs, "Folder of all runs")->capture_default_str();
    verb->add_flag("--list", options->list, "Only list the layers and parameters that give points");
    verb->add_option("--of", options->of, "A layer, or a parameter whose rows are the points; without it the layer before the last");
    verb->add_option("--method", options->method, "How")->check(CLI::IsMember({"pca", "tsne"}))->capture_default_str();
    verb->add_option("--samples", options->samples, "At most so many points; of those that it was not trained on")
        ->check(CLI::Range(3, 2000))
        ->capture_default_str();
    verb->add_option("--perplexity", options->perplexity, "How many neighbours count in t-SNE, roughly")
        ->check(CLI::Range(1.5, 500.0))
        ->capture_default_str();
    verb->add_option("--npy", options->file, "A file for the points, in NumPy's format");
    verb->add_option("--device", options->device, "Where to compute")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_flag("--json", options->json, "One JSON object");
    verb->callback([options, &outcome] {
        if (const Status status = embed(*options); !status) outcome.exitCode = tell(status.error());
    });
}

} // namespace ds::cli
