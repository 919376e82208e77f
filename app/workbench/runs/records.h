// SPDX-License-Identifier: GPL-3.0-or-later
// What the run store says of a run, and what the hub adds to it. These block on files: not for the GUI thread.
#pragma once

#include <QString>

#include <optional>

#include "core/store/records.h"

namespace ds::ui {

/// Nothing if there is no such record.
std::optional<RunInfo> recordOf(const QString& runsFolder, const QString& run);

/// Notes that a run died with its worker, unless somebody is at work on it again.
void recordLoss(const QString& runsFolder, const QString& run, const QString& message);

/// Removes what a worker leaves that dies: where it was to be found, and all of a run that never came to be.
void cleanUp(const QString& runsFolder, const QString& run, bool recorded);

} // namespace ds::ui
