// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/table/table_model.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTreeWidget;

namespace ds::ui {

/// Beside the curves: tags and note of one run, and the parameters of the chosen ones with their differences marked.
class RunDetails : public QWidget {
    Q_OBJECT

public:
    explicit RunDetails(QWidget* parent = nullptr);

    /// The rows of the table's columns.
    void showRuns(const TableModel& table, const QStringList& ids);
    /// Rows of the comparison: name, then a value for each run; a name that differs begins with "≠ ".
    QStringList rows() const;
    QString tags() const;

signals:
    void noted(const QString& run, const QStringList& tags, const QString& note);

private:
    void compare(const TableModel& table, const QStringList& ids);
    void elideTitle(int column);
    void tell();

    QLabel* m_title;
    QLineEdit* m_tags;
    QPlainTextEdit* m_note;
    QCheckBox* m_onlyDifferences;
    QTreeWidget* m_list;
    QString m_run, m_toldTags, m_toldNote;
};

} // namespace ds::ui
