// SPDX-License-Identifier: GPL-3.0-or-later
// What a model takes as a whole, in words.
#pragma once

#include <QString>

namespace ds {
struct StepForecast;
}

namespace ds::ui {

struct CheckResult;

/// "206 922 parameters · 0.70 GFLOP a step · peak memory 61 MiB · about 14.6 ms a step"; what is not known is left out.
QString totalsText(const CheckResult& check, const StepForecast* forecast);
/// What the figures rest on.
QString totalsHint(const CheckResult& check, const StepForecast* forecast);
QString memoryHint(const StepForecast& forecast);
QString timeHint();

} // namespace ds::ui
