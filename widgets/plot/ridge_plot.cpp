// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/ridge_plot.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr double left = 64, right = 16, bottom = 26, ridgeStep = 13;
constexpr double leastHeight = 40, mostHeight = 200, mostStep = 260; // of ridges, and from one to the next
constexpr double negligible = 1e-3;                                  // shares that need no room on the axis

QString powerText(int exponent)
{
    static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("2⁻") : QStringLiteral("2");
    const QString digits = QString::number(std::abs(exponent));
    for (const QChar digit : digits) text += raised[digit.digitValue()];
    return text;
}

} // namespace

RidgePlot::RidgePlot(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void RidgePlot::setRows(std::vector<RidgeRow> rows)
{
    m_rows = std::move(rows);
    m_most = 0;
    bool found = false;
    for (const RidgeRow& row : m_rows)
        for (std::size_t i = 0; i < row.shares.size(); ++i) {
            m_most = std::max(m_most, row.shares[i]);
            if (row.shares[i] < negligible) continue;
            const int exponent = row.first + static_cast<int>(i);
            m_low = found ? std::min(m_low, exponent) : exponent;
            m_high = found ? std::max(m_high, exponent + 1) : exponent + 1;
            found = true;
        }
    if (!found) m_low = 0, m_high = 1;
    m_low -= 1;
    m_high += 1;
    update();
}

void RidgePlot::setForm(Form form)
{
    m_form = form;
    update();
}

void RidgePlot::setTrouble(std::optional<double> step, const QString& text)
{
    m_trouble = step;
    m_troubleText = text;
    update();
}

void RidgePlot::setCursor(std::optional<double> step)
{
    m_cursor = step;
    update();
}

void RidgePlot::setEmptyText(const QString& text)
{
    m_empty = text;
    update();
}

QRectF RidgePlot::area() const
{
    const double top = m_form == Form::Ridges ? ridgeHeight() + 4 : 8;
    return {left, top, std::max(20.0, width() - left - right), std::max(20.0, height() - top - bottom)};
}

/// Few ridges stand tall.
double RidgePlot::ridgeHeight() const
{
    const double each = (height() - bottom) / std::max<double>(1, static_cast<double>(m_rows.size()));
    return std::clamp(2.2 * each, leastHeight, std::min(mostHeight, std::max(leastHeight, height() / 3.2)));
}

double RidgePlot::xOf(double exponent) const
{
    const QRectF plot = area();
    return plot.left() + (exponent - m_low) / (m_high - m_low) * plot.width();
}

std::vector<std::size_t> RidgePlot::chosenRows() const
{
    const double step = m_form == Form::Ridges ? ridgeStep : 2;
    const auto room = static_cast<std::size_t>(std::max(2.0, area().height() / step + 1));
    const std::size_t count = std::min(room, m_rows.size());
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < count; ++i) rows.push_back(count == 1 ? 0 : i * (m_rows.size() - 1) / (count - 1));
    return rows;
}

int RidgePlot::shownRows() const { return static_cast<int>(chosenRows().size()); }

double RidgePlot::yOf(std::size_t place, std::size_t count) const
{
    const QRectF plot = area();
    if (m_form == Form::Heat) return plot.top() + plot.height() * (static_cast<double>(place) + 0.5) / static_cast<double>(count);
    const double step = count > 1 ? std::min(mostStep, plot.height() / static_cast<double>(count - 1)) : 0;
    return plot.top() + step * static_cast<double>(place);
}

int RidgePlot::placeOf(double step, const std::vector<std::size_t>& rows) const
{
    int place = -1;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (m_rows[rows[i]].step <= step) place = static_cast<int>(i);
    return place;
}

void RidgePlot::paintAxes(QPainter& painter) const
{
    const QRectF plot = area();
    const QFontMetricsF metrics(painter.font());
    // As many powers as find room, at round distances.
    int every = 1;
    while (static_cast<double>(m_high - m_low) / every > std::max(1.0, plot.width() / 64)) every *= 2;
    for (int exponent = m_low; exponent <= m_high; ++exponent) {
        if (exponent % every != 0) continue;
        const double x = xOf(exponent);
        painter.setPen(QPen(color(Role::Line), 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 3));
        painter.setPen(color(Role::Text3));
        painter.drawText(QRectF(x - 30, plot.bottom() + 6, 60, 16), Qt::AlignCenter, powerText(exponent));
    }
    const std::vector<std::size_t> rows = chosenRows();
    double last = -100;
    painter.setPen(color(Role::Text3));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double y = yOf(i, rows.size());
        if (y - last < metrics.height() + 4) continue;
        painter.drawText(QRectF(0, y - 8, left - 12, 16), Qt::AlignVCenter | Qt::AlignRight, countText(std::llround(m_rows[rows[i]].step)));
        last = y;
    }
}

