// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/program/measure.h"

#include <QAction>
#include <QApplication>
#include <QTimer>

#include <cstdio>
#include <functional>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/start/start_page.h"
#include "app/workbench/program/watchdog.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/window/window.h"

namespace ds::ui {

namespace {

/// Until the first frame is painted and the event loop has answered.
Json startup(const ProgramParts& parts)
{
    parts.window.grab();
    bool answered = false;
    QTimer::singleShot(0, &parts.window, [&] { answered = true; });
    waitUntil(10000, [&] { return answered; });
    return {{"usable_ms", static_cast<double>(parts.sinceStart.nsecsElapsed()) / 1e6}};
}

/// One epoch of Fashion-MNIST with the Train page open: how long the window did not answer, and the speed of training.
Json live(const ProgramParts& parts)
{
    parts.window.openProject(resourcesFolder() + QStringLiteral("/projects/fashion-mnist.dsw"));
    waitUntil(60000, [&] { return parts.checker.result() && !parts.checker.result()->costs.empty(); });
    parts.project.edit(QStringLiteral("Measure"), [](Document& d) { d.training.set("epochs", int64_t{1}); });
    Watchdog watchdog;
    parts.commands.find(QStringLiteral("run.train"))->trigger();
    LiveRun* run = parts.runs.current();
    double speed = 0;
    waitUntil(600000, [&] {
        if (run && run->active()) speed = run->progress().samplesPerSecond;
        return !run || !run->active();
    });
    return {{"longest_block_ms", watchdog.longestBlock()},
            {"samples_per_second", speed},
            {"finished", run && run->state() == LiveState::Finished}};
}

} // namespace

int measure(const ProgramParts& parts, const QString& what)
{
    const std::pair<const char*, Json (*)(const ProgramParts&)> all[] = {{"startup", startup}, {"live", live}};
    QStringList names;
    for (const auto& [name, run] : all) {
        if (what == QLatin1String(name)) {
            std::printf("%s\n", run(parts).dump().c_str());
            return 0;
        }
        names << QString::fromLatin1(name);
    }
    std::fprintf(stderr, "deepseek-workbench: \"%s\" cannot be measured; there are: %s.\n", qPrintable(what),
                 qPrintable(names.join(QStringLiteral(", "))));
    return 2;
}

} // namespace ds::ui
