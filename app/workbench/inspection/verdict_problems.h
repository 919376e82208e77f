// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/workbench/inspection/inspection.h"
#include "core/lint/lint.h"

namespace ds::ui {

struct CheckResult;

/// Knows whether the project that is open, as it was checked last, trains as a run did: the same model, data, loss and settings; names and
/// places on the canvas do not count. Asking is cheap while neither changes.
class SameTraining {
public:
    bool operator()(const Inspection& inspection, const std::shared_ptr<const CheckResult>& project);

private:
    std::shared_ptr<const CheckResult> m_project;
    std::string m_trains; // of it
};

/// The verdicts that no other explains, as problems of the project that is open, with their first remedies as mends. To be asked for only
/// while it trains as the run did: what was seen is else no more about it.
std::vector<Problem> verdictProblems(const InspectionPtr& inspection, const Document& project);

/// Whether a problem is one of those.
bool isVerdict(const Problem& problem);

} // namespace ds::ui
