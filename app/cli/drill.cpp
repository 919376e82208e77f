// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <future>
#include <map>
#include <mutex>
#include <thread>

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
    int seeds = 2, firstSeed = 1, jobs = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
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
    Json told = Json::object();
    for (const auto& [rule, update] : result.told) told[std::string(rule->name)] = update;
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
            {"steps_to_detection", result.detected() > 0 ? Json(result.detected()) : Json(nullptr)},
            {"told", told},
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
            {"steps_to_detection", score.found > 0 ? Json(score.stepsToDetection()) : Json(nullptr)},
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
        {"rule", "planted", "found", "recall", "false", "precision", "located", "steps", "repaired", "by chance", "by itself"}};
    const auto row = [&](const std::string& name, const Score& score) {
        rows.push_back({name, std::to_string(score.planted), std::to_string(score.found), score.planted ? percent(score.recall()) : "–",
                        std::to_string(score.wrong), score.right + score.wrong ? percent(score.precision()) : "–",
                        score.placed ? fmt::format("{} of {}", score.located, score.placed) : "–",
                        score.found ? fmt::format("{:.0f}", score.stepsToDetection()) : "–",
                        score.treated ? fmt::format("{} of {}", score.repaired, score.treated) : "–",
                        score.treated ? std::to_string(score.byChance) : "–", score.treated ? std::to_string(score.byItself) : "–"});
    };
    for (const auto& [name, score] : scores.rules) row(name, score);
    row("all", scores.all);
    fmt::print("{}\nsteps: after so many updates the rule was told, in half of the trainings where it was found.\n"
               "{} trainings with a fault, {} without; in {} of those without a rule spoke at the end, in {} at any time.\n",
               table(rows), scores.faulty, scores.healthy, scores.alarms, scores.passing);
}

/// The project of a trial without its fault, trained once for all faults: by who asks first, while others wait. Any thread.
class Twins {
public:
    Result<const TrialResult*> of(const Trial& trial, const std::string& device)
    {
        std::promise<Result<TrialResult>> promise;
        std::shared_future<Result<TrialResult>> future;
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            auto& known = m_results[{trial.project, trial.seed}];
            first = !known.valid();
            if (first) known = promise.get_future().share();
            future = known;
        }
        Trial twin = trial;
        twin.fault = nullptr;
        if (first) promise.set_value(runTrial(twin, device));
        const Result<TrialResult>& result = future.get(); // the map keeps what it refers to
        if (!result) return result.error();
        return &*result;
    }

private:
    std::mutex m_mutex;
    std::map<std::pair<const DrillProject*, uint64_t>, std::shared_future<Result<TrialResult>>> m_results;
};

Result<TrialResult> runAndTreat(const Trial& trial, const Options& options, Twins& twins)
{
    const auto where = [&](const Error& error) {
        return error.in(fmt::format("{}, {}", trial.project->name, trial.fault ? trial.fault->name : "healthy"));
    };
    Result<TrialResult> result = runTrial(trial, options.device);
    if (!result) return where(result.error());
    if (!trial.fault || options.noRepair) return result;
    const Result<const TrialResult*> twin = twins.of(trial, options.device);
    if (!twin) return where(twin.error());
    if (const Status treated = treat(*result, **twin, options.device); !treated) return where(treated.error());
    return result;
}

/// Trains several at a time; results come in the order of the trials.
class Trainings {
public:
    Trainings(const std::vector<Trial>& trials, const Options& options) : m_results(trials.size())
    {
        for (int job = 0; job < options.jobs; ++job)
            m_threads.emplace_back([&] {
                setCpuThreads(1); // the models are small: a team would wait for each other most of the time
                for (std::size_t i = m_next++; i < trials.size(); i = m_next++)
                    m_results[i].set_value(runAndTreat(trials[i], options, m_twins));
            });
    }
    ~Trainings()
    {
        m_next = m_results.size(); // those that have begun are waited for
        for (std::thread& thread : m_threads) thread.join();
    }

    Result<TrialResult> result(std::size_t trial) { return m_results[trial].get_future().get(); }

private:
    Twins m_twins;
    std::vector<std::promise<Result<TrialResult>>> m_results;
    std::atomic<std::size_t> m_next{0};
    std::vector<std::thread> m_threads;
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
    std::vector<TrialResult> results;
    const std::vector<Trial> trials = DS_TRY(chosenTrials(options));
    if (!options.json) {
        fmt::print("{} trainings of some seconds each{}.\n", trials.size(), options.noRepair ? "" : ", those with a fault three times");
        std::fflush(stdout);
    }
    Trainings trainings(trials, options);
    for (std::size_t i = 0; i < trials.size(); ++i) {
        TrialResult result = DS_TRY(trainings.result(i));
        if (options.json) printLine(asJson(result));
        else if (options.each) printTrial(result);
        results.push_back(std::move(result));
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
    json["passing_alarms"] = scores.passing;
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
    verb->add_option("--jobs", options->jobs, "Trainings at the same time, each on one thread")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    verb->add_option("--save", options->save, "Write the projects into this folder instead of training them");
    verb->add_flag("--no-repair", options->noRepair, "Only find the faults, try no remedies");
    verb->add_flag("--each", options->each, "A line for each training, too");
    verb->add_flag("--json", options->json, "One JSON object a line, the summary last");
    verb->callback([options, &outcome] {
        if (const Status status = drill(*options); !status) outcome.exitCode = tell(status.error());
    });
}

} // namespace ds::cli
