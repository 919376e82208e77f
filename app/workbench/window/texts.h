// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ds::ui {

struct CheckResult;
class LiveRun;

/// "2 problems · 1 suggestion", or that all is well.
QString problemsText(const CheckResult& result);
/// "fashion-mnist · running · step 120 of 4 690 · 3 min left"
QString runText(const LiveRun& run);
/// "running"
QString stateText(const LiveRun& run);

} // namespace ds::ui
