// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/scatter_plot.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/plot/scatter_marks.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr double margin = 8, legendRow = 20, widestName = 170, largestMark = 3.8;
constexpr double reach = 7;      // pixels around a point that belong to it
constexpr double closest = 1e-4; // of all that can be in view
constexpr int mostLabels = 150;  // at once: to set text takes longer than all the rest

} // namespace

ScatterPlot::ScatterPlot(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ScatterPlot::setPoints(std::vector<Point> points, std::vector<Group> groups)
{
    m_points = std::move(points);
    m_groups = std::move(groups);
    m_hidden.assign(m_groups.size(), false);
    m_widths.assign(m_points.size(), 0);
    m_widestName = 0;
    const QFontMetricsF metrics(Theme::instance().font(Theme::Text::Secondary));
    for (const Group& group : m_groups) m_widestName = std::max(m_widestName, metrics.horizontalAdvance(group.name));
    m_chosen = -1;
    m_all = {};
    if (!m_points.empty()) {
        QPointF low = m_points.front().at, high = low;
        for (const Point& point : m_points) {
            low = {std::min(low.x(), point.at.x()), std::min(low.y(), point.at.y())};
            high = {std::max(high.x(), point.at.x()), std::max(high.y(), point.at.y())};
        }
        const double least = std::max({high.x() - low.x(), high.y() - low.y(), 1e-30}) * 0.02; // of a line
        m_all = QRectF(low, high).adjusted(-least, -least, least, least);
    }
    fit();
}

void ScatterPlot::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void ScatterPlot::setHidden(int group, bool hidden)
{
    m_hidden[static_cast<std::size_t>(group)] = hidden;
    if (m_chosen >= 0 && !shown(static_cast<std::size_t>(m_chosen))) m_chosen = -1;
    update();
}

void ScatterPlot::choose(int point)
{
    m_chosen = point;
    update();
}

QColor ScatterPlot::colourOf(int group) const
{
    const QColor& own = m_groups[static_cast<std::size_t>(group)].colour;
    return own.isValid() ? own : Theme::instance().series(group);
}

int ScatterPlot::legendRows() const
{
    const int room = std::max(1, static_cast<int>((height() - margin) / legendRow));
    return std::min(room, static_cast<int>(m_groups.size()));
}

double ScatterPlot::legendColumn() const
{
    const int columns = (static_cast<int>(m_groups.size()) + legendRows() - 1) / legendRows();
    return std::min({m_widestName + 30, widestName, width() / 2.0 / columns});
}

double ScatterPlot::legendWidth() const
{
    if (m_groups.size() < 2) return 0;
    return legendColumn() * ((static_cast<int>(m_groups.size()) + legendRows() - 1) / legendRows());
}

QRectF ScatterPlot::area() const { return QRectF(rect()).adjusted(margin, margin, -margin - legendWidth(), -margin); }

QRectF ScatterPlot::legendOf(int group) const
{
    if (m_groups.size() < 2) return {};
    const int column = group / legendRows(), row = group % legendRows();
    return {width() - legendWidth() + column * legendColumn(), margin / 2 + row * legendRow, legendColumn(), legendRow};
}

double ScatterPlot::markRadius() const
{
    // Smaller where many share little room; they grow while one goes nearer.
    const double side = std::max(m_all.width(), m_all.height()) * scale();
    return std::clamp(1 + 0.45 * side / std::sqrt(static_cast<double>(m_points.size()) + 1), 2.0, largestMark);
}

double ScatterPlot::scale() const
{
    const QRectF plot = area();
    return m_view.isEmpty() ? 1 : std::min(std::max(1.0, plot.width()) / m_view.width(), std::max(1.0, plot.height()) / m_view.height());
}

QPointF ScatterPlot::toWidget(const QPointF& at) const
{
    const QPointF from = at - m_view.center();
    return area().center() + QPointF(from.x(), -from.y()) * scale();
}

void ScatterPlot::fit()
{
    m_view = m_all;
    m_fitted = true;
    update();
}

void ScatterPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_fitted) fit();
}

