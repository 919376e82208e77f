// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/workbench/pages/runs/project_diff.h"

class QLabel;
class QSplitter;
class QTreeWidget;

namespace ds::ui {

class Canvas;
class DiffMarks;

/// The models of two runs as one drawing: what came, went or changed is marked by colour and sign. Beside it every difference in words.
class DiffView : public QWidget {
    Q_OBJECT

public:
    explicit DiffView(QWidget* parent = nullptr);

    void show(const ProjectDiff& diff, const QString& before, const QString& after);
    /// Nothing to compare, and why.
    void showNothing(const QString& why);
    /// "≠ conv1 | filters: 32 → 64", for tests.
    QStringList rows() const;
    const Canvas& canvas() const { return *m_canvas; }

private:
    void list(const ProjectDiff& diff);
    void lookAt(const QString& layer);

    QLabel *m_title, *m_nothing;
    QSplitter* m_parts;
    Canvas* m_canvas;
    DiffMarks* m_marks;
    QTreeWidget* m_list;
};

} // namespace ds::ui
