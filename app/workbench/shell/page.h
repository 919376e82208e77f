// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the workbench is a folder with one PageSpec and one name in the list of pages/CMakeLists.txt. It gets a context, never
// the window.
#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace ds::ui {

class Checker;
class Commands;
class InspectionFeed;
class Project;
class RunHub;
class Settings;

struct PageContext {
    Project& project;
    Checker& checker;
    RunHub& runs;
    Commands& commands;
    Settings& settings;
    /// Shows the page with this id ("train").
    std::function<void(const QString&)> show;
    /// Opens a project file in this window; asks about unsaved changes inline.
    std::function<void(const QString&)> open;
    /// Says the most important present fact in the status bar; empty clears it.
    std::function<void(const QString&)> say;
    /// What was seen of the present run; null where nobody inspects.
    InspectionFeed* inspection = nullptr;
};

class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// The page became visible or hidden: a hidden page asks for nothing and does no work.
    virtual void enter() {}
    virtual void leave() {}
};

struct PageSpec {
    const char* id;    ///< "design"
    const char* title; ///< QT_TRANSLATE_NOOP("Pages", "Design")
    const char* icon;  ///< of widgets/theme/icons.h
    Page* (*create)(PageContext& context);
    bool atBottom = false; ///< of the strip, without a number among the shortcuts
};

/// In the order of the strip.
const std::vector<const PageSpec*>& allPages();

} // namespace ds::ui
