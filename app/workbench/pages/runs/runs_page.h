// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "app/workbench/pages/runs/run_files.h"
#include "app/workbench/pages/runs/run_list_loader.h"
#include "app/workbench/shell/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace ds::ui {

class CurveBoard;
class CurveTools;
class DiffView;
class RunDetails;
class TableView;

/// Every run in the store: a table, the curves of the chosen ones, their parameters side by side.
class RunsPage : public Page {
    Q_OBJECT

public:
    explicit RunsPage(PageContext& context, QWidget* parent = nullptr);

    void enter() override;
    void leave() override;

private:
    QWidget* buildBar();
    QWidget* buildBelow();
    void addCommands();
    void showList(const RunList& list);
    void filter(const QString& text);
    void say();
    void select(const QStringList& ids);
    void note(const QString& run, const std::function<void(RunNote&)>& change);
    /// Does the work on the reader's thread, then says what came of it and loads the list again.
    void work(const std::function<runFiles::Outcome(RunStore*)>& job, bool reloads);
    void resumeRun();
    void forkRun();
    void throwAway();
    void exportTable();
    void exportCurves();
    void exportTensorBoard();
    QString chosenState() const;
    void compareProjects();

    PageContext& m_context;
    RunReader m_reader;
    RunListLoader m_loader;
    TableModel m_table;
    TableView* m_view;
    QLineEdit* m_filter;
    QLabel* m_count;
    QComboBox* m_group;
    QPushButton* m_resume;
    QPushButton* m_fork;
    QPushButton* m_delete;
    QToolButton* m_bin;
    QPushButton* m_emptyBin;
    QToolButton* m_export;
    CurveBoard* m_board;
    CurveTools* m_tools;
    RunDetails* m_details;
    DiffView* m_diff;
    QTabWidget* m_below;
    QStringList m_compared; ///< the runs that m_diff shows, and their titles
    QLabel* m_message;
    bool m_first = true, m_inBin = false;
};

} // namespace ds::ui
