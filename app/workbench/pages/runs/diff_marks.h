// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <map>
#include <vector>

#include "app/workbench/pages/runs/project_diff.h"
#include "widgets/canvas/values.h"

namespace ds::ui {

class Canvas;

/// Frames and signs above a canvas: + green for what came, − red for what went, ≠ amber for what changed. Lets the mouse through.
class DiffMarks : public QWidget {
    Q_OBJECT

public:
    explicit DiffMarks(Canvas* canvas);
    void setDiff(const ProjectDiff& diff);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct WireMark {
        PortRef from, to;
        DiffKind kind;
    };
    Canvas* m_canvas;
    std::map<QString, DiffKind> m_layers;
    std::vector<WireMark> m_wires;
};

QString diffSign(DiffKind kind);
QColor diffColor(DiffKind kind);

} // namespace ds::ui
