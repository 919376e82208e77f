// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/workbench/inspection/inspection.h"
#include "core/lint/lint.h"

namespace ds::ui {

/// The verdicts that no other explains, as problems of the project that is open (with all defaults), with their remedies as mends. None
/// once the project trains otherwise than the run did: what was seen is then no more about it.
std::vector<Problem> verdictProblems(const InspectionPtr& inspection, const Document& project);

/// Whether a problem is one of those.
bool isVerdict(const Problem& problem);

/// Whether both, with all defaults, have the same model, data, loss and settings: names and places on the canvas do not count.
bool trainsAlike(const Document& a, const Document& b);

} // namespace ds::ui
