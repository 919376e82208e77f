// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes. Bodies and ports are painted once for each look and scale and then copied; only words are set each time.
#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "widgets/canvas/painting.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

using geometry::nodeHeight;
using geometry::nodeWidth;

constexpr double nearBar = 5, farBar = 10, radius = 6, textLeft = 38, textMargin = 14;
constexpr double wordsFrom = 0.5, shapeFrom = 0.55; // smaller ones cannot be read and cost most of a frame; a large name stands instead
constexpr double pictureMargin = 3;                 // room for the outline of a selected node

} // namespace

CanvasPainting::Look CanvasPainting::lookOf(const CanvasStore& store, int index, double zoom, const CanvasState& state, HeatOn heat) const
{
    const CanvasStore::NodeItem& item = store.node(index);
    kindOf(item);
    Look look;
    look.kind = item.kind;
    look.selected = item.selected;
    look.hovered = state.hoveredNode == index && !item.selected;
    look.focused = state.focusVisible && state.focusedNode == index && !item.selected;
    look.muted = item.view.muted;
    look.composite = item.view.composite;
    if (heat != HeatOn::Nothing && item.view.heat >= 0) look.heat = static_cast<int>(std::lround(std::min(item.view.heat, 1.0) * 100));
    look.far = zoom < wordsFrom;
    return look;
}

void CanvasPainting::paintNodes(QPainter& painter, const CanvasStore& store, const std::vector<int>& nodes, double zoom, Detail detail,
                                const CanvasState& state, HeatOn heat) const
{
    if (nodes.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing, true);
    const QTransform transform = painter.transform();
    // Printers and files get shapes, screens and images get pictures.
    const bool vector = painter.paintEngine()->type() != QPaintEngine::Raster;
    const qreal ratio = vector ? 1 : painter.device()->devicePixelRatioF();
    const auto whole = [&](const QPointF& scene) { // in whole pixels, else a copy is a resampling
        const QPointF at = transform.map(scene);
        return QPointF(std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio);
    };
    if (!vector) painter.resetTransform();
    for (const int i : nodes) {
        const Look look = lookOf(store, i, zoom, state, heat);
        const QPointF corner = store.node(i).rect.topLeft();
        if (vector) {
            painter.setTransform(transform);
            painter.translate(corner);
            paintBody(painter, look);
        } else {
            painter.drawPixmap(whole(corner - QPointF(pictureMargin, pictureMargin)), picture(look, zoom, ratio));
        }
    }
    painter.setTransform(transform);
    for (const int i : nodes) {
        paintTexts(painter, store.node(i), zoom);
        if (heat != HeatOn::Nothing && zoom >= shapeFrom) paintFigure(painter, store.node(i));
    }
    if (detail == Detail::Full) {
        const double reach = geometry::portRadius + 4;
        if (!vector) painter.resetTransform();
        for (const int i : nodes) {
            const NodeView& view = store.node(i).view;
            const auto draw = [&](int count, bool input) {
                for (int p = 0; p < count; ++p) {
                    const bool hot = state.port.node == i && state.port.port == p && state.port.input == input;
                    const QPointF at = store.port(i, p, input);
                    if (vector) paintPort(painter, at, hot);
                    else painter.drawPixmap(whole(at - QPointF(reach, reach)), portPicture(hot, zoom, ratio));
                }
            };
            draw(static_cast<int>(view.inputs.size()), true);
            draw(static_cast<int>(view.outputs.size()), false);
        }
        painter.setTransform(transform);
    }
    for (const int i : nodes) paintSigns(painter, store.node(i).view, store.node(i).rect, detail);
}

QPixmap CanvasPainting::picture(const Look& look, double scale, qreal ratio) const
{
    if (m_pictureScale != scale * ratio) {
        m_pictures.clear();
        m_ports[0] = m_ports[1] = {};
        m_pictureScale = scale * ratio;
    }
    if (const auto at = m_pictures.constFind(look); at != m_pictures.constEnd()) return *at;
    const QSizeF size = QSizeF(nodeWidth + 2 * pictureMargin, nodeHeight + 2 * pictureMargin) * scale * ratio;
    QPixmap pixmap(std::max(1, static_cast<int>(std::ceil(size.width()))), std::max(1, static_cast<int>(std::ceil(size.height()))));
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.scale(scale * ratio, scale * ratio);
    painter.translate(pictureMargin, pictureMargin);
    paintBody(painter, look);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    m_pictures.insert(look, pixmap);
    return pixmap;
}

