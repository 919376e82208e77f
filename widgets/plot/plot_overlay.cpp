// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_overlay.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr double labelHeight = 14, mostLabelWidth = 132, dotWidth = 10;

/// Moves labels apart so that none covers another, each as near to its line as can be.
std::vector<double> apart(const std::vector<OverlayLabel>& labels, const QRectF& plot)
{
    std::vector<std::size_t> order(labels.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return labels[a].y < labels[b].y; });
    std::vector<double> ys(labels.size());
    double least = plot.top() + labelHeight / 2;
    for (const std::size_t i : order) {
        ys[i] = std::max(least, labels[i].y);
        least = ys[i] + labelHeight;
    }
    double most = plot.bottom() - labelHeight / 2;
    for (auto at = order.rbegin(); at != order.rend(); ++at) {
        ys[*at] = std::min(most, ys[*at]);
        most = ys[*at] - labelHeight;
    }
    return ys;
}

/// The text is lighter or darker than the curve, as letters need it; the dot before it has the very colour.
void paintLabel(QPainter& painter, double left, double middle, const QString& text, const QColor& tint)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawEllipse(QPointF(left + 3, middle), 3, 3);
    painter.setPen(readable(tint));
    painter.drawText(QRectF(left + dotWidth, middle - labelHeight, mostLabelWidth, 2 * labelHeight), Qt::AlignVCenter, text);
}

void paintLabels(QPainter& painter, const OverlayContent& content)
{
    const QFontMetricsF metrics(painter.font());
    if (!content.legend) {
        const std::vector<double> ys = apart(content.labels, content.plot);
        for (std::size_t i = 0; i < ys.size(); ++i)
            paintLabel(painter, content.plot.right() + 6, ys[i],
                       metrics.elidedText(content.labels[i].text, Qt::ElideMiddle, mostLabelWidth), content.labels[i].color);
        return;
    }
    double x = content.plot.left() + 4;
    const double middle = content.plot.top() - 10;
    for (std::size_t i = 0; i < content.labels.size(); ++i) {
        const OverlayLabel& label = content.labels[i];
        const QString text = metrics.elidedText(label.text, Qt::ElideMiddle, mostLabelWidth);
        const std::size_t rest = content.labels.size() - i;
        const double after = rest > 1 ? metrics.horizontalAdvance(QStringLiteral("+99")) + 12 : 0;
        if (x + dotWidth + metrics.horizontalAdvance(text) + after > content.plot.right() && i > 0) {
            painter.setPen(color(Role::Text2));
            painter.drawText(QRectF(x, middle - labelHeight, mostLabelWidth, 2 * labelHeight), Qt::AlignVCenter,
                             QStringLiteral("+%1").arg(rest));
            return;
        }
        paintLabel(painter, x, middle, text, label.color);
        x += dotWidth + metrics.horizontalAdvance(text) + 12;
    }
}

QColor markColor(PlotMark::Kind kind)
{
    switch (kind) {
    case PlotMark::Kind::LearningRate: return color(Role::Accent);
    case PlotMark::Kind::Checkpoint: return color(Role::Text3);
    case PlotMark::Kind::Verdict: return color(Role::Warning);
    case PlotMark::Kind::Other: return color(Role::Text2);
    }
    return color(Role::Text2);
}

