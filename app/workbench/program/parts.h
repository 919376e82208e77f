// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <functional>

class QApplication;

namespace ds::ui {

class Checker;
class Commands;
class Project;
class RunHub;
class Settings;
class Window;

/// The whole running program, for those who drive it from outside: the tour and the measuring.
struct ProgramParts {
    QApplication& application;
    Window& window;
    Project& project;
    Checker& checker;
    RunHub& runs;
    Commands& commands;
    Settings& settings;
    const QElapsedTimer& sinceStart;
};

/// Lets the program live until `condition` holds; false after `milliseconds`.
bool waitUntil(int milliseconds, const std::function<bool()>& condition);

} // namespace ds::ui
