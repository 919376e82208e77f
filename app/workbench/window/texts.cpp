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

} // namespace

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
