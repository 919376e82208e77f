// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that wait for their turn, on the disk: when the window goes, the next one finds them. These block on files: not for the GUI thread.
#pragma once

#include <vector>

#include "app/workbench/runs/launch.h"

namespace ds::ui {

/// `key` names the run among those of this process.
void keepWaiting(const Launch& what, int key);
void forgetWaiting(const QString& runsFolder, int key);
/// Those whose window is gone, oldest first. They are nobody's then: whoever takes them keeps them anew.
std::vector<Launch> takeOverWaiting(const QString& runsFolder);

} // namespace ds::ui
