// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/flame_chart.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr int axisHeight = 22, rowHeight = 22, areaHeight = 64, gap = 10, margin = 4;
constexpr double closest = 1e-3; // of all that can be in view

/// 1, 2 or 5 times a power of ten, so that there are not more than `most` of them in `range`.
double niceStep(double range, double most)
{
    const double rough = range / std::max(1.0, most), power = std::pow(10, std::floor(std::log10(rough)));
    for (double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough) return factor * power;
    return 10 * power;
}

QColor inkOn(const QColor& ground) { return ground.lightnessF() > 0.55 ? QColor(0x16, 0x18, 0x1D) : QColor(Qt::white); }

} // namespace

FlameChart::FlameChart(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FlameChart::setSpans(std::vector<FlameSpan> spans, double end)
{
    m_spans = std::move(spans);
    m_last = end;
    m_depth = 0;
    for (const FlameSpan& span : m_spans) m_depth = std::max(m_depth, span.depth + 1);
    m_chosen = -1;
    showRange(0, end);
}

void FlameChart::setArea(std::vector<QPointF> steps, const QString& title, const QString& most)
{
    m_area = std::move(steps);
    m_areaTitle = title;
    m_areaMost = most;
    update();
}

void FlameChart::setEmptyText(const QString& text)
{
    m_empty = text;
    update();
}

void FlameChart::choose(int id)
{
    m_chosen = id;
    for (const FlameSpan& span : m_spans) {
        if (span.id != id || id < 0) continue;
        const double wide = m_end - m_begin;
        if (span.begin < m_begin || span.end > m_end) {
            const double middle = (span.begin + span.end) / 2;
            showRange(middle - wide / 2, middle + wide / 2);
        }
        break;
    }
    update();
}

void FlameChart::showRange(double begin, double end)
{
    const double wide = std::clamp(end - begin, closest * m_last, std::max(m_last, 1e-12));
    m_begin = std::clamp(begin, 0.0, std::max(0.0, m_last - wide));
    m_end = m_begin + wide;
    update();
}

double FlameChart::xOf(double time) const { return margin + (time - m_begin) / std::max(1e-12, m_end - m_begin) * (width() - 2 * margin); }

double FlameChart::timeOf(double x) const { return m_begin + (x - margin) / std::max(1, width() - 2 * margin) * (m_end - m_begin); }

int FlameChart::areaTop() const { return axisHeight + m_depth * rowHeight + gap; }

const FlameSpan* FlameChart::spanAt(const QPoint& point) const
{
    const int depth = point.y() < axisHeight ? -1 : (point.y() - axisHeight) / rowHeight;
    const double time = timeOf(point.x());
    const FlameSpan* nearest = nullptr;
    double distance = 2; // pixels: narrow ones can be met, too
    for (const FlameSpan& span : m_spans) {
        if (span.depth != depth) continue;
        if (time >= span.begin && time < span.end) return &span;
        const double away = std::min(std::abs(xOf(span.begin) - point.x()), std::abs(xOf(span.end) - point.x()));
        if (away < distance) distance = away, nearest = &span;
    }
    return nearest;
}

void FlameChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    if (m_spans.empty()) {
        painter.setPen(color(Role::Text3));
        painter.drawText(rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    paintAxis(painter);
    paintSpans(painter);
    if (!m_area.empty()) paintArea(painter);
    if (hasFocus()) {
        painter.setPen(color(Role::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void FlameChart::paintAxis(QPainter& painter) const
{
    const double step = niceStep(m_end - m_begin, width() / 90.0);
    for (auto tick = static_cast<int64_t>(std::ceil(m_begin / step)); static_cast<double>(tick) * step <= m_end; ++tick) {
        const double time = static_cast<double>(tick) * step;
        const double x = std::round(xOf(time)) + 0.5;
        painter.setPen(color(Role::Line));
        painter.drawLine(QPointF(x, axisHeight - 4),
                         QPointF(x, m_area.empty() ? axisHeight + m_depth * rowHeight : areaTop() + areaHeight));
        painter.setPen(color(Role::Text3));
        const QRectF box(x - 45, 2, 90, axisHeight - 6);
        if (box.left() >= 0 && box.right() <= width()) painter.drawText(box, Qt::AlignCenter, tr("%1 ms").arg(numberText(time, 3)));
    }
}

void FlameChart::paintSpans(QPainter& painter) const
{
    const QFontMetricsF metrics(painter.font());
    std::vector<double> drawn(static_cast<std::size_t>(m_depth), -1); // of each row, up to which pixel: thousands may fall on one
    for (const FlameSpan& span : m_spans) {
        if (span.end < m_begin || span.begin > m_end) continue;
        const double left = std::max(0.0, xOf(span.begin)), right = std::min<double>(width(), xOf(span.end));
        double& last = drawn[static_cast<std::size_t>(span.depth)];
        if (right - left < 1 && std::floor(right) <= last && span.id != m_chosen) continue;
        last = std::floor(right);
        const QRectF box(left, axisHeight + span.depth * rowHeight + 1, std::max(1.0, right - left - 1), rowHeight - 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(span.colour);
        if (box.width() > 6) painter.drawRoundedRect(box, 3, 3);
        else painter.drawRect(box);
        if (box.width() > 28) {
            painter.setPen(inkOn(span.colour));
            painter.drawText(box.adjusted(6, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
                             metrics.elidedText(span.text, Qt::ElideRight, box.width() - 10));
        }
        if (span.id < 0 || span.id != m_chosen) continue;
        painter.setPen(QPen(color(Role::Text), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3);
    }
}

void FlameChart::paintArea(QPainter& painter) const
{
    const int top = areaTop();
    double most = 0;
    for (const QPointF& step : m_area) most = std::max(most, step.y());
    if (most <= 0) return;
    const double bottom = top + areaHeight;
    const auto y = [&](double value) { return bottom - value / most * (areaHeight - 16); };
    QPainterPath path;
    path.moveTo(xOf(m_area.front().x()), bottom);
    for (std::size_t i = 0; i < m_area.size(); ++i) {
        path.lineTo(xOf(m_area[i].x()), y(m_area[i].y()));
        path.lineTo(xOf(i + 1 < m_area.size() ? m_area[i + 1].x() : m_last), y(m_area[i].y()));
    }
    path.lineTo(xOf(m_last), bottom);
    painter.save();
    painter.setClipRect(QRect(margin, top, width() - 2 * margin, areaHeight + 1));
    painter.setRenderHint(QPainter::Antialiasing, true);
    QColor fill = color(Role::Accent);
    fill.setAlphaF(0.25F);
    painter.setPen(QPen(color(Role::Accent), 1));
    painter.setBrush(fill);
    painter.drawPath(path);
    painter.restore();
    painter.setPen(color(Role::Text2));
    painter.drawText(QRect(margin + 4, top - 4, width() - 2 * margin - 8, 16), Qt::AlignLeft, m_areaTitle);
    painter.drawText(QRect(margin + 4, top - 4, width() - 2 * margin - 8, 16), Qt::AlignRight, m_areaMost);
}

void FlameChart::zoom(double factor, double around)
{
    const double wide = (m_end - m_begin) * factor;
    if (wide < closest * m_last) return;
    const double share = (around - m_begin) / std::max(1e-12, m_end - m_begin);
    showRange(around - share * wide, around + (1 - share) * wide);
}

void FlameChart::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().x() != 0 && event->angleDelta().y() == 0) {
        const double by = -event->angleDelta().x() / 1200.0 * (m_end - m_begin);
        showRange(m_begin + by, m_end + by);
    } else zoom(std::pow(0.85, event->angleDelta().y() / 120.0), timeOf(event->position().x()));
    event->accept();
}

void FlameChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    m_grabbed = timeOf(event->position().x());
    m_pressed = event->pos();
    m_dragging = false;
}

void FlameChart::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton)) return;
    if (!m_dragging && (event->pos() - m_pressed).manhattanLength() < 4) return;
    m_dragging = true;
    const double by = m_grabbed - timeOf(event->position().x());
    showRange(m_begin + by, m_end + by);
}

void FlameChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_dragging) return;
    const FlameSpan* span = spanAt(event->pos());
    if (!span || span->id < 0) return;
    m_chosen = span->id;
    update();
    emit picked(m_chosen);
}

void FlameChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const FlameSpan* span = spanAt(event->pos())) {
        const double edge = 0.05 * (span->end - span->begin);
        showRange(span->begin - edge, span->end + edge);
    } else showRange(0, m_last);
}

void FlameChart::keyPressEvent(QKeyEvent* event)
{
    const double wide = m_end - m_begin, middle = (m_begin + m_end) / 2;
    switch (event->key()) {
    case Qt::Key_Left: return showRange(m_begin - 0.1 * wide, m_end - 0.1 * wide);
    case Qt::Key_Right: return showRange(m_begin + 0.1 * wide, m_end + 0.1 * wide);
    case Qt::Key_Plus: return zoom(0.8, middle);
    case Qt::Key_Minus: return zoom(1.25, middle);
    case Qt::Key_Home: return showRange(0, m_last);
    default: QWidget::keyPressEvent(event);
    }
}

bool FlameChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const FlameSpan* span = spanAt(help->pos())) QToolTip::showText(help->globalPos(), span->tip, this);
    else QToolTip::hideText();
    return true;
}

} // namespace ds::ui
