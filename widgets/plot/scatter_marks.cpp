// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/scatter_marks.h"

#include <QPainter>
#include <QPolygonF>

#include "widgets/theme/theme.h"

namespace ds::ui {

QPixmap ScatterMarks::mark(int shape, const QColor& colour) const
{
    QPixmap pixmap(QSizeF(side, side).toSize() * m_ratio);
    pixmap.setDevicePixelRatio(m_ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    // A hairline of the ground keeps points apart where they lie on each other.
    painter.setPen(QPen(color(Role::Panel), 0.8));
    painter.setBrush(colour);
    const QPointF at = middle();
    const double r = m_radius;
    switch (shape % 4) {
    case 0: painter.drawEllipse(at, r, r); break;
    case 1: painter.drawRect(QRectF(at.x() - r * 0.88, at.y() - r * 0.88, 1.76 * r, 1.76 * r)); break;
    case 2:
        painter.drawPolygon(QPolygonF({at + QPointF(0, -r * 1.1), at + QPointF(r * 1.1, r * 0.85), at + QPointF(-r * 1.1, r * 0.85)}));
        break;
    default:
        painter.drawPolygon(
            QPolygonF({at + QPointF(0, -r * 1.2), at + QPointF(r * 1.1, 0), at + QPointF(0, r * 1.2), at + QPointF(-r * 1.1, 0)}));
    }
    return pixmap;
}

} // namespace ds::ui
