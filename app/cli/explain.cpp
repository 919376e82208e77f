// SPDX-License-Identifier: Apache-2.0
// Why a trained model predicts what it does for one sample.
#include <algorithm>
#include <cmath>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "app/cli/temporary_folder.h"
#include "core/backends/cpu/cpu.h"
#include "core/data/npy_file.h"
#include "inspector/engine/explanation.h"
#include "inspector/engine/laboratory.h"

namespace ds::cli {

namespace {

struct Options {
    std::string run, runs = "runs", device = "cpu", method = "integrated_gradients", folder;
    int64_t sample = -1, target = -1; ///< -1: the samples with the greatest loss are listed; the class that is predicted
    bool json = false;
};

void printSamples(const Json& answer)
{
    const Json& classes = answer.at("classes");
    const auto name = [&](const Json& place) {
        const auto at = place.is_number_integer() ? place.get<int64_t>() : -1;
        return at >= 0 && at < static_cast<int64_t>(classes.size()) ? classes[static_cast<std::size_t>(at)].get<std::string>()
                                                                    : std::string("–");
    };
    std::vector<std::vector<std::string>> rows{{"sample", "loss", "is", "taken for", "with"}};
    for (const Json& sample : answer.at("worst"))
        rows.push_back({std::to_string(sample.at("index").get<int64_t>()),
                        sample.at("loss").is_number() ? fmt::format("{:.3g}", sample.at("loss").get<double>()) : "not finite",
                        name(sample.at("target")), name(sample.at("predicted")),
                        fmt::format("{:.0f} %", 100 * sample.at("probability").get<double>())});
    fmt::print("{}\nThe most mistaken of {} {} samples. Explain one with --sample.\n", table(rows),
               grouped(answer.at("count").get<int64_t>()), answer.at("set").get<std::string>());
}

/// Two numbers below each other in one letter; what speaks against the score is left out.
std::string drawn(const std::vector<float>& map, int64_t height, int64_t width)
{
    static constexpr const char* shades[] = {" ", "░", "▒", "▓", "█"};
    const float most = *std::max_element(map.begin(), map.end());
    std::string text;
    for (int64_t y = 0; y < height; y += 2, text += '\n')
        for (int64_t x = 0; x < width; ++x) {
            const float upper = map[static_cast<std::size_t>(y * width + x)];
            const float value = y + 1 < height ? std::max(upper, map[static_cast<std::size_t>((y + 1) * width + x)]) : upper;
            text += shades[most > 0 ? std::clamp(static_cast<int>(value / most * 4.999F), 0, 4) : 0];
        }
    return text;
}

Status printExplanation(const Json& answer)
{
    constexpr int64_t widest = 120; // letters
    fmt::print("{} sample {}", answer.at("set").get<std::string>(), answer.at("sample").get<int64_t>());
    if (answer.at("truth").is_string()) fmt::print(", {}", answer["truth"].get<std::string>());
    fmt::print("\n");
    const Json& prediction = answer.at("prediction");
    if (prediction.contains("classes"))
        for (const Json& item : prediction["classes"])
            fmt::print("  {:>5.1f} %  {}\n", 100 * item["probability"].get<double>(), item["class"].get<std::string>());
    else fmt::print("  {}\n", prediction["values"].dump());
    const NpyFile file = DS_TRY(NpyFile::open(answer.at("map").get<std::string>()));
    std::vector<float> map(static_cast<std::size_t>(file.shape().count()));
    file.readAll(DType::F32, map.data());
    const Json& words = answer.at("words");
    const int rank = file.shape().rank();
    if (rank == 2 && file.shape()[1] <= widest) {
        fmt::print("\n{}", drawn(map, file.shape()[0], file.shape()[1]));
    } else {
        std::vector<std::size_t> order(map.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::abs(map[a]) > std::abs(map[b]); });
        order.resize(std::min<std::size_t>(order.size(), 12));
        std::vector<std::vector<std::string>> rows{{"place", "counts"}};
        for (std::size_t at : order)
            rows.push_back({at < words.size() ? fmt::format("{} {}", at, words[at].get<std::string>()) : std::to_string(at),
                            fmt::format("{:+.3g}", map[at])});
        fmt::print("\n{}", table(rows));
    }
    const inspector::ExplanationSpec* spec = inspector::findExplanation(answer.at("method").get<std::string>());
    const std::string output = answer.at("class").is_string() ? answer["class"].get<std::string>()
                                                              : "output " + std::to_string(answer.at("target").get<int64_t>());
    fmt::print("\n{}, of {}: its score is {:.4g}, and {:.4g} where the input says nothing.\n{}\n", spec->title, output,
               answer.at("score").get<double>(), answer.at("nothing").get<double>(), spec->doc);
    return {};
}

Status explain(const Options& options)
{
    setCpuThreads(0);
    inspector::Laboratory laboratory(options.runs, options.run, options.device);
    if (options.sample < 0) {
        const Json answer = DS_TRY(laboratory.answer({{"ask", "samples"}}));
        if (options.json) printLine(answer);
        else printSamples(answer);
        return {};
    }
    const TemporaryFolder files(options.folder);
    Json question{{"ask", "explain"}, {"sample", options.sample}, {"method", options.method}, {"to", files.path()}};
    if (options.target >= 0) question["target"] = options.target;
    Json answer = DS_TRY(laboratory.answer(question));
    if (!options.json) return printExplanation(answer);
    if (options.folder.empty())
        for (const char* file : {"input", "map"}) answer.erase(file);
    printLine(answer);
    return {};
}

} // namespace

void addExplain(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    std::vector<std::string> methods;
    for (const inspector::ExplanationSpec* spec : inspector::allExplanations()) methods.emplace_back(spec->name);
    CLI::App* verb = app.add_subcommand("explain", "Tell why a trained run predicts what it does for one sample");
    verb->add_option("run", options->run, "Run")->required();
    verb->add_option("--runs", options->runs, "Folder of all runs")->capture_default_str();
    verb->add_option("--sample", options->sample, "Of those that it was not trained on; without it the most mistaken ones are listed")
        ->check(CLI::NonNegativeNumber);
    verb->add_option("--method", options->method, "How; see `deepseek list explanations`")
        ->check(CLI::IsMember(methods))
        ->capture_default_str();
    verb->add_option("--target", options->target, "Number of the class or output to explain, instead of the one that is predicted")
        ->check(CLI::NonNegativeNumber);
    verb->add_option("--npy", options->folder, "A folder for sample.npy and map.npy, in NumPy's format");
    verb->add_option("--device", options->device, "Where to compute")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_flag("--json", options->json, "One JSON object");
    verb->callback([options, &outcome] {
        if (const Status status = explain(*options); !status) outcome.exitCode = tell(status.error());
    });
}

} // namespace ds::cli
