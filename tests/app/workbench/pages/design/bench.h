// SPDX-License-Identifier: GPL-3.0-or-later
// What a design page needs around it, and the page.
#pragma once

#include <QTemporaryDir>

#include "app/workbench/pages/design/design_page.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "widgets/canvas/canvas.h"

namespace ds::ui {

/// The page never starts a run.
class NoRuns : public RunHub {
public:
    QString runsFolder() const override { return {}; }
    LiveRun* start(const Document&, Error*) override { return nullptr; }
    LiveRun* resume(const QString&, Error*) override { return nullptr; }
    void setParallelRuns(int) override {}
    void setWorkerThreads(int) override {}
    std::vector<LiveRun*> runs() const override { return {}; }
    void ask(const Document&, const Json&, std::function<void(int64_t)>, std::function<void(Result<Json>)>) override {}
    void ask(const QString&, const Json&, std::function<void(int64_t)>, std::function<void(Result<Json>)>) override {}
};

struct Around {
    QTemporaryDir folder;
    Project project;
    Checker checker;
    NoRuns runs;
    Commands commands;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    QString said;
    PageContext context{project,
                        checker,
                        runs,
                        commands,
                        settings,
                        [](const QString&) {},
                        [](const QString&) {},
                        [this](const QString& text) { said = text; }};

    Around()
    {
        QObject::connect(&project, &Project::changed, &checker, [this] { checker.request(project.document()); });
    }
};

struct Bench : Around {
    DesignPage page{context};

    Bench() { page.resize(1320, 800); }
    Canvas& canvas() { return page.canvas(); }
    void run(const char* command) { commands.find(QString::fromLatin1(command))->trigger(); }
};

} // namespace ds::ui
