// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/contour_plot.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int bands = 14;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

} // namespace

ContourPlot::ContourPlot(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(160, 140);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        draw();
        update();
    });
}

void ContourPlot::setField(int points, std::vector<double> values, double span)
{
    m_points = points;
    m_values = std::move(values);
    m_values.resize(static_cast<std::size_t>(points) * static_cast<std::size_t>(points), none);
    m_span = span;
    m_low = std::numeric_limits<double>::infinity();
    m_high = -m_low;
    for (const double value : m_values)
        if (std::isfinite(value)) m_low = std::min(m_low, value), m_high = std::max(m_high, value);
    draw();
    update();
}

void ContourPlot::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

QRectF ContourPlot::area() const
{
    constexpr double left = 44, top = 8, bottom = 24, scale = 84;
    const double side = std::max(20.0, std::min(width() - left - scale, height() - top - bottom));
    return {left, top, side, side};
}

double ContourPlot::valueBetween(double column, double row) const
{
    const double last = m_points - 1;
    if (m_points < 2 || !(column >= 0 && column <= last && row >= 0 && row <= last)) return none;
    const int x = std::min(static_cast<int>(column), m_points - 2), y = std::min(static_cast<int>(row), m_points - 2);
    const double right = column - x, up = row - y;
    const auto at = [&](int dx, int dy) { return m_values[static_cast<std::size_t>((y + dy) * m_points + x + dx)]; };
    double sum = 0;
    for (int dy = 0; dy < 2; ++dy)
        for (int dx = 0; dx < 2; ++dx) {
            const double weight = (dx ? right : 1 - right) * (dy ? up : 1 - up);
            if (weight > 0) sum += weight * at(dx, dy);
        }
    return std::isfinite(sum) ? sum : none;
}

double ContourPlot::valueAt(const QPointF& at) const
{
    const QRectF plot = area();
    return valueBetween((at.x() - plot.left()) / plot.width() * (m_points - 1), (plot.bottom() - at.y()) / plot.height() * (m_points - 1));
}

double ContourPlot::share(double value) const
{
    if (!std::isfinite(value)) return none;
    if (!(m_high > m_low)) return 0;
    return m_low > 0 ? std::log(value / m_low) / std::log(m_high / m_low) : (value - m_low) / (m_high - m_low);
}

void ContourPlot::draw()
{
    const QSize size = area().size().toSize();
    m_picture = QImage(size, QImage::Format_RGB32);
    m_picture.fill(color(Role::Panel));
    if (m_points < 2 || !(m_high >= m_low)) return;
    std::vector<int> band(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()), -1);
    const auto at = [&](int x, int y) -> int& { return band[static_cast<std::size_t>(y * size.width() + x)]; };
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const double value =
                valueBetween((x + 0.5) / size.width() * (m_points - 1), (size.height() - y - 0.5) / size.height() * (m_points - 1));
            const double place = share(value);
            if (std::isfinite(place)) at(x, y) = std::min(bands - 1, static_cast<int>(place * bands));
        }
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const int here = at(x, y);
            if (here < 0) continue;
            QColor tint = Theme::heat((here + 0.5) / bands);
            // Where the next band begins.
            if ((x + 1 < size.width() && at(x + 1, y) != here) || (y + 1 < size.height() && at(x, y + 1) != here))
                tint = mixed(tint, QColor(Qt::black), 0.35);
            m_picture.setPixelColor(x, y, tint);
        }
}

void ContourPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    draw();
}

void ContourPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    painter.setPen(color(Role::Text2));
    if (m_points < 2) {
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const QRectF plot = area();
    painter.drawImage(plot, m_picture);
    const auto across = [&](double x, const QString& text, Qt::Alignment side) {
        painter.drawText(QRectF(x - 60, plot.bottom() + 4, 120, 16), static_cast<int>(side) | Qt::AlignTop, text);
    };
    across(plot.left() + 60, numberText(-m_span, 3), Qt::AlignLeft);
    across(plot.center().x(), QStringLiteral("0"), Qt::AlignHCenter);
    across(plot.right() - 60, numberText(m_span, 3), Qt::AlignRight);
    const auto beside = [&](double y, const QString& text) {
        painter.drawText(QRectF(0, y - 8, plot.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    beside(plot.top() + 8, numberText(m_span, 3));
    beside(plot.center().y(), QStringLiteral("0"));
    beside(plot.bottom() - 8, numberText(-m_span, 3));
    // What the colours mean.
    const QRectF scale(plot.right() + 14, plot.top(), 12, plot.height());
    for (int band = 0; band < bands; ++band)
        painter.fillRect(
            QRectF(scale.left(), scale.bottom() - (band + 1) * scale.height() / bands, scale.width(), scale.height() / bands + 1),
            Theme::heat((band + 0.5) / bands));
    painter.drawText(QRectF(scale.right() + 6, scale.top(), 52, 16), Qt::AlignLeft | Qt::AlignVCenter, numberText(m_high, 3));
    painter.drawText(QRectF(scale.right() + 6, scale.bottom() - 16, 52, 16), Qt::AlignLeft | Qt::AlignVCenter, numberText(m_low, 3));
    painter.setPen(QPen(color(Role::Text), 1.5));
    const QPointF middle = plot.center();
    painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0));
    painter.drawLine(middle - QPointF(0, 5), middle + QPointF(0, 5));
}

bool ContourPlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const double value = valueAt(help->pos());
    QToolTip::showText(help->globalPos(), std::isfinite(value) ? numberText(value) : QString(), this);
    return true;
}

} // namespace ds::ui
