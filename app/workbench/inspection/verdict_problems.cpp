// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/inspection/verdict_problems.h"

#include "app/workbench/project/checker.h"
#include "inspector/engine/remedy.h"

namespace ds::ui {

namespace {

constexpr const char* prefix = "inspector/"; // of the rule

} // namespace

bool isVerdict(const Problem& problem) { return problem.rule.starts_with(prefix); }

bool SameTraining::operator()(const Inspection& inspection, const std::shared_ptr<const CheckResult>& project)
{
    if (!project) return false;
    if (project != m_project) m_trains = whatTrains(project->check.document), m_project = project;
    return inspection.trains == m_trains;
}

std::vector<Problem> verdictProblems(const InspectionPtr& inspection, const Document& project)
{
    std::vector<Problem> problems;
    if (!inspection || inspection->verdicts.empty()) return problems;
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
