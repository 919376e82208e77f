// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/backends/cpu/cpu.h"
#include "core/data/source.h"
#include "core/train/loaded_model.h"

namespace ds::cli {

namespace {

struct Options {
    std::string run, runs = "runs", device = "cpu";
    std::vector<std::string> inputs;
    int top = 3;
    bool json = false;
};

/// Probabilities of class scores.
std::vector<double> softmax(const std::vector<double>& scores)
{
    const double most = *std::max_element(scores.begin(), scores.end());
    std::vector<double> p;
    for (double score : scores) p.push_back(std::exp(score - most));
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& x : p) x /= sum;
    return p;
}

/// Names of the classes, or tokens, of the target field; empty for regression.
std::vector<std::string> classNames(const Document& document, const Json& fitted)
{
    for (const char* key : {"classes", "vocabulary"})
        if (fitted.is_object() && fitted.contains(key) && fitted[key].is_array()) return fitted[key].get<std::vector<std::string>>();
    if (const AttrValue* classes = document.train.attrs.find("classes"))
        if (const auto* names = std::get_if<Strings>(classes)) return *names;
    return {};
}

Json describe(const Tensor& prediction, bool classes, const std::vector<std::string>& names, int top)
{
    std::vector<double> values;
    const Shape& shape = prediction.shape();
    // Scores [1, C, T] of a sequence: those at its end say what comes next.
    const int64_t inner = classes && shape.rank() > 2 ? shape.count(2, shape.rank()) : 1;
    for (int64_t i = inner - 1; i < prediction.count(); i += inner) values.push_back(prediction.at(i));
    if (!classes || values.size() < 2) return {{"values", values}};
    const std::vector<double> p = softmax(values);
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] > p[b]; });
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), static_cast<std::size_t>(top)); ++i)
        list.push_back({{"class", order[i] < names.size() ? names[order[i]] : std::to_string(order[i])}, {"probability", p[order[i]]}});
    return {{"classes", list}};
}

Result<Json> predictOne(LoadedModel& model, const std::string& input, int top)
{
    const Document& document = model.learner->document();
    const std::vector<Tensor> fields =
        DS_TRY(encodeInput(document.train.type, document.train.attrs, input, &model.fitted, document.folder));
    Feeds feeds;
    std::size_t next = 0;
    for (const LayerNode& node : document.model.layers) {
        if (node.type != "Input" || next >= fields.size()) continue;
        const Tensor dense = fields[next].contiguous();
        Shape batched = dense.shape();
        batched.insert(0, 1);
        feeds.push_back({node.attrs.string("field"), dense.reshaped(batched)});
        ++next;
    }
    const Tensor prediction = DS_TRY(model.learner->predict(feeds));
    const bool classes = document.loss.type == "cross_entropy" || document.loss.type == "focal";
    Json json = describe(prediction, classes, classNames(document, model.fitted), top);
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
