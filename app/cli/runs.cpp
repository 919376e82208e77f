// SPDX-License-Identifier: Apache-2.0
#include <ctime>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/store/run_store.h"
#include "core/train/run_folder.h"

namespace ds::cli {

namespace {

struct Options {
    std::string folder = "runs";
    std::vector<std::string> ids;
    bool json = false;
};

std::string timeText(double seconds)
{
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    localtime_r(&time, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &parts);
    return text;
}

Result<RunStore> open(const Options& options, bool readOnly)
{
    const std::string path = (std::filesystem::path(options.folder) / "runs.sqlite").string();
    if (!std::filesystem::exists(path))
        return Error{"there are no runs here", options.folder, "Train something, or name the folder with --runs."};
    return RunStore::open(path, readOnly);
}

std::string figuresText(const std::vector<SummaryRecord>& summary)
{
    std::string text;
    for (const SummaryRecord& record : summary)
        if (record.name != "samples_per_second") text += (text.empty() ? "" : "  ") + fmt::format("{} {:.4g}", record.name, record.value);
    return text;
}

Json runJson(const RunInfo& run, const std::vector<SummaryRecord>& summary)
{
    Json figures = Json::object();
    for (const SummaryRecord& record : summary) figures[record.name] = record.value;
    return {{"run", run.id},        {"project", run.project}, {"state", runStateName(run.state)},
            {"device", run.device}, {"seed", run.seed},       {"started", run.started},
            {"ended", run.ended},   {"message", run.message}, {"summary", figures}};
}

int list(const Options& options)
{
    Result<RunStore> store = open(options, true);
    if (!store) return tell(store.error());
    const Result<std::vector<RunInfo>> runs = store->runs();
    if (!runs) return tell(runs.error());
    std::vector<std::vector<std::string>> rows{{"run", "project", "state", "started", "result"}};
    for (const RunInfo& run : *runs) {
        if (const Result<RunNote> note = store->note(run.id); note && note->binned > 0) continue; // thrown away in the workbench
        const Result<std::vector<SummaryRecord>> summary = store->summary(run.id);
        if (!summary) return tell(summary.error());
        if (options.json) printLine(runJson(run, *summary));
        else rows.push_back({run.id, run.project, std::string(runStateName(run.state)), timeText(run.started), figuresText(*summary)});
    }
    if (options.json) printLine({{"event", "summary"}, {"count", runs->size()}});
    else fmt::print("{}", table(rows));
    return 0;
}

int show(const Options& options)
{
    Result<RunStore> store = open(options, true);
    if (!store) return tell(store.error());
    for (const std::string& id : options.ids) {
        const Result<RunInfo> run = store->run(id);
        if (!run) return tell(run.error());
        const auto summary = store->summary(id);
        const auto params = store->params(id);
        const auto events = store->events(id);
        const auto latest = store->latestScalars(id);
        if (!summary || !params || !events || !latest) return tell(Error{"the records cannot be read", id, ""});
        if (options.json) {
            Json json = runJson(*run, *summary);
            for (const ParamRecord& param : *params) json["params"][param.name] = param.value;
            for (const ScalarRecord& scalar : *latest) json["latest"][scalar.name] = {{"step", scalar.step}, {"value", scalar.value}};
            printLine(json);
            continue;
        }
        fmt::print("{}\n{}, {}, started {}, on {}{}\n\n", run->id, run->project, runStateName(run->state), timeText(run->started),
                   run->device, run->message.empty() ? "" : "\n" + run->message);
        std::vector<std::vector<std::string>> rows{{"figure", "value", "step"}};
        for (const SummaryRecord& record : *summary) rows.push_back({record.name, fmt::format("{:.6g}", record.value), "end"});
        for (const ScalarRecord& scalar : *latest) rows.push_back({scalar.name, fmt::format("{:.6g}", scalar.value), grouped(scalar.step)});
        fmt::print("{}\n", table(rows));
        std::vector<std::vector<std::string>> settings{{"setting", "value"}};
        for (const ParamRecord& param : *params) settings.push_back({param.name, param.value});
        fmt::print("{}", table(settings));
        for (const EventRecord& event : *events)
            if (!event.text.empty()) fmt::print("step {}: {}\n", grouped(event.step), event.text);
    }
    return 0;
}

int compare(const Options& options)
{
    Result<RunStore> store = open(options, true);
    if (!store) return tell(store.error());
    const Result<std::vector<RunComparison>> runs = store->compare(options.ids);
    if (!runs) return tell(runs.error());
    std::vector<std::vector<std::string>> rows{{""}};
    std::map<std::string, std::vector<std::string>> lines;
    for (std::size_t i = 0; i < runs->size(); ++i) {
        rows.front().push_back((*runs)[i].run.id);
        for (const auto& [name, value] : (*runs)[i].summary)
            lines[name].resize(runs->size(), "–"), lines[name][i] = fmt::format("{:.6g}", value);
        for (const auto& [name, value] : (*runs)[i].params) lines[name].resize(runs->size(), "–"), lines[name][i] = value;
    }
    Json json = Json::object();
    for (const auto& [name, values] : lines) {
        // Settings that are the same everywhere say nothing.
        const bool differs =
            std::any_of(values.begin(), values.end(), [&values = values](const std::string& value) { return value != values.front(); });
        if (!differs) continue;
        std::vector<std::string> row{name};
        row.insert(row.end(), values.begin(), values.end());
        rows.push_back(row);
        json[name] = values;
    }
    if (options.json) printLine({{"event", "summary"}, {"runs", options.ids}, {"differences", json}});
    else fmt::print("{}", table(rows));
    return 0;
}

int remove(const Options& options)
{
    Result<RunStore> store = open(options, false);
    if (!store) return tell(store.error());
    for (const std::string& id : options.ids) {
        const Status removed = store->remove(id);
        if (!removed) return tell(removed.error());
        std::error_code problem;
        std::filesystem::remove_all(runFolder(options.folder, id), problem);
        if (problem) return tell(Error{"the folder cannot be removed: " + problem.message(), runFolder(options.folder, id), ""});
        if (options.json) printLine({{"event", "deleted"}, {"run", id}});
        else fmt::print("{} is deleted.\n", id);
    }
    return 0;
}

} // namespace

void addRuns(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("runs", "List, show, compare or delete runs");
    const auto common = [&](CLI::App* sub) {
        sub->add_option("--runs", options->folder, "Folder of all runs");
        sub->add_flag("--json", options->json, "One JSON object a line");
    };
    const auto sub = [&](const char* name, const char* doc, int ids, int (*act)(const Options&)) {
        CLI::App* s = verb->add_subcommand(name, doc);
        common(s);
        if (ids > 0) s->add_option("run", options->ids, "Runs")->required()->expected(ids, 1000);
        s->callback([options, &outcome, act] { outcome.exitCode = act(*options); });
    };
    common(verb);
    sub("list", "All runs, newest first", 0, list);
    sub("show", "Figures and settings of runs", 1, show);
    sub("compare", "Where runs differ", 2, compare);
    sub("delete", "Delete runs with their files", 1, remove);
    verb->require_subcommand(0, 1);
    verb->callback([verb, options, &outcome] {
        if (verb->get_subcommands().empty()) outcome.exitCode = list(*options);
    });
}

} // namespace ds::cli