void RidgePlot::paintRidges(QPainter& painter) const
{
    const std::vector<std::size_t> rows = chosenRows();
    const QRectF plot = area();
    const double tall = ridgeHeight();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const RidgeRow& row = m_rows[rows[i]];
        const double base = yOf(i, rows.size());
        const QColor ink = color(m_trouble && row.step >= *m_trouble ? Role::Bad : Role::Accent);
        QPolygonF line;
        const auto height = [&](int exponent) {
            const int at = exponent - row.first;
            const bool there = at >= 0 && at < static_cast<int>(row.shares.size());
            return there && m_most > 0 ? row.shares[static_cast<std::size_t>(at)] / m_most * tall : 0;
        };
        line << QPointF(plot.left(), base);
        for (int exponent = m_low; exponent < m_high; ++exponent) line << QPointF(xOf(exponent + 0.5), base - height(exponent));
        line << QPointF(plot.right(), base);
        // Through the middles, with horizontal tangents: no dips below the base line.
        QPainterPath path(line.front());
        for (qsizetype k = 1; k < line.size(); ++k) {
            const double middle = (line[k - 1].x() + line[k].x()) / 2;
            path.cubicTo(QPointF(middle, line[k - 1].y()), QPointF(middle, line[k].y()), line[k]);
        }
        QPainterPath filled = path;
        filled.closeSubpath();
        QColor fill = mixed(color(Role::Panel), ink, Theme::instance().dark() ? 0.34 : 0.3);
        fill.setAlphaF(0.88F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPath(filled);
        painter.setPen(QPen(ink, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
}

void RidgePlot::paintHeat(QPainter& painter) const
{
    const std::vector<std::size_t> rows = chosenRows();
    const QRectF plot = area();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double height = plot.height() / static_cast<double>(rows.size());
    const QColor ground = color(Role::Canvas), ink = color(Role::Accent);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const RidgeRow& row = m_rows[rows[i]];
        const double top = std::round(plot.top() + height * static_cast<double>(i));
        const double end = std::round(plot.top() + height * static_cast<double>(i + 1));
        const QColor full = m_trouble && row.step >= *m_trouble ? color(Role::Bad) : ink;
        painter.fillRect(QRectF(plot.left(), top, plot.width(), end - top), ground);
        for (std::size_t k = 0; k < row.shares.size(); ++k) {
            if (row.shares[k] <= 0 || m_most <= 0) continue;
            const int exponent = row.first + static_cast<int>(k);
            if (exponent < m_low || exponent >= m_high) continue;
            const double begin = std::round(xOf(exponent)), stop = std::round(xOf(exponent + 1));
            painter.fillRect(QRectF(begin, top, stop - begin, end - top), mixed(ground, full, std::sqrt(row.shares[k] / m_most)));
        }
    }
}

void RidgePlot::paintLine(QPainter& painter, double y, const QString& text, const QColor& ink) const
{
    const QRectF plot = area();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    if (text.isEmpty()) return;
    QFont font = painter.font();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, plot.width() - 24);
    const QRectF card(plot.right() - metrics.horizontalAdvance(shown) - 16, std::max(2.0, y - 20), metrics.horizontalAdvance(shown) + 16,
                      18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRoundedRect(card, 4, 4);
    painter.setPen(color(Role::OnAccent));
    painter.drawText(card, Qt::AlignCenter, shown);
}

void RidgePlot::paintTrouble(QPainter& painter) const
{
    const std::vector<std::size_t> rows = chosenRows();
    if (m_cursor)
        if (const int place = placeOf(*m_cursor, rows); place >= 0)
            paintLine(painter, yOf(static_cast<std::size_t>(place), rows.size()), {}, color(Role::Text2));
    if (!m_trouble) return;
    // Before the first row that is in trouble.
    const auto first = std::find_if(rows.begin(), rows.end(), [this](std::size_t row) { return m_rows[row].step >= *m_trouble; });
    if (first == rows.end()) return;
    paintLine(painter, yOf(static_cast<std::size_t>(first - rows.begin()), rows.size()), m_troubleText, color(Role::Bad));
}

void RidgePlot::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    if (m_rows.empty()) {
        painter.setPen(color(Role::Text2));
        painter.drawText(rect().adjusted(16, 16, -16, -16), static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextWordWrap),
                         m_empty);
        return;
    }
    if (m_form == Form::Heat) paintHeat(painter);
    paintAxes(painter);
    if (m_form == Form::Ridges) paintRidges(painter);
    paintTrouble(painter);
}

std::size_t RidgePlot::nearest(double y, const std::vector<std::size_t>& rows) const
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (std::abs(yOf(i, rows.size()) - y) < std::abs(yOf(found, rows.size()) - y)) found = i;
    return found;
}

QString RidgePlot::textAt(const QPointF& at) const
{
    const QRectF plot = area();
    const std::vector<std::size_t> rows = chosenRows();
    if (rows.empty() || at.x() < plot.left() || at.x() > plot.right()) return {};
    const RidgeRow& row = m_rows[rows[nearest(at.y(), rows)]];
    const int exponent = m_low + static_cast<int>(std::floor((at.x() - plot.left()) / plot.width() * (m_high - m_low)));
    const int place = exponent - row.first;
    const double share = place >= 0 && place < static_cast<int>(row.shares.size()) ? row.shares[static_cast<std::size_t>(place)] : 0;
    QString text = tr("Step %1: %2 between %3 and %4")
                       .arg(countText(std::llround(row.step)), percentText(share, 1), powerText(exponent), powerText(exponent + 1));
    if (!row.tip.isEmpty()) text += QLatin1Char('\n') + row.tip;
    return text;
}

void RidgePlot::mousePressEvent(QMouseEvent* event)
{
    const std::vector<std::size_t> rows = chosenRows();
    if (event->button() != Qt::LeftButton || rows.empty()) return QWidget::mousePressEvent(event);
    emit stepPicked(m_rows[rows[nearest(event->position().y(), rows)]].step);
}

bool RidgePlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
    return true;
}

} // namespace ds::ui
