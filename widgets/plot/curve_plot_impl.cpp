// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/curve_plot_p.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

#include "widgets/plot/number_text.h"
#include "widgets/plot/plot_axes.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

QVector<QCPGraphData> graphData(const DrawnPoints& points, bool positiveOnly)
{
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(points.xs.size()));
    for (std::size_t i = 0; i < points.xs.size(); ++i) {
        const double y = points.ys[i];
        data.append({points.xs[i], positiveOnly && y <= 0 ? std::nan("") : y});
    }
    return data;
}

} // namespace

CurvePlot::Impl::Impl(CurvePlot* widget) : owner(widget), plot(new QCustomPlot(widget)), overlay(new PlotOverlay(widget))
{
    // The owner takes all input, and the background shows through.
    plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    plot->setFocusPolicy(Qt::NoFocus);
    plot->axisRect()->setMinimumMargins(QMargins(36, 12, 8, 20));
    plot->setPlottingHint(QCP::phFastPolylines);
    style();
}

void CurvePlot::Impl::style()
{
    styleAxes(*plot);
    setAxisKind(*plot->xAxis, xAxis, logX);
    setAxisKind(*plot->yAxis, XAxis::Number, logY);
    for (const auto& item : items) {
        QColor color = Theme::instance().series(item->series.color());
        if (item->series.dashed()) color.setAlpha(190);
        item->shown->setPen(QPen(color, 1.5, item->series.dashed() ? Qt::DashLine : Qt::SolidLine));
        color.setAlphaF(0.25F);
        item->raw->setPen(QPen(color, 1));
    }
}

CurvePlot::Impl::Item* CurvePlot::Impl::find(const QString& id)
{
    const auto at = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item->series.id() == id; });
    return at == items.end() ? nullptr : at->get();
}

CurvePlot::View CurvePlot::Impl::everything() const
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    View view{infinity, -infinity, infinity, -infinity};
    for (const auto& item : items) {
        const Series& series = item->series;
        if (series.xs().empty()) continue;
        const auto& xs = series.xs();
        const auto firstX = logX ? std::upper_bound(xs.begin(), xs.end(), 0.0) : xs.begin();
        if (firstX == xs.end()) continue;
        view.left = std::min(view.left, *firstX);
        view.right = std::max(view.right, xs.back());
        Extent extent = series.extent(*firstX, xs.back());
        if (logY) extent.low = extent.high > 0 ? std::max(extent.low, series.leastPositive()) : infinity;
        view.bottom = std::min(view.bottom, extent.low);
        view.top = std::max(view.top, extent.high);
    }
    if (!(view.left <= view.right)) view.left = logX ? 1 : 0, view.right = logX ? 10 : 1;
    if (!(view.bottom <= view.top)) view.bottom = logY ? 0.1 : 0, view.top = 1;
    if (view.left == view.right) { // one point stands in the middle
        view.right = logX ? view.left * 2 : view.left + 1;
        view.left = logX ? view.left / 2 : view.left - 1;
    }
    if (logY) {
        const double margin = view.top > view.bottom ? std::pow(view.top / view.bottom, 0.05) : 2;
        view.bottom /= margin;
        view.top *= margin;
    } else {
        const double margin = view.top > view.bottom ? 0.05 * (view.top - view.bottom) : view.top != 0 ? 0.1 * std::abs(view.top) : 1;
        // Counts, losses and rates stand on zero; a margin below it would be a question.
        view.bottom = view.bottom >= 0 && view.bottom < margin ? 0 : view.bottom - margin;
        view.top += margin;
    }
    return view;
}

QRectF CurvePlot::Impl::plotRect() const
{
    // QCustomPlot maps the lower end of y to the last row of pixels, not to the edge below it.
    return QRectF(plot->axisRect()->rect()).translated(0, -1);
}
double CurvePlot::Impl::toX(double pixel) const { return plot->xAxis->pixelToCoord(pixel); }
double CurvePlot::Impl::toY(double pixel) const { return plot->yAxis->pixelToCoord(pixel); }

std::vector<OverlayLabel> CurvePlot::Impl::lineEnds() const
{
    std::vector<OverlayLabel> labels;
    for (const auto& item : items) {
        const Series& series = item->series;
        if (series.label().isEmpty() || series.xs().empty()) continue;
        const auto& shown = series.shown();
        std::size_t at = series.nearest(std::min(plot->xAxis->range().upper, series.xs().back()));
        while (at > 0 && !std::isfinite(shown[at])) --at;
        const double y = std::isfinite(shown[at]) ? plot->yAxis->coordToPixel(shown[at]) : plotRect().center().y();
        labels.push_back({series.label(), Theme::instance().series(series.color()), y});
    }
    return labels;
}

