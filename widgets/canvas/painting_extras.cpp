// SPDX-License-Identifier: GPL-3.0-or-later
// What lies behind and over the network: the dots, notes, the wire under the hand, words at the cursor.
#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

#include "widgets/canvas/painting.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

void CanvasPainting::paintDots(QPainter& painter, const QRectF& exposed, double zoom) const
{
    double spacing = 24;
    while (spacing * zoom < 16) spacing *= 2;
    const QTransform transform = painter.transform();
    painter.resetTransform();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int size = zoom >= 0.75 ? 2 : 1;
    const auto first = [spacing](double edge) { return static_cast<int>(std::ceil(edge / spacing)); };
    const auto last = [spacing](double edge) { return static_cast<int>(std::floor(edge / spacing)); };
    for (int row = first(exposed.top()); row <= last(exposed.bottom()); ++row)
        for (int column = first(exposed.left()); column <= last(exposed.right()); ++column) {
            const QPointF at = transform.map(QPointF(column, row) * spacing);
            painter.fillRect(static_cast<int>(at.x()), static_cast<int>(at.y()), size, size, m_dot);
        }
    painter.setTransform(transform);
}

void CanvasPainting::paintNotes(QPainter& painter, const QList<NoteView>& notes, const QRectF& exposed, const QString& selected) const
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const NoteView& note : notes) {
        if (!note.box.intersects(exposed)) continue;
        const bool active = note.id == selected;
        if (note.frame) {
            QColor fill = mixed(m_canvas, m_line, 0.35);
            painter.setBrush(fill);
            painter.setPen(active ? m_selected : m_outline);
            painter.drawRoundedRect(note.box, 8, 8);
            painter.setFont(m_title);
            painter.setPen(m_text2);
            painter.drawText(note.box.adjusted(12, 6, -12, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, note.text);
        } else {
            painter.setBrush(mixed(m_panel, m_warning, 0.12));
            painter.setPen(active ? m_selected : QPen(mixed(m_line, m_warning, 0.25), 1));
            painter.drawRoundedRect(note.box, 6, 6);
            painter.setFont(m_note);
            painter.setPen(m_text);
            painter.drawText(note.box.adjusted(12, 8, -12, -8), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, note.text);
        }
        painter.setPen(m_outline); // the corner that resizes
        const QPointF corner = note.box.bottomRight();
        for (const int d : {5, 9}) painter.drawLine(corner - QPointF(d, 3), corner - QPointF(3, d));
    }
}

void CanvasPainting::paintPending(QPainter& painter, const geometry::Curve& curve, bool refused, double zoom) const
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    QPen pen = refused ? m_refused : m_pending;
    pen.setWidthF(std::max(pen.widthF(), 2 / zoom));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(curve.path());
}

void CanvasPainting::paintBubble(QPainter& painter, const QRect& view, const QPointF& anchor, const QString& text, bool warning) const
{
    const QFont font = warning ? Theme::instance().font(Theme::Text::Secondary) : m_mono;
    const QFontMetricsF metrics(font);
    QRectF box = metrics.boundingRect(QRectF(0, 0, 300, 400), Qt::TextWordWrap | Qt::AlignLeft, text);
    box = QRectF(anchor + QPointF(14, -box.height() / 2 - 6), box.size() + QSizeF(18, 12));
    if (box.right() > view.right() - 4) box.moveRight(anchor.x() - 14);
    box.moveTop(std::clamp(box.top(), view.top() + 4.0, std::max(view.top() + 4.0, view.bottom() - box.height() - 4)));
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(warning ? QPen(m_warning, 1) : m_outline);
    painter.setBrush(m_raised);
    painter.drawRoundedRect(box, 6, 6);
    painter.setFont(font);
    painter.setPen(warning ? m_warning : m_text2);
    painter.drawText(box.adjusted(9, 6, -9, -6), Qt::TextWordWrap | Qt::AlignLeft, text);
}

} // namespace ds::ui