void ScatterPlot::zoom(double factor, const QPointF& around)
{
    if (m_points.empty() || m_view.width() * factor < closest * m_all.width() || m_view.width() * factor > 4 * m_all.width()) return;
    const QPointF from = around - area().center();
    const QPointF fixed = m_view.center() + QPointF(from.x(), -from.y()) / scale();
    m_view = QRectF(fixed + (m_view.topLeft() - fixed) * factor, m_view.size() * factor);
    m_fitted = false;
    update();
}

int ScatterPlot::pointAt(const QPointF& at) const
{
    int nearest = -1;
    double distance = reach * reach;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (!shown(i)) continue;
        const QPointF from = toWidget(m_points[i].at) - at;
        if (const double away = QPointF::dotProduct(from, from); away <= distance) distance = away, nearest = static_cast<int>(i);
    }
    return nearest;
}

int ScatterPlot::groupAt(const QPointF& at) const
{
    for (int group = 0; group < static_cast<int>(m_groups.size()); ++group)
        if (legendOf(group).contains(at)) return group;
    return -1;
}

void ScatterPlot::chooseNext(int direction)
{
    const auto count = static_cast<int>(m_points.size());
    int at = m_chosen < 0 && direction < 0 ? count : m_chosen;
    do at += direction;
    while (at >= 0 && at < count && !shown(static_cast<std::size_t>(at)));
    if (at < 0 || at >= count) return;
    choose(at);
    if (!area().contains(placeOf(at))) {
        m_view.moveCenter(m_points[static_cast<std::size_t>(at)].at);
        m_fitted = false;
    }
}

void ScatterPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    if (m_points.empty()) {
        painter.setPen(color(Role::Text2));
        painter.drawText(rect().adjusted(24, 12, -24, -12), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    } else {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.save();
        painter.setClipRect(area().adjusted(-margin, -margin, 4, margin));
        paintPoints(painter);
        paintLabels(painter);
        painter.restore();
        paintLegend(painter);
    }
    if (!hasFocus()) return;
    painter.setPen(color(Role::Accent));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void ScatterPlot::paintPoints(QPainter& painter) const
{
    const ScatterMarks marks(markRadius(), devicePixelRatioF());
    const QRectF seen = area().adjusted(-margin, -margin, margin, margin);
    std::vector<QPixmap> ready;
    for (int group = 0; group < static_cast<int>(m_groups.size()); ++group)
        ready.push_back(marks.mark(m_groups[static_cast<std::size_t>(group)].colour.isValid() ? 0 : group / 8, colourOf(group)));
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (!shown(i)) continue;
        const QPointF at = toWidget(m_points[i].at);
        if (seen.contains(at)) painter.drawPixmap(at - marks.middle(), ready[static_cast<std::size_t>(m_points[i].group)]);
    }
    if (m_chosen < 0) return;
    painter.setPen(QPen(color(Role::Text), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(placeOf(m_chosen), 7, 7);
}

void ScatterPlot::paintLabels(QPainter& painter) const
{
    // A grid of what is taken, as fine as a line of text is high: each label costs the cells under it.
    const QFontMetricsF metrics(painter.font());
    const double cell = metrics.height() / 2;
    const int columns = static_cast<int>(width() / cell) + 2, rows = static_cast<int>(height() / cell) + 2;
    std::vector<bool> taken(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), false);
    const QRectF plot = area().adjusted(-margin, -margin + 2, 0, margin - 2);
    const auto placeAt = [&](double x, double y) {
        return static_cast<std::size_t>(static_cast<int>(y / cell) * columns + static_cast<int>(x / cell));
    };
    int drawn = 0;
    painter.setPen(color(Role::Text));
    for (std::size_t i = 0; i < m_points.size() && drawn < mostLabels; ++i) {
        const QString& label = m_points[i].label;
        if (label.isEmpty() || !shown(i)) continue;
        const QPointF at = toWidget(m_points[i].at);
        if (!plot.contains(at) || taken[placeAt(at.x() + 6, at.y())]) continue;
        if (m_widths[i] == 0) m_widths[i] = metrics.horizontalAdvance(label);
        const QRectF box(at.x() + 6, at.y() - metrics.height() / 2, m_widths[i], metrics.height());
        if (!plot.contains(box)) continue;
        bool free = true;
        const auto cells = [&](const auto& visit) {
            for (double y = box.top(); y < box.bottom() + cell; y += cell)
                for (double x = box.left(); x < box.right() + cell; x += cell)
                    visit(placeAt(std::min(x, box.right()), std::min(y, box.bottom())));
        };
        cells([&](std::size_t place) { free = free && !taken[place]; });
        if (!free) continue;
        cells([&](std::size_t place) { taken[place] = true; });
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, label);
        ++drawn;
    }
}

