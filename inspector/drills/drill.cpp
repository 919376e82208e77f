// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/drill.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <set>

#include <nlohmann/json.hpp>

#include "core/train/evaluator.h"
#include "core/train/run_parts.h"
#include "inspector/engine/examine.h"
#include "inspector/engine/steady_verdicts.h"

namespace ds::inspector {

namespace {

constexpr uint32_t stream = streamOf("drill", 5);

bool counts(const RuleSpec& rule) { return !rule.machine && rule.severity != Severity::Notice; }

bool isSymptom(const FaultSpec& fault, std::string_view rule)
{
    const auto has = [&](const std::vector<std::string_view>& names) { return std::find(names.begin(), names.end(), rule) != names.end(); };
    return rule == fault.rule || has(findRule(fault.rule)->explains) || has(fault.symptoms);
}

/// The first remedy, and one by chance for a layer by chance.
void propose(const Trace& trace, const Document& document, TrialResult& result)
{
    for (const Verdict& verdict : result.verdicts) {
        if (result.first || !counts(*verdict.rule)) continue;
        if (std::vector<Proposal> proposals = proposalsFor(verdict, document, trace); !proposals.empty()) result.first = proposals.front();
    }
    Rng rng(result.trial.seed, streamOf("random remedy", 13));
    const auto& layers = document.model.layers;
    const Finding anywhere{layers[static_cast<std::size_t>(rng.below(layers.size()))].name, 0, 0, {}};
    std::vector<Proposal> all;
    for (const RemedySpec* remedy : allRemedies())
        if (std::optional<QuickFix> fix = remedy->propose({document, trace, anywhere})) all.push_back({remedy, std::move(*fix)});
    if (!all.empty()) result.random = oneOf(rng, all);
}

/// When each rule was told first, as a recorder would: judges again what was known after ever more updates, at each of the first ten, then
/// at some fifty more.
Result<std::map<const RuleSpec*, int64_t>> toldAt(const Trace& trace)
{
    const int64_t last = trace.failure() ? trace.failure()->update : trace.steps().empty() ? 0 : trace.steps().back().update;
    const int64_t every = std::max<int64_t>(1, last / 50);
    std::map<const RuleSpec*, int64_t> told;
    SteadyVerdicts steady;
    for (int64_t update = 1;; update = std::min(last, update + (update < 10 ? 1 : every))) {
        const std::vector<Verdict> verdicts = judge(trace.until(update));
        for (const Verdict& verdict : steady.pass(update, verdicts, update >= last)) told.try_emplace(verdict.rule, update);
        if (update >= last) return told;
    }
}

} // namespace

const std::vector<DrillProject>& drillProjects()
{
    static const std::vector<DrillProject> list = {
#include "projects.inc"
    };
    return list;
}

const char* halfName(Half half) { return half == Half::Tuning ? "tuning" : "reported"; }

Exercise prepare(const Trial& trial)
{
    const Json json = Json::parse(trial.project->text);
    ReadDocument read = documentFromJson(json);
    assert(read.errors.empty());
    Exercise exercise{std::move(read.document), {}};
    Document& document = exercise.document;
    document.training.set("seed", static_cast<int64_t>(trial.seed));
    for (Section* section : {&document.train, &document.validation})
        if (section->type == "synthetic") section->attrs.set("seed", static_cast<int64_t>(trial.seed));
    // What a model is worth is measured on data that no fault touches, unless the model has to read them as they come.
    if (document.validation.type == "synthetic") {
        document.test = document.validation;
        document.test.attrs.set("first", int64_t{2000000});
        document.test.attrs.set("samples", int64_t{500});
    }
    if (!trial.fault) return exercise;
    const std::string name(trial.fault->name);
    Rng rng(trial.seed, stream, streamOf(name.data(), name.size()));
    exercise.planted = trial.fault->plant({document, rng});
    return exercise;
}

namespace {

bool goesWith(const FaultSpec& fault, const DrillProject& project) { return prepare({&project, 1, &fault}).planted.possible; }

/// In each project that the fault goes with: more often where those are few, since nothing is known of a rule that was tried twice.
int timesPlanted(const FaultSpec& fault)
{
    constexpr int enough = 5;
    const auto& projects = drillProjects();
    const auto possible =
        static_cast<int>(std::count_if(projects.begin(), projects.end(), [&](const DrillProject& p) { return goesWith(fault, p); }));
    return possible == 0 ? 0 : (enough + possible - 1) / possible;
}

} // namespace

std::vector<Trial> allTrials(int seeds, int firstSeed)
{
    std::map<const FaultSpec*, int> times;
    for (const FaultSpec* fault : allFaults()) times[fault] = timesPlanted(*fault);
    std::vector<Trial> trials;
    for (std::size_t p = 0; p < drillProjects().size(); ++p)
        for (int seed = firstSeed; seed < firstSeed + seeds; ++seed) {
            const Half half = (p + static_cast<std::size_t>(seed)) % 2 ? Half::Tuning : Half::Reported;
            int faulty = 0;
            for (const FaultSpec* fault : allFaults()) {
                if (!goesWith(*fault, drillProjects()[p])) continue;
                for (int again = 0; again < times[fault]; ++again, ++faulty)
                    trials.push_back({&drillProjects()[p], static_cast<uint64_t>(seed + 100000 * again), fault, half});
            }
            // Other random numbers for each.
            for (int i = 0; i < faulty; ++i)
                trials.push_back({&drillProjects()[p], static_cast<uint64_t>(seed + 1000 * (i + 1)), nullptr, half});
        }
    return trials;
}

bool TrialResult::says(std::string_view rule) const
{
    return std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) { return verdict.rule->name == rule; });
}

