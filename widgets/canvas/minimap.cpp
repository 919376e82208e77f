// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/minimap.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTransform>

#include <algorithm>

#include "widgets/canvas/canvas.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

Minimap::Minimap(Canvas& canvas) : QWidget(&canvas), m_canvas(canvas)
{
    setFixedSize(150, 112);
    setAccessibleName(tr("Overview of the network"));
    setToolTip(tr("Overview: click to go there"));
    setCursor(Qt::PointingHandCursor);
    connect(&Theme::instance(), &Theme::changed, this, &Minimap::contentsChanged);
}

void Minimap::contentsChanged()
{
    m_nodes = {};
    update();
}

QTransform Minimap::sceneToMap() const
{
    const QRectF all = m_canvas.contentBounds().adjusted(-60, -60, 60, 60);
    const double scale = std::min({(width() - 12) / all.width(), (height() - 12) / all.height(), 0.25});
    QTransform transform;
    transform.translate(width() / 2.0, height() / 2.0);
    transform.scale(scale, scale);
    transform.translate(-all.center().x(), -all.center().y());
    return transform;
}

void Minimap::drawNodes()
{
    const qreal ratio = devicePixelRatioF();
    m_nodes = QPixmap(size() * ratio);
    m_nodes.setDevicePixelRatio(ratio);
    m_nodes.fill(Qt::transparent);
    QPainter painter(&m_nodes);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(Role::Line));
    painter.setBrush(color(Role::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QTransform transform = sceneToMap();
    QHash<QString, QColor> colors;
    for (const auto& item : m_canvas.store().nodes()) {
        QColor& fill = colors[item.view.category];
        if (!fill.isValid()) fill = mixed(color(Role::Panel), Theme::instance().category(item.view.category), 0.75);
        QRectF r = transform.mapRect(item.rect);
        painter.fillRect(QRectF(r.topLeft(), r.size().expandedTo({1, 1})), fill);
    }
}

void Minimap::paintEvent(QPaintEvent*)
{
    if (m_nodes.isNull()) drawNodes();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_nodes);
    const QRectF seen = sceneToMap().mapRect(m_canvas.visibleScene()).intersected(QRectF(rect()).adjusted(2, 2, -2, -2));
    painter.setPen(color(Role::Accent));
    QColor fill = color(Role::Accent);
    fill.setAlpha(18);
    painter.setBrush(fill);
    painter.drawRect(seen.toRect());
}

void Minimap::mousePressEvent(QMouseEvent* event) { m_canvas.centreOn(sceneToMap().inverted().map(event->position())); }

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) m_canvas.centreOn(sceneToMap().inverted().map(event->position()));
}

void Minimap::wheelEvent(QWheelEvent* event)
{
    m_canvas.zoomBy(event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15);
    event->accept();
}

} // namespace ds::ui