void ScatterPlot::paintLegend(QPainter& painter) const
{
    if (m_groups.size() < 2) return;
    const ScatterMarks marks(largestMark, devicePixelRatioF());
    const QFontMetricsF metrics(painter.font());
    for (int group = 0; group < static_cast<int>(m_groups.size()); ++group) {
        const QRectF row = legendOf(group);
        const Group& of = m_groups[static_cast<std::size_t>(group)];
        const QColor own = hidden(group) ? color(Role::Line) : colourOf(group);
        painter.drawPixmap(QPointF(row.left() + 10, row.center().y()) - marks.middle(),
                           marks.mark(of.colour.isValid() ? 0 : group / 8, own));
        painter.setPen(color(hidden(group) ? Role::Text3 : Role::Text2));
        painter.drawText(row.adjusted(20, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(of.name, Qt::ElideRight, row.width() - 24));
    }
}

void ScatterPlot::wheelEvent(QWheelEvent* event)
{
    zoom(std::pow(0.85, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void ScatterPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    m_pressed = event->position();
    m_grabbed = m_view.topLeft();
    m_dragging = false;
}

void ScatterPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_points.empty()) return;
    const QPointF by = event->position() - m_pressed;
    if (!m_dragging && by.manhattanLength() < 4) return;
    m_dragging = true;
    m_view.moveTopLeft(m_grabbed - QPointF(by.x(), -by.y()) / scale());
    m_fitted = false;
    update();
}

void ScatterPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_dragging) return;
    if (const int group = groupAt(event->position()); group >= 0) return setHidden(group, !hidden(group));
    const int point = pointAt(event->position());
    if (point < 0) return;
    choose(point);
    emit picked(point);
}

void ScatterPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    // It is pressed again: in the legend that is a second click, elsewhere what is released now is none.
    mousePressEvent(event);
    if (groupAt(event->position()) >= 0) return;
    fit();
    m_grabbed = m_view.topLeft();
    m_dragging = true;
}

void ScatterPlot::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right: return chooseNext(1);
    case Qt::Key_Left: return chooseNext(-1);
    case Qt::Key_Plus: return zoom(0.8, area().center());
    case Qt::Key_Minus: return zoom(1.25, area().center());
    case Qt::Key_Home: return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_chosen >= 0) emit picked(m_chosen);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

bool ScatterPlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int group = groupAt(help->pos()), point = pointAt(help->pos());
    if (group >= 0)
        QToolTip::showText(help->globalPos(),
                           (hidden(group) ? tr("%1: a click shows its points") : tr("%1: a click hides its points"))
                               .arg(m_groups[static_cast<std::size_t>(group)].name),
                           this);
    else if (point >= 0) QToolTip::showText(help->globalPos(), m_points[static_cast<std::size_t>(point)].tip, this);
    else QToolTip::hideText();
    return true;
}

} // namespace ds::ui