QPixmap CanvasPainting::portPicture(bool hot, double scale, qreal ratio) const
{
    QPixmap& pixmap = m_ports[hot ? 1 : 0];
    if (!pixmap.isNull()) return pixmap;
    const double reach = geometry::portRadius + 4;
    const int size = std::max(1, static_cast<int>(std::ceil(2 * reach * scale * ratio)));
    pixmap = QPixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.scale(scale * ratio, scale * ratio);
    paintPort(painter, {reach, reach}, hot);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void CanvasPainting::paintPort(QPainter& painter, const QPointF& at, bool hot) const
{
    painter.setBrush(m_canvas);
    painter.setPen(hot ? m_portHot : m_port);
    const double size = geometry::portRadius + (hot ? 2 : 0);
    painter.drawEllipse(at, size, size);
}

void CanvasPainting::paintBody(QPainter& painter, const Look& look) const
{
    const Kind& kind = m_kinds[static_cast<std::size_t>(look.kind)];
    const QRectF r(0, 0, nodeWidth, nodeHeight);
    const double barWidth = look.far ? farBar : nearBar;
    if (look.muted) painter.setOpacity(0.4);
    // Bar and body do not overlap, so that a muted node is equally faint everywhere.
    painter.setPen(Qt::NoPen);
    painter.setBrush(kind.bar);
    QPainterPath bar;
    bar.moveTo(barWidth, 0);
    bar.quadTo(0, 0, 0, radius);
    bar.lineTo(0, r.height() - radius);
    bar.quadTo(0, r.height(), barWidth, r.height());
    painter.drawPath(bar);
    QPainterPath body;
    body.moveTo(barWidth, 0.5);
    body.lineTo(r.right() - radius, 0.5);
    body.quadTo(r.right() - 0.5, 0.5, r.right() - 0.5, radius);
    body.lineTo(r.right() - 0.5, r.bottom() - radius);
    body.quadTo(r.right() - 0.5, r.bottom() - 0.5, r.right() - radius, r.bottom() - 0.5);
    body.lineTo(barWidth, r.bottom() - 0.5);
    const double warmth = look.heat / 100.0;
    painter.setPen(look.hovered ? m_hover : m_outline);
    painter.setBrush(look.heat >= 0 ? mixed(m_raised, Theme::heat(warmth), 0.3) : m_raised);
    painter.drawPath(body);
    if (look.heat >= 0)
        painter.fillRect(QRectF(barWidth, r.bottom() - 5, (r.width() - barWidth - radius) * warmth, 4), Theme::heat(warmth));
    if (look.composite) { // a second edge: there is more inside
        painter.setPen(look.hovered ? m_hover : m_outline);
        painter.drawLine(QPointF(r.right() - 4.5, 3), QPointF(r.right() - 4.5, r.bottom() - 3));
    }
    if (!look.far) {
        const QRectF square(14, 9, 18, 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(kind.tint);
        painter.drawRoundedRect(square, 4, 4);
        painter.setBrush(kind.bar);
        if (kind.icon.isEmpty()) painter.drawEllipse(square.center(), 3.2, 3.2);
        else painter.drawPixmap(QRectF(square).adjusted(3, 3, -3, -3), iconPixmap(kind.icon, kind.bar, 24, 2), QRectF(0, 0, 48, 48));
    }
    painter.setOpacity(1);
    if (!look.selected && !look.focused) return;
    QPen pen = look.selected ? m_selected : m_focus;
    if (look.selected && look.far) pen.setWidthF(5);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(r.adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius);
}

void CanvasPainting::paintTexts(QPainter& painter, const CanvasStore::NodeItem& item, double zoom) const
{
    const auto prepare = [](QStaticText& text, const QString& words, const QFont& font, const QFontMetricsF& metrics, double width) {
        text.setTextFormat(Qt::PlainText);
        text.setPerformanceHint(QStaticText::AggressiveCaching);
        text.setText(metrics.elidedText(words, Qt::ElideRight, width));
        text.prepare({}, font);
    };
    const QRectF& r = item.rect;
    painter.setOpacity(item.view.muted ? 0.4 : 1);
    if (zoom < wordsFrom) {
        if (!item.farLaidOut) prepare(item.farTitle, item.view.title, m_far, *m_farMetrics, r.width() - 24);
        item.farLaidOut = true;
        painter.setFont(m_far);
        painter.setPen(m_text);
        painter.drawStaticText(QPointF(r.left() + 14, r.center().y() - m_farMetrics->height() / 2), item.farTitle);
        painter.setOpacity(1);
        return;
    }
    if (!item.laidOut) {
        const double signs = 18.0 * ((item.view.frozen ? 1 : 0) + (item.view.muted ? 1 : 0)) + (item.view.badge == Badge::None ? 0 : 8);
        prepare(item.title, item.view.title, m_title, *m_titleMetrics, r.width() - textLeft - textMargin - signs);
        prepare(item.subtitle, item.view.subtitle, m_body, *m_bodyMetrics, r.width() - 14 - textMargin);
        prepare(item.shape, item.view.shape, m_mono, *m_monoMetrics, r.width() - 14 - textMargin);
        item.laidOut = true;
    }
    painter.setFont(m_title);
    painter.setPen(m_text);
    painter.drawStaticText(QPointF(r.left() + textLeft, r.top() + 10), item.title);
    painter.setFont(m_body);
    painter.setPen(m_text2);
    painter.drawStaticText(QPointF(r.left() + 14, r.top() + 30), item.subtitle);
    if (zoom >= shapeFrom) {
        painter.setFont(m_mono);
        painter.setPen(m_text3);
        painter.drawStaticText(QPointF(r.left() + 14, r.top() + 46), item.shape);
    }
    painter.setOpacity(1);
}

/// At the right of the lowest line, on a ground of its own: a long shape goes on behind it.
void CanvasPainting::paintFigure(QPainter& painter, const CanvasStore::NodeItem& item) const
{
    if (item.view.figure.isEmpty()) return;
    if (!item.figureLaidOut) {
        item.figure.setTextFormat(Qt::PlainText);
        item.figure.setPerformanceHint(QStaticText::AggressiveCaching);
        item.figure.setText(item.view.figure);
        item.figure.prepare({}, m_mono);
        item.figureLaidOut = true;
    }
    const QSizeF size = item.figure.size();
    const QRectF box(item.rect.right() - size.width() - 14, item.rect.top() + 44, size.width() + 10, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(m_raised, Theme::heat(item.view.heat), 0.3));
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(m_mono);
    painter.setPen(m_text);
    painter.drawStaticText(box.topLeft() + QPointF(5, 2), item.figure);
}

void CanvasPainting::paintSigns(QPainter& painter, const NodeView& view, const QRectF& r, Detail detail) const
{
    if (detail == Detail::Full) { // signs are still seen where words are not
        double x = r.right() - (view.composite ? 28 : 24);
        const auto sign = [&](const QString& name) {
            painter.drawPixmap(QPointF(x, r.top() + 10), iconPixmap(name, m_text2, 14, 2));
            x -= 18;
        };
        if (view.frozen) sign(QStringLiteral("lock"));
        if (view.muted) sign(QStringLiteral("mute"));
    }
    if (view.badge == Badge::None) return;
    const bool far = detail != Detail::Full;
    const QPointF centre = r.topRight() + QPointF(-3, 3);
    const double size = far ? 14 : 9;
    painter.setPen(QPen(m_canvas, 2));
    painter.setBrush(view.badge == Badge::Error ? m_bad : m_warning);
    painter.drawEllipse(centre, size, size);
    if (far) return;
    QFont font = m_title;
    font.setPixelSize(12);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(m_canvas);
    painter.drawText(QRectF(centre - QPointF(size, size), 2 * QSizeF(size, size)), Qt::AlignCenter, QStringLiteral("!"));
}

} // namespace ds::ui