bool TrialResult::located() const
{
    return std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& verdict) {
        const std::string& named = verdict.finding.place;
        return trial.fault && verdict.rule->name == trial.fault->rule &&
               (named == place || layerOf(named) == place || named.starts_with(place + "/"));
    });
}

int64_t TrialResult::detected() const
{
    const auto at = trial.fault ? told.find(findRule(trial.fault->rule)) : told.end();
    return at == told.end() ? 0 : at->second;
}

double figureOf(const std::vector<std::pair<std::string, double>>& metrics)
{
    for (const auto& [name, value] : metrics)
        if (name == "accuracy" || name == "r2") return std::isfinite(value) ? value : 0;
    return 0;
}

Result<TrialResult> runTrial(const Trial& trial, const std::string& device, const QuickFix* remedy)
{
    const auto begin = std::chrono::steady_clock::now();
    TrialResult result;
    result.trial = trial;
    Exercise exercise = prepare(trial);
    result.place = exercise.planted.place;
    if (remedy) remedy->apply(exercise.document);
    RunParts parts = DS_TRY(prepareRun(exercise.document, device, {}, false));
    const Examination seen = DS_TRY(examine(parts, {.updates = parts.totalUpdates}));
    result.verdicts = judge(seen.trace);
    if (!remedy) result.told = DS_TRY(toldAt(seen.trace));
    if (trial.fault && !remedy) propose(seen.trace, parts.learner->document(), result);
    if (!seen.trace.evaluations().empty()) result.loss = seen.trace.evaluations().back().loss;
    const auto& unseen = parts.data.test ? parts.data.test : parts.data.validation;
    if (unseen && !seen.trace.failure())
        result.metrics = DS_TRY(evaluateAll(*parts.learner, unseen, parts.evaluationBatch, 0, parts.metrics)).metrics;
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

Status treat(TrialResult& sick, const TrialResult& twin, const std::string& device)
{
    Repair repair{twin.figure(), sick.figure(), sick.figure(), sick.figure()};
    if (sick.first) repair.first = DS_TRY(runTrial(sick.trial, device, &sick.first->fix)).figure();
    // A remedy by chance may leave a project that cannot be trained: it did not help.
    if (sick.random)
        if (const auto result = runTrial(sick.trial, device, &sick.random->fix)) repair.random = result->figure();
    sick.repair = repair;
    return {};
}

void Score::add(const Score& other)
{
    planted += other.planted, found += other.found;
    right += other.right, wrong += other.wrong;
    placed += other.placed, located += other.located;
    detected.insert(detected.end(), other.detected.begin(), other.detected.end());
    treated += other.treated, repaired += other.repaired, byChance += other.byChance, byItself += other.byItself;
}

double Score::stepsToDetection() const { return median({detected.begin(), detected.end()}); }

Scores scoresOf(const std::vector<TrialResult>& results)
{
    Scores scores;
    for (const TrialResult& result : results) {
        const FaultSpec* fault = result.trial.fault;
        ++(fault ? scores.faulty : scores.healthy);
        std::set<std::string> spoke;
        for (const Verdict& verdict : result.verdicts)
            if (counts(*verdict.rule)) spoke.insert(std::string(verdict.rule->name));
        if (!fault && !spoke.empty()) ++scores.alarms;
        if (!fault && std::any_of(result.told.begin(), result.told.end(), [](const auto& told) { return counts(*told.first); }))
            ++scores.passing;
        for (const std::string& rule : spoke) ++(fault && isSymptom(*fault, rule) ? scores.rules[rule].right : scores.rules[rule].wrong);
        if (!fault) continue;
        Score& own = scores.rules[std::string(fault->rule)];
        ++own.planted;
        if (const std::optional<Repair>& repair = result.repair) {
            ++own.treated;
            own.repaired += repair->isRepaired(repair->first);
            own.byChance += repair->isRepaired(repair->random);
            own.byItself += repair->isRepaired(repair->nothing);
        }
        if (!result.says(fault->rule)) continue;
        ++own.found;
        own.detected.push_back(result.detected());
        if (result.place.empty()) continue;
        ++own.placed;
        own.located += result.located();
    }
    for (const auto& [name, score] : scores.rules) scores.all.add(score);
    return scores;
}

} // namespace ds::inspector
