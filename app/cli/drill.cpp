// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/cli.h"
#include "core/backends/cpu/cpu.h"
#include "inspector/drills/drill.h"

namespace ds::cli {

namespace {

using namespace inspector;

struct Options {
    std::string half = "reported", project, fault, device = "cpu", save;
    int seeds = 2, firstSeed = 1;
    bool json = false, each = false, noRepair = false;
};

Json asJson(const TrialResult& result)
{
    Json verdicts = Json::array();
    for (const auto& [rule, finding, because] : result.verdicts)
        verdicts.push_back({{"rule", rule->name},
                            {"place", finding.place},
                            {"first", finding.first},
                            {"because", because},
                            {"text", finding.text.english()}});
    Json metrics = Json::object();
    for (const auto& [name, value] : result.metrics) metrics[name] = number(value);
    const FaultSpec* fault = result.trial.fault;
    Json figures;
    if (const std::optional<Repair>& repair = result.repair)
        figures = {{"healthy", repair->healthy}, {"nothing", repair->nothing}, {"first", repair->first}, {"random", repair->random}};
    return {{"event", "trial"},
            {"figures", figures},
            {"project", result.trial.project->name},
            {"seed", result.trial.seed},
            {"half", halfName(result.trial.half)},
            {"fault", fault ? Json(fault->name) : Json(nullptr)},
            {"planted", fault ? Json(fault->rule) : Json(nullptr)},
            {"place", result.place},
            {"found", fault ? Json(result.says(fault->rule)) : Json(nullptr)},
            {"verdicts", verdicts},
            {"remedy", result.first ? Json(result.first->remedy->name) : Json(nullptr)},
            {"val_loss", number(result.loss)},
            {"metrics", metrics},
            {"seconds", result.seconds}};
}

Json asJson(const Score& score)
{
    return {{"planted", score.planted},
            {"found", score.found},
            {"right", score.right},
            {"wrong", score.wrong},
            {"placed", score.placed},
            {"located", score.located},
            {"treated", score.treated},
            {"repaired", score.repaired},
            {"repaired_by_random", score.byChance},
            {"repaired_by_nothing", score.byItself},
            {"precision", score.precision()},
            {"recall", score.recall()}};
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

void printTrial(const TrialResult& result)
{
    std::string rules;
    for (const Verdict& verdict : result.verdicts)
        if (rules.find(verdict.rule->name) == std::string::npos)
            rules += (rules.empty() ? "" : ", ") + std::string(verdict.rule->name) +
                     (verdict.finding.place.empty() ? "" : " at " + verdict.finding.place);
    const FaultSpec* fault = result.trial.fault;
    fmt::print("{:12} {:5}  {:24} {}{}\n", result.trial.project->name, result.trial.seed, fault ? fault->name : "healthy",
               !fault || result.says(fault->rule) ? "" : "MISSED; ", rules.empty() ? "nothing" : rules);
    if (const std::optional<Repair>& repair = result.repair)
        fmt::print("{:20}{} {:.3f}, healthy {:.3f}; {:.3f} after: {}; {:.3f} by chance: {}\n", "",
                   repair->isRepaired(repair->first) ? "repaired," : "NOT repaired,", repair->nothing, repair->healthy, repair->first,
                   result.first ? result.first->fix.title.english() : "nothing proposed", repair->random,
                   result.random ? result.random->fix.title.english() : "nothing");
}

void printScores(const Scores& scores)
{
    std::vector<std::vector<std::string>> rows{
        {"rule", "planted", "found", "recall", "false", "precision", "located", "repaired", "by chance", "by itself"}};
    const auto row = [&](const std::string& name, const Score& score) {
        rows.push_back({name, std::to_string(score.planted), std::to_string(score.found), score.planted ? percent(score.recall()) : "–",
                        std::to_string(score.wrong), score.right + score.wrong ? percent(score.precision()) : "–",
                        score.placed ? fmt::format("{} of {}", score.located, score.placed) : "–",
                        score.treated ? fmt::format("{} of {}", score.repaired, score.treated) : "–",
                        score.treated ? std::to_string(score.byChance) : "–", score.treated ? std::to_string(score.byItself) : "–"});
    };
    for (const auto& [name, score] : scores.rules) row(name, score);
    row("all", scores.all);
    fmt::print("{}\n{} trainings with a fault, {} without; {} false alarms in those without.\n", table(rows), scores.faulty, scores.healthy,
               scores.alarms);
}

/// The project of a trial without its fault, trained once for all faults.
class Twins {
public:
    Result<const TrialResult*> of(const Trial& trial, const std::string& device)
    {
        const auto key = std::pair(trial.project, trial.seed);
        if (const auto at = m_results.find(key); at != m_results.end()) return &at->second;
        Trial twin = trial;
        twin.fault = nullptr;
        return &m_results.emplace(key, DS_TRY(runTrial(twin, device))).first->second;
    }

private:
    std::map<std::pair<const DrillProject*, uint64_t>, TrialResult> m_results;
};

bool isChosen(const Options& options, const Trial& trial)
{
    if (options.half != "both" && options.half != halfName(trial.half)) return false;
    if (!options.project.empty() && options.project != trial.project->name) return false;
    return options.fault.empty() || options.fault == (trial.fault ? trial.fault->name : "healthy");
}

/// At least one.
Result<std::vector<Trial>> chosenTrials(const Options& options)
{
    std::vector<Trial> trials = allTrials(options.seeds, options.firstSeed);
    std::erase_if(trials, [&](const Trial& trial) { return !isChosen(options, trial); });
    if (trials.empty())
        return Error{phrase("Inspector", "no training in the half \"%1\" is of this project and fault").with({options.half}), "drill",
                     phrase("Inspector", "Take more seeds, or --half both.")};
    return trials;
}

Status save(const Options& options)
{
    const std::vector<Trial> trials = DS_TRY(chosenTrials(options));
    std::error_code problem; // told by the first file that cannot be written
    std::filesystem::create_directories(options.save, problem);
    for (const Trial& trial : trials) {
        const std::string name = fmt::format("{}-{}-{}.dsw", trial.project->name, trial.fault ? trial.fault->name : "healthy", trial.seed);
        DS_TRY(saveDocument(prepare(trial).document, (std::filesystem::path(options.save) / name).string()));
    }
    return {};
}

Status drill(const Options& options)
{
    if (!options.save.empty()) return save(options);
    setCpuThreads(1); // the models are small: a team would wait for each other most of the time
    std::vector<TrialResult> results;
    Twins twins;
    const std::vector<Trial> trials = DS_TRY(chosenTrials(options));
    if (!options.json) {
        fmt::print("{} trainings of some seconds each{}.\n", trials.size(), options.noRepair ? "" : ", those with a fault three times");
        std::fflush(stdout);
    }
    for (const Trial& trial : trials) {
        const auto where = [&](const Error& error) {
            return error.in(fmt::format("{}, {}", trial.project->name, trial.fault ? trial.fault->name : "healthy"));
        };
        Result<TrialResult> result = runTrial(trial, options.device);
        if (!result) return where(result.error());
        if (trial.fault && !options.noRepair) {
            const TrialResult* twin = DS_TRY(twins.of(trial, options.device));
            if (const Status treated = treat(*result, *twin, options.device); !treated) return where(treated.error());
        }
        if (options.json) printLine(asJson(*result));
        else if (options.each) printTrial(*result);
        results.push_back(std::move(*result));
    }
    const Scores scores = scoresOf(results);
    if (!options.json) {
        printScores(scores);
        return {};
    }
    for (const auto& [name, score] : scores.rules) {
        Json json = asJson(score);
        json["event"] = "rule";
        json["rule"] = name;
        printLine(json);
    }
    Json json = asJson(scores.all);
    json["event"] = "summary";
    json["faulty"] = scores.faulty;
    json["healthy"] = scores.healthy;
    json["alarms"] = scores.alarms;
    printLine(json);
    return {};
}

} // namespace

void addDrill(CLI::App& app, Outcome& outcome)
{
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("drill", "Plant faults into projects that are well, and tell how well rules find them");
    std::vector<std::string> faults{"healthy"}, projects;
    for (const FaultSpec* fault : allFaults()) faults.emplace_back(fault->name);
    for (const DrillProject& project : drillProjects()) projects.emplace_back(project.name);
    verb->add_option("--half", options->half, "Which trainings: those that thresholds were set on, or the others")
        ->check(CLI::IsMember({"tuning", "reported", "both"}))
        ->capture_default_str();
    verb->add_option("--seeds", options->seeds, "Random numbers for each project and fault")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    verb->add_option("--first-seed", options->firstSeed, "The first of them")->check(CLI::Range(1, 100000))->capture_default_str();
    verb->add_option("--project", options->project, "Only this project")->check(CLI::IsMember(projects));
    verb->add_option("--fault", options->fault, "Only this fault, or \"healthy\"")->check(CLI::IsMember(faults));
    verb->add_option("--device", options->device, "Where to run")->check(CLI::IsMember({"cpu", "reference"}));
    verb->add_option("--save", options->save, "Write the projects into this folder instead of training them");
    verb->add_flag("--no-repair", options->noRepair, "Only find the faults, try no remedies");
    verb->add_flag("--each", options->each, "A line for each training, too");
    verb->add_flag("--json", options->json, "One JSON object a line, the summary last");
    verb->callback([options, &outcome] {
        if (const Status status = drill(*options); !status) outcome.exitCode = tell(status.error());
    });
}

} // namespace ds::cli
