// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "app/workbench/pages/design/design_page.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/window/window.h"
#include "widgets/canvas/canvas.h"

namespace ds::ui {

/// One start of the program.
struct Program {
    explicit Program(const QString& folder)
        : settings(folder + "/settings.ini"),
          hub(createRunHub({.runsFolder = folder + "/runs", .parallelRuns = 1, .workerProgram = DS_WORKER})),
          window({project, checker, *hub, commands, settings})
    {
        window.resize(1600, 1000);
        window.showPage("start");
        window.show();
        activate();
    }

    template <class T>
    T* find(const QString& name, int number = 0)
    {
        for (T* widget : window.findChildren<T*>())
            if (widget->isVisible() && widget->accessibleName() == name && number-- == 0) return widget;
        return nullptr;
    }
    /// Without a window manager nobody gives the focus back when a dialog closes.
    void activate()
    {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window does not become active");
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        activate();
        QTest::keyClick(&window, key, modifiers);
    }
    DesignPage& design() { return *qobject_cast<DesignPage*>(window.page("design")); }
    Canvas& canvas() { return design().canvas(); }
    LiveRun* run() { return hub->current(); }

    Settings settings;
    Project project;
    Checker checker;
    Commands commands;
    std::unique_ptr<RunHub> hub;
    Window window;
};

} // namespace ds::ui
