// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ds::ui {

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal ratio)
{
    const QString key = QStringLiteral("icon/%1/%2/%3/%4").arg(name, color.name()).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, size, size));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, Role role)
{
    QIcon icon;
    for (const int size : {16, 20, 24}) {
        for (const qreal ratio : {1.0, 2.0}) {
            const auto add = [&](Role of, QIcon::Mode mode, QIcon::State state) {
                icon.addPixmap(iconPixmap(name, color(of), size, ratio), mode, state);
            };
            add(role, QIcon::Normal, QIcon::Off);
            add(role == Role::OnAccent ? role : Role::Accent, QIcon::Normal, QIcon::On);
            add(Role::Text3, QIcon::Disabled, QIcon::Off);
        }
    }
    return icon;
}

} // namespace ds::ui
