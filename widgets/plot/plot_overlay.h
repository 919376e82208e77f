// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the curves: labels, marks, cursor. Made as plain values in pixels and painted by one function, so that the screen and
// an exported picture are the same.
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

#include "widgets/plot/curve.h"

class QPainter;

namespace ds::ui {

struct OverlayLabel {
    QString text;
    QColor color;
    double y = 0; ///< where the line ends
};

struct OverlayMark {
    PlotMark::Kind kind;
    double x = 0;
    QString text;
};

struct OverlayCursor {
    struct Row {
        QColor color;
        QString label, value;
        double y = 0;
    };
    double x = 0;
    QString head;
    std::vector<Row> rows;
};

struct OverlayContent {
    QRectF plot;
    std::vector<OverlayLabel> labels;
    bool legend = false; ///< labels as a row at the top, since there is no room at the ends
    std::vector<OverlayMark> marks;
    std::vector<std::pair<double, QColor>> gaps; ///< x of values that are not finite
    std::optional<OverlayCursor> cursor;
    std::optional<QRectF> band;
    QString empty;
};

/// Room to the right of the plot for labels at the ends of the lines.
double labelRoom(const std::vector<OverlayLabel>& labels);
void paintOverlay(QPainter& painter, const OverlayContent& content);
/// A colour of a curve, readable as text.
QColor readable(const QColor& color);

class PlotOverlay : public QWidget {
    Q_OBJECT

public:
    explicit PlotOverlay(QWidget* parent);
    OverlayContent content;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ds::ui
