// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include <map>
#include <memory>

#include "app/workbench/shell/page.h"

class QLabel;
class QMenu;
class QStackedWidget;

namespace ds::ui {

class DockFrame;
class FileCommands;
class HelpPanel;
class InspectionFeed;
class LessonCommands;
class MessageBar;
class PageStrip;
class Palette;
class RunCommands;
class TopBar;

/// Strip of pages, top bar, the present page, status bar. Pages are made when they are first shown, or ahead.
class Window : public QMainWindow {
    Q_OBJECT

public:
    struct Parts {
        Project& project;
        Checker& checker;
        RunHub& runs;
        Commands& commands;
        Settings& settings;
    };
    explicit Window(const Parts& parts);
    ~Window() override;

    void showPage(const QString& id);
    /// Makes the pages that were not shown yet, one by one while there is nothing else to do, so that none is waited for later.
    void makePagesAhead();
    QString currentPage() const { return m_current; }
    Page* page(const QString& id) const;
    void openProject(const QString& path);
    MessageBar& messages() { return *m_messages; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    Page* makePage(const QString& id);
    void makeCommands();
    void fillPanels();
    void showHelp();
    void refreshTitle();
    void refreshStatus();
    void refreshRun(); ///< the part of the status bar that speaks of the run

    void followRun();

    InspectionFeed* m_inspection;
    PageContext m_context;
    std::map<QString, Page*> m_pages;
    QString m_current, m_said;
    PageStrip* m_strip;
    TopBar* m_top;
    MessageBar* m_messages;
    QStackedWidget* m_stack;
    DockFrame* m_body;
    HelpPanel* m_help;
    QLabel *m_fact, *m_totals, *m_state;
    FileCommands* m_files;
    RunCommands* m_run;
    LessonCommands* m_lessons;
    Palette* m_palette;
    QMenu* m_panels;
    bool m_closing = false;
    bool m_toFollow = false; // the present run has no id yet
};

} // namespace ds::ui
