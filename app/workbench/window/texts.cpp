// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/texts.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/workbench/project/checker.h"
#include "app/workbench/runs/run_hub.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

QString scaled(double value, double base, std::initializer_list<const char*> units)
{
    auto unit = units.begin();
    while (value >= base && unit + 1 != units.end()) {
        value /= base;
        ++unit;
    }
    const int digits = unit == units.begin() || value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return QString::number(value, 'f', digits) + QChar(0x202F) + QString::fromLatin1(*unit);
}

} // namespace

QString siText(double value) { return scaled(value, 1000, {"", "k", "M", "G", "T", "P"}); }

QString totalsText(const CheckResult& result)
{
    const auto total = result.costs.find("");
    if (total == result.costs.end()) return {};
    // Backward costs about twice forward.
    return Texts::tr("%1 parameters · %2FLOP a step · activations %3")
        .arg(countText(total->second.parameters), siText(3 * total->second.flops), bytesText(total->second.activationBytes));
}

QString problemsText(const CheckResult& result)
{
    const auto errors = static_cast<int>(std::count_if(result.problems.begin(), result.problems.end(), [](const Problem& problem) {
        return problem.severity == Problem::Severity::Error;
    }));
    const int suggestions = static_cast<int>(result.problems.size()) - errors;
    QStringList parts;
    if (errors) parts << Texts::tr("%n problem(s)", nullptr, errors);
    if (suggestions) parts << Texts::tr("%n suggestion(s)", nullptr, suggestions);
    return parts.isEmpty() ? Texts::tr("Ready to train") : parts.join(QStringLiteral(" · "));
}

QString stateText(const LiveRun& run)
{
    switch (run.state()) {
    case LiveState::Queued: return Texts::tr("waiting");
    case LiveState::Starting: return Texts::tr("starting");
    case LiveState::Running: return Texts::tr("running");
    case LiveState::Paused: return Texts::tr("paused");
    case LiveState::Stopping: return Texts::tr("stopping");
    case LiveState::Finished: return Texts::tr("finished");
    case LiveState::Stopped: return Texts::tr("stopped");
    case LiveState::Failed: return Texts::tr("failed");
    case LiveState::Lost: return Texts::tr("lost");
    }
    return {};
}

QString runText(const LiveRun& run)
{
    QStringList parts{run.name(), stateText(run)};
    const LiveProgress progress = run.progress();
    if (progress.steps > 0) parts << Texts::tr("step %1 of %2").arg(countText(progress.step), countText(progress.steps));
    if (run.state() == LiveState::Running && progress.secondsLeft >= 0)
        parts << Texts::tr("%1 left").arg(durationText(progress.secondsLeft));
    return parts.join(QStringLiteral(" · "));
}

} // namespace ds::ui
