// SPDX-License-Identifier: GPL-3.0-or-later
// Inside of CurvePlot; for the room's own .cpp files.
#pragma once

#include <QBasicTimer>
#include <QPointF>

#include <memory>
#include <vector>

#include "widgets/plot/curve_plot.h"
#include "widgets/plot/plot_overlay.h"
#include "widgets/plot/series.h"

class QCPGraph;
class QCustomPlot;

namespace ds::ui {

class CurvePlot::Impl {
public:
    explicit Impl(CurvePlot* owner);

    struct Item {
        explicit Item(Curve curve) : series(std::move(curve)) {}
        Series series;
        QCPGraph* raw = nullptr; ///< behind, when smoothed
        QCPGraph* shown = nullptr;
    };
    Item* find(const QString& id);
    void scheduleInTurn();
    void style();
    View everything() const;
    void layoutMargins();
    void decimate();
    /// From the plot as it was laid out last.
    void updateOverlay();
    OverlayContent overlayContent() const;
    void updateCursor();
    std::optional<OverlayCursor> cursorAt(double x) const;
    std::vector<OverlayLabel> lineEnds() const;
    QRectF plotRect() const;
    double toX(double pixel) const;
    double toY(double pixel) const;

    CurvePlot* owner;
    QCustomPlot* plot;
    PlotOverlay* overlay;
    std::vector<std::unique_ptr<Item>> items;
    std::vector<PlotMark> marks;
    double smoothing = 0;
    bool logX = false, logY = false, fits = true, legend = false, dirty = true;
    XAxis xAxis = XAxis::Step;
    QString emptyText;
    std::optional<double> cursor; // x value
    QBasicTimer timer;

    enum class Drag { None, Band, Pan } drag = Drag::None;
    QPointF pressed, last;
};

} // namespace ds::ui
