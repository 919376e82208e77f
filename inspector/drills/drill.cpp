// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/drill.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <set>

#include <nlohmann/json.hpp>

#include "core/train/run_parts.h"
#include "inspector/engine/examine.h"

namespace ds::inspector {

namespace {

constexpr uint32_t stream = streamOf("drill", 5);

bool counts(const RuleSpec& rule) { return !rule.machine && rule.severity != Severity::Notice; }

bool isSymptom(const FaultSpec& fault, std::string_view rule)
{
    return rule == fault.rule || std::find(fault.symptoms.begin(), fault.symptoms.end(), rule) != fault.symptoms.end();
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
    Exercise prepared{std::move(read.document), {}};
    Document& document = prepared.document;
    document.training.set("seed", static_cast<int64_t>(trial.seed));
    for (Section* section : {&document.train, &document.validation})
        if (section->type == "synthetic") section->attrs.set("seed", static_cast<int64_t>(trial.seed));
    if (!trial.fault) return prepared;
    const std::string name(trial.fault->name);
    Rng rng(trial.seed, stream, streamOf(name.data(), name.size()));
    prepared.planted = trial.fault->plant({document, rng});
    return prepared;
}

std::vector<Trial> allTrials(int seeds)
{
    std::vector<Trial> trials;
    for (std::size_t p = 0; p < drillProjects().size(); ++p)
        for (int seed = 1; seed <= seeds; ++seed) {
            const Half half = (p + static_cast<std::size_t>(seed)) % 2 ? Half::Tuning : Half::Reported;
            int faulty = 0;
            for (const FaultSpec* fault : allFaults()) {
                const Trial trial{&drillProjects()[p], static_cast<uint64_t>(seed), fault, half};
                if (!prepare(trial).planted.possible) continue;
                trials.push_back(trial);
                ++faulty;
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

Result<TrialResult> runTrial(const Trial& trial, const std::string& device)
{
    const auto begin = std::chrono::steady_clock::now();
    TrialResult result{trial, {}, {}, std::nan(""), {}, 0};
    Exercise prepared = prepare(trial);
    result.place = prepared.planted.place;
    RunParts parts = DS_TRY(prepareRun(std::move(prepared.document), device, {}, false));
    const Examination seen = DS_TRY(examine(parts, {.updates = parts.totalUpdates}));
    result.verdicts = DS_TRY(judge(seen.trace));
    if (seen.last.samples > 0) result.loss = seen.last.loss, result.metrics = seen.last.metrics;
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

void Score::add(const Score& other)
{
    planted += other.planted, found += other.found;
    right += other.right, wrong += other.wrong;
    placed += other.placed, located += other.located;
}

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
        for (const std::string& rule : spoke) ++(fault && isSymptom(*fault, rule) ? scores.rules[rule].right : scores.rules[rule].wrong);
        if (!fault) continue;
        Score& own = scores.rules[std::string(fault->rule)];
        ++own.planted;
        if (!result.says(fault->rule)) continue;
        ++own.found;
        if (result.place.empty()) continue;
        ++own.placed;
        own.located += result.located();
    }
    for (const auto& [name, score] : scores.rules) scores.all.add(score);
    return scores;
}

} // namespace ds::inspector