void paintMarks(QPainter& painter, const OverlayContent& content)
{
    const double bottom = content.plot.bottom();
    for (const OverlayMark& mark : content.marks) {
        const QColor tint = markColor(mark.kind);
        if (mark.kind == PlotMark::Kind::LearningRate || mark.kind == PlotMark::Kind::Verdict) {
            painter.setPen(QPen(QColor(tint.red(), tint.green(), tint.blue(), 110), 1, Qt::DashLine));
            painter.drawLine(QPointF(mark.x, content.plot.top()), QPointF(mark.x, bottom));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        if (mark.kind == PlotMark::Kind::Checkpoint) {
            painter.drawRect(QRectF(mark.x - 0.5, bottom - 5, 1.5, 5));
        } else {
            const QPointF triangle[] = {{mark.x, bottom - 6}, {mark.x - 4, bottom + 1}, {mark.x + 4, bottom + 1}};
            painter.drawPolygon(triangle, 3);
        }
    }
    for (const auto& [x, tint] : content.gaps) {
        painter.setPen(QPen(color(Role::Bad), 1.5));
        const double y = content.plot.top() + 6;
        painter.drawLine(QPointF(x - 3, y - 3), QPointF(x + 3, y + 3));
        painter.drawLine(QPointF(x - 3, y + 3), QPointF(x + 3, y - 3));
    }
}

void paintCursor(QPainter& painter, const OverlayContent& content)
{
    const OverlayCursor& cursor = *content.cursor;
    painter.setPen(QPen(color(Role::Text3), 1));
    painter.drawLine(QPointF(cursor.x, content.plot.top()), QPointF(cursor.x, content.plot.bottom()));
    const QFontMetricsF metrics(painter.font());
    double labelWidth = 0, valueWidth = 0;
    for (const OverlayCursor::Row& row : cursor.rows) {
        if (row.y >= content.plot.top() && row.y <= content.plot.bottom()) {
            painter.setPen(QPen(color(Role::Panel), 1.5));
            painter.setBrush(row.color);
            painter.drawEllipse(QPointF(cursor.x, row.y), 4, 4);
        }
        labelWidth = std::max(labelWidth, std::min(mostLabelWidth, metrics.horizontalAdvance(row.label)));
        valueWidth = std::max(valueWidth, metrics.horizontalAdvance(row.value));
    }
    const double line = 17;
    const double width = std::max(14 + labelWidth + 12 + valueWidth, metrics.horizontalAdvance(cursor.head)) + 16;
    const double height = line * static_cast<double>(cursor.rows.size() + 1) + 10;
    double left = cursor.x + 12;
    if (left + width > content.plot.right() + 40) left = cursor.x - 12 - width;
    const QRectF card(std::max(2.0, left), content.plot.top() + 4, width, height);
    painter.setPen(QPen(color(Role::Line), 1));
    painter.setBrush(color(Role::Raised));
    painter.drawRoundedRect(card.translated(0.5, 0.5), 6, 6);
    painter.setPen(color(Role::Text2));
    QRectF row(card.left() + 8, card.top() + 5, card.width() - 16, line);
    painter.drawText(row, Qt::AlignVCenter, cursor.head);
    for (const OverlayCursor::Row& item : cursor.rows) {
        row.translate(0, line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(item.color);
        painter.drawEllipse(QPointF(row.left() + 4, row.center().y()), 3.5, 3.5);
        painter.setPen(color(Role::Text2));
        painter.drawText(row.adjusted(14, 0, 0, 0), Qt::AlignVCenter, metrics.elidedText(item.label, Qt::ElideMiddle, mostLabelWidth));
        painter.setPen(color(Role::Text));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, item.value);
    }
}

} // namespace

QColor readable(const QColor& tint) { return mixed(tint, color(Role::Text), Theme::instance().dark() ? 0.4 : 0.25); }

double labelRoom(const std::vector<OverlayLabel>& labels)
{
    const QFontMetricsF metrics(Theme::instance().font(Theme::Text::Secondary));
    double width = 0;
    for (const OverlayLabel& label : labels) width = std::max(width, metrics.horizontalAdvance(label.text));
    return dotWidth + std::min(width, mostLabelWidth) + 10;
}

void paintOverlay(QPainter& painter, const OverlayContent& content)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::instance().font(Theme::Text::Secondary));
    if (!content.empty.isEmpty()) {
        painter.setPen(color(Role::Text2));
        painter.drawText(content.plot, Qt::AlignCenter | Qt::TextWordWrap, content.empty);
        return;
    }
    paintMarks(painter, content);
    paintLabels(painter, content);
    if (content.cursor) paintCursor(painter, content);
    if (content.band) {
        QColor accent = color(Role::Accent);
        painter.setPen(accent);
        accent.setAlpha(40);
        painter.setBrush(accent);
        painter.drawRect(*content.band);
    }
}

PlotOverlay::PlotOverlay(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

void PlotOverlay::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintOverlay(painter, content);
}

} // namespace ds::ui
