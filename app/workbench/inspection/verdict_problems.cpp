// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/inspection/verdict_problems.h"

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "inspector/engine/remedy.h"

namespace ds::ui {

namespace {

constexpr const char* prefix = "inspector/"; // of the rule

void forgetPlaces(Model& model)
{
    model.notes.clear();
    for (LayerNode& layer : model.layers) {
        layer.position.clear();
        if (!layer.model) continue;
        auto inner = std::make_shared<Model>(*layer.model);
        forgetPlaces(*inner);
        layer.model = inner;
    }
}

/// As text: a run's document has gone through a file.
std::string whatTrains(Document document)
{
    document.name.clear();
    forgetPlaces(document.model);
    return documentToJson(document).dump();
}

} // namespace

bool isVerdict(const Problem& problem) { return problem.rule.starts_with(prefix); }

bool trainsAlike(const Document& a, const Document& b) { return whatTrains(a) == whatTrains(b); }

std::vector<Problem> verdictProblems(const InspectionPtr& inspection, const Document& project)
{
    std::vector<Problem> problems;
    if (!inspection || inspection->verdicts.empty() || !trainsAlike(inspection->document, project)) return problems;
    for (const inspector::Verdict& verdict : inspection->verdicts) {
        if (verdict.because >= 0) continue;
        const std::string& place = verdict.finding.place;
        Problem problem;
        problem.severity = verdict.rule->severity == inspector::Severity::Error ? Problem::Severity::Error : Problem::Severity::Suggestion;
        problem.rule = prefix + std::string(verdict.rule->name);
        problem.layer = project.model.find(place.substr(0, place.find('/'))) ? place : inspector::layerOf(place);
        problem.text = verdict.finding.text;
        // The first one: on a canvas there is no room for more, Inspect has all of them.
        if (auto proposals = inspector::proposalsFor(verdict, project, inspection->trace); !proposals.empty())
            problem.fixes.push_back(std::move(proposals.front().fix));
        problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace ds::ui