void CurvePlot::Impl::layoutMargins()
{
    const std::vector<OverlayLabel> labels = lineEnds();
    const double room = labelRoom(labels);
    // Labels at the ends while they take less than a third of the width and do not fill the height.
    legend = !labels.empty() && (room > 0.33 * owner->width() || 14.0 * static_cast<double>(labels.size()) > 0.8 * (owner->height() - 30));
    plot->axisRect()->setMinimumMargins(QMargins(36, legend ? 22 : 12, labels.empty() || legend ? 12 : qCeil(room), 20));
}

void CurvePlot::Impl::decimate()
{
    const auto columns = static_cast<std::size_t>(std::max(16, plot->axisRect()->width()));
    const QCPRange range = plot->xAxis->range();
    const auto edge = [&](std::size_t i) {
        const double share = static_cast<double>(i) / static_cast<double>(columns);
        return logX ? range.lower * std::pow(range.upper / range.lower, share) : range.lower + share * range.size();
    };
    for (const auto& item : items) {
        const Series& series = item->series;
        const DrawnPoints points = series.decimated(true, columns, edge);
        // Where every column is a stroke from low to high, smooth and wide strokes cost ten times as much and show nothing more.
        const bool dense = 2 * points.xs.size() > 3 * columns;
        QPen pen = item->shown->pen();
        pen.setWidthF(dense ? 1 : 1.5);
        item->shown->setPen(pen);
        item->shown->setAntialiased(!dense);
        // A few points, or one alone, are seen as points.
        item->shown->setScatterStyle(points.xs.size() <= 32 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 4) : QCPScatterStyle());
        item->shown->data()->set(graphData(points, logY), true);
        item->raw->setVisible(series.smoothed());
        if (!series.smoothed()) continue;
        item->raw->setAntialiased(!dense);
        item->raw->data()->set(graphData(series.decimated(false, columns, edge), logY), true);
    }
}

std::optional<OverlayCursor> CurvePlot::Impl::cursorAt(double x) const
{
    OverlayCursor content;
    double nearestX = x, distance = std::numeric_limits<double>::infinity();
    for (const auto& item : items) {
        const Series& series = item->series;
        if (series.xs().empty()) continue;
        const std::size_t at = series.nearest(x);
        if (std::abs(series.xs()[at] - x) < distance) distance = std::abs(series.xs()[at] - x), nearestX = series.xs()[at];
    }
    if (!std::isfinite(distance)) return {};
    content.x = plot->xAxis->coordToPixel(nearestX);
    content.head = xText(nearestX, xAxis);
    for (const auto& item : items) {
        const Series& series = item->series;
        // A curve that has not begun or has ended says nothing here.
        if (series.xs().empty()) continue;
        const double reach = 0.02 * (plot->xAxis->range().size());
        if (nearestX < series.xs().front() - reach || nearestX > series.xs().back() + reach) continue;
        const double y = series.shown()[series.nearest(nearestX)];
        content.rows.push_back({Theme::instance().series(series.color()), series.label(), numberText(y),
                                std::isfinite(y) ? plot->yAxis->coordToPixel(y) : -1e6});
    }
    return content;
}

OverlayContent CurvePlot::Impl::overlayContent() const
{
    OverlayContent content;
    content.plot = plotRect();
    if (owner->empty()) {
        content.plot = QRectF(owner->rect()).adjusted(12, 12, -12, -12);
        content.empty = emptyText;
        return content;
    }
    content.labels = lineEnds();
    content.legend = legend;
    const QCPRange range = plot->xAxis->range();
    for (const PlotMark& mark : marks)
        if (range.contains(mark.x)) content.marks.push_back({mark.kind, plot->xAxis->coordToPixel(mark.x), mark.text});
    for (const auto& item : items)
        for (const double x : item->series.gaps())
            if (range.contains(x)) content.gaps.emplace_back(plot->xAxis->coordToPixel(x), Theme::instance().series(item->series.color()));
    return content;
}

void CurvePlot::Impl::updateOverlay()
{
    std::optional<QRectF> band = overlay->content.band;
    overlay->content = overlayContent();
    overlay->content.band = band;
    updateCursor();
}

void CurvePlot::Impl::updateCursor()
{
    overlay->content.cursor.reset();
    if (cursor && plot->xAxis->range().contains(*cursor)) overlay->content.cursor = cursorAt(*cursor);
    overlay->update();
}

} // namespace ds::ui
