// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "app/cli/plan_picture.h"
#include "core/document/costs.h"
#include "core/graph/text.h"
#include "core/passes/recompute.h"
#include "core/train/inspect_project.h"
#include "core/train/learner.h"

namespace ds::cli {

namespace {

struct Options {
    std::string project, after, svg, precision, device = "cpu";
    std::size_t memory = 0;
    bool graph = false, plan = false, json = false;
};

struct LayerRow {
    std::string path, type, shape;
    int64_t parameters = 0;
    double flops = 0;
};

std::string typesOf(const Model& model, const std::string& path)
{
    const std::size_t slash = path.find('/');
    const LayerNode* node = model.find(path.substr(0, slash));
    if (!node) return {};
    return slash == std::string::npos ? node->type : node->model ? typesOf(*node->model, path.substr(slash + 1)) : std::string();
}

/// In the order in which the graph runs them, forward only.
std::vector<LayerRow> rowsOf(const ProjectCheck& check)
{
    std::vector<LayerRow> rows;
    const std::map<std::string, LayerCost> costs = layerCosts(check.lowered.graph);
    for (const LayerNode& node : check.document.model.layers) {
        const auto shapes = check.lowered.shapes.find(node.name);
        if (shapes == check.lowered.shapes.end()) continue;
        LayerRow row{node.name, typesOf(check.document.model, node.name), "", 0, 0};
        for (const TensorType& type : shapes->second.outputs) row.shape += (row.shape.empty() ? "" : ", ") + type.shape.text();
        if (const auto cost = costs.find(node.name); cost != costs.end()) {
            row.parameters = cost->second.parameters;
            row.flops = cost->second.flops;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string siText(double value)
{
    static constexpr const char* units[] = {"", " k", " M", " G", " T", " P"};
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < std::size(units)) {
        value /= 1000;
        ++unit;
    }
    return fmt::format("{:.{}f}{}", value, unit == 0 ? 0 : 1, units[unit]);
}

int showLayers(const ProjectCheck& check, const Learner& learner, bool json)
{
    const std::vector<LayerRow> rows = rowsOf(check);
    int64_t parameters = 0;
    double flops = 0;
    std::vector<std::vector<std::string>> lines{{"layer", "type", "output", "parameters", "FLOPs"}};
    for (const LayerRow& row : rows) {
        parameters += row.parameters;
        flops += row.flops;
        lines.push_back({row.path, row.type, row.shape, row.parameters ? grouped(row.parameters) : "–", siText(row.flops)});
        if (json)
            printLine({{"event", "layer"},
                       {"layer", row.path},
                       {"type", row.type},
                       {"output", row.shape},
                       {"parameters", row.parameters},
                       {"flops", row.flops}});
    }
    const std::size_t memory = learner.memoryBytes();
    if (json) {
        printLine({{"event", "summary"},
                   {"name", check.document.name},
                   {"parameters", parameters},
                   {"flops", flops},
                   {"predicted_peak_memory_bytes", memory}});
        return 0;
    }
    fmt::print("{}\n\n{}\n", check.document.name, table(lines));
    fmt::print("{} parameters · {}FLOP forward for a batch of {} · {} for one training step (parameters, optimiser, activations)\n",
               grouped(parameters), siText(flops) + " ", check.document.training.integer("batch_size"),
               bytesText(static_cast<double>(memory)));
    return 0;
}

int showPlan(const Plan& plan, bool json)
{
    const Graph& graph = plan.graph();
    std::vector<std::vector<std::string>> lines{{"#", "op", "layer", "result", "at", "kernel", "workspace"}};
    int index = 0;
    for (const Plan::StepInfo& step : plan.steps()) {
        const Node& node = graph.nodes[static_cast<std::size_t>(step.node)];
        const ValueInfo& value = graph.value(node.outputs.front());
        const Place& place = plan.memory().places[static_cast<std::size_t>(node.outputs.front())];
        const std::string at = place.home == Home::State  ? "state"
                               : place.home == Home::Feed ? "feed"
                                                          : "+" + bytesText(static_cast<double>(place.offset));
        const std::string result = value.type.text() + (value.layout.plain() ? "" : ":" + value.layout.tag());
        if (json)
            printLine({{"event", "node"},
                       {"op", node.op->name},
                       {"layer", node.origin},
                       {"result", result},
                       {"kernel", step.kernel},
                       {"again", node.again},
                       {"offset", place.offset},
                       {"workspace", step.workspace}});
        lines.push_back({std::to_string(index++), std::string(node.op->name) + (node.again ? " (again)" : ""), node.origin, result, at,
                         step.kernel, step.workspace ? bytesText(static_cast<double>(step.workspace)) : "–"});
    }
    const RecomputeCost again = recomputeCost(graph);
    if (json) {
        printLine({{"event", "summary"},
                   {"nodes", index},
                   {"arena_bytes", plan.arenaBytes()},
                   {"constant_bytes", plan.onceBytes()},
                   {"recomputed_nodes", again.nodes},
                   {"recompute_share", again.share()}});
        return 0;
    }
    fmt::print("{}\n{}\n{} kernels · arena {} · constants {}\n", table(lines), planText(plan), index,
               bytesText(static_cast<double>(plan.arenaBytes())), bytesText(static_cast<double>(plan.onceBytes())));
    if (again.nodes)
        fmt::print("{} of them compute again what was not kept: about {:.0f} % of a step's time more\n", again.nodes, 100 * again.share());
    return 0;
}

/// The graph of one training step after a pass, or what passes there are.
int showAfter(Learner& learner, const Graph& graph, const Options& options)
{
    const StateStore none(learner.backend());
    std::string found, names;
    CompileOptions compile = learner.compileOptions(graph);
    compile.watch = [&](const std::string& pass, const Graph& now) {
        if (names.find(pass) == std::string::npos) names += (names.empty() ? "" : ", ") + pass;
        if (pass == options.after) found = printGraph(now);
    };
    const Result<Graph> prepared = prepareGraph(graph, learner.backend(), none, compile);
    if (!prepared) return tell(prepared.error());
    if (found.empty())
        return tell(Error{"there is no pass \"" + options.after + "\"", "--after", "There are: differentiate, " + names + "."});
    fmt::print("{}", found);
    return 0;
}

int show(const Options& options)
{
    Errors formErrors;
    Result<Document> document = loadDocument(options.project, &formErrors);
    if (!document) return formErrors.empty() ? tell(document.error()) : tell(formErrors);
    setMemoryBudget(*document, options.memory);
    setPrecision(*document, options.precision);
    ProjectCheck check = checkProject(std::move(*document));
    if (!check.errors.empty()) return tell(check.errors);
    if (options.graph && options.after.empty()) {
        fmt::print("{}", printGraph(check.lowered.graph));
        return 0;
    }
    const Attrs& training = check.document.training;
    Result<std::unique_ptr<Learner>> learner = Learner::create(check.document, {options.device, 0, 4});
    if (!learner) return tell(learner.error());
    limitToBudget(**learner);
    const auto types = batchTypes(*check.data.train, std::min<int64_t>(training.integer("batch_size"), check.data.train->size()));
    if (!options.after.empty()) {
        const Result<Graph> graph = (*learner)->stepGraph(types);
        if (!graph) return tell(graph.error());
        if (options.after == "differentiate") {
            fmt::print("{}", printGraph(*graph));
            return 0;
        }
        return showAfter(**learner, *graph, options);
    }
    const Result<const Plan*> plan = (*learner)->prepare(types);
    if (!plan) return tell(plan.error());
    if (!options.svg.empty()) {
        std::ofstream file(options.svg);
        file << planSvg(**plan) << std::flush;
        if (!file)
            return tell(Error{"the drawing could not be written", options.svg, "Check that the folder exists and may be written to."});
    }
    return options.plan ? showPlan(**plan, options.json) : showLayers(check, **learner, options.json);
}

} // namespace

void addShow(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("show", "Layers, shapes and sizes of a project; its graph; its plan");
    verb->add_option("project", options->project, "Project file (.dsw)")->required();
    verb->add_flag("--graph", options->graph, "Print the graph as the model is drawn");
    verb->add_option("--after", options->after, "Print the graph of a training step after this pass");
    verb->add_flag("--plan", options->plan, "Print kernels and memory of a training step");
    addPrecisionOption(*verb, options->precision);
    addMemoryOption(*verb, options->memory);
    verb->add_option("--svg", options->svg, "Write a drawing of the memory of a training step");
    verb->add_option("--device", options->device, "Where it would run")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_flag("--json", options->json, "One JSON object a line, the summary last");
    verb->callback([options, &outcome] { outcome.exitCode = show(*options); });
}

} // namespace ds::cli
