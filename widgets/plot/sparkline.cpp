// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/sparkline.h"

#include <QPainter>

#include <cmath>

#include "widgets/plot/series.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

void paintSparkline(QPainter& painter, const QRectF& rect, const std::vector<double>& values, const QColor& color)
{
    Curve curve;
    for (std::size_t i = 0; i < values.size(); ++i) curve.xs.push_back(static_cast<double>(i));
    curve.ys = values;
    const Series series(std::move(curve));
    const double last = static_cast<double>(values.size()) - 1;
    const Extent extent = series.extent(0, last);
    if (extent.empty() || last < 1) return;
    const auto columns = static_cast<std::size_t>(std::max(1.0, rect.width()));
    const DrawnPoints points =
        series.decimated(false, columns, [&](std::size_t i) { return last * static_cast<double>(i) / static_cast<double>(columns); });
    const double height = extent.high - extent.low;
    QPolygonF line;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    for (std::size_t i = 0; i < points.xs.size(); ++i) {
        const double y = points.ys[i];
        if (std::isfinite(y)) {
            line << QPointF(rect.left() + points.xs[i] / last * rect.width(),
                            height > 0 ? rect.bottom() - (y - extent.low) / height * rect.height() : rect.center().y());
            continue;
        }
        painter.drawPolyline(line);
        line.clear();
    }
    painter.drawPolyline(line);
    painter.restore();
}

Sparkline::Sparkline(QWidget* parent) : QWidget(parent)
{
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void Sparkline::setValues(std::vector<double> values)
{
    m_values = std::move(values);
    update();
}

void Sparkline::setColor(int series)
{
    m_color = series;
    update();
}

void Sparkline::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintSparkline(painter, QRectF(rect()).adjusted(1, 2, -1, -2), m_values, Theme::instance().series(m_color));
}

} // namespace ds::ui
