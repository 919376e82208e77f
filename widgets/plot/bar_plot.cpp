// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/bar_plot.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

double greatest(const std::vector<double>& values)
{
    double most = 0;
    for (const double value : values)
        if (std::isfinite(value)) most = std::max(most, value);
    return most;
}

} // namespace

BarPlot::BarPlot(QWidget* parent) : QWidget(parent)
{
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void BarPlot::setBars(QStringList names, std::vector<double> values)
{
    m_names = std::move(names);
    m_values = std::move(values);
    m_histogram = false;
    m_most = greatest(m_values);
    update();
}

void BarPlot::setHistogram(std::vector<double> counts, double low, double high)
{
    m_names.clear();
    m_values = std::move(counts);
    m_histogram = true;
    m_low = low;
    m_high = high;
    m_most = greatest(m_values);
    update();
}

void BarPlot::setColor(const QColor& color)
{
    m_color = color;
    update();
}

QRectF BarPlot::area() const { return QRectF(rect()).adjusted(4, m_histogram ? 4 : 18, -4, -18); }

QRectF BarPlot::bar(std::size_t i) const
{
    const QRectF plot = area();
    const double width = plot.width() / static_cast<double>(m_values.size());
    const double gap = m_histogram ? 0.5 : std::min(8.0, width / 4);
    const double value = std::isfinite(m_values[i]) ? std::max(0.0, m_values[i]) : 0;
    const double height = m_most > 0 ? value / m_most * plot.height() : 0;
    // A count of one beside a million still shows.
    const double shown = value > 0 ? std::max(1.0, height) : 0;
    return {plot.left() + width * static_cast<double>(i) + gap / 2, plot.bottom() - shown, std::max(1.0, width - gap), shown};
}

QString BarPlot::textAt(const QPoint& at) const
{
    if (m_values.empty()) return {};
    const QRectF plot = area();
    const double place = (at.x() - plot.left()) / plot.width() * static_cast<double>(m_values.size());
    if (place < 0 || place >= static_cast<double>(m_values.size())) return {};
    const auto i = static_cast<std::size_t>(place);
    const QString value = m_text ? m_text(m_values[i]) : numberText(m_values[i]);
    if (!m_histogram) return m_names.value(static_cast<qsizetype>(i)) + QStringLiteral(": ") + value;
    const double width = (m_high - m_low) / static_cast<double>(m_values.size());
    return tr("%1 to %2: %3")
        .arg(numberText(m_low + width * static_cast<double>(i)), numberText(m_low + width * static_cast<double>(i + 1)), value);
}

bool BarPlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
    return true;
}

void BarPlot::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    const QFontMetricsF metrics(painter.font());
    const QColor fill = m_color.isValid() ? m_color : color(Role::Accent);
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const QRectF shape = bar(i);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        if (m_histogram) painter.drawRect(shape);
        else painter.drawRoundedRect(shape, 2, 2);
        if (m_histogram) continue;
        const QRectF slot(shape.left() - 4, 0, shape.width() + 8, height());
        const QString value = m_text ? m_text(m_values[i]) : numberText(m_values[i]);
        painter.setPen(color(Role::Text2));
        if (metrics.horizontalAdvance(value) <= slot.width())
            painter.drawText(QRectF(slot.left(), shape.top() - 17, slot.width(), 16), Qt::AlignCenter, value);
        painter.drawText(QRectF(slot.left(), height() - 17, slot.width(), 16), Qt::AlignCenter,
                         metrics.elidedText(m_names.value(static_cast<qsizetype>(i)), Qt::ElideRight, slot.width()));
    }
    const QRectF plot = area();
    painter.setPen(QPen(color(Role::Line), 1));
    painter.drawLine(QPointF(plot.left(), plot.bottom() + 0.5), QPointF(plot.right(), plot.bottom() + 0.5));
    if (!m_histogram || m_values.empty()) return;
    painter.setPen(color(Role::Text2));
    const QRectF foot(plot.left(), height() - 17, plot.width(), 16);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, numberText(m_low, 3));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, numberText(m_high, 3));
}

} // namespace ds::ui
