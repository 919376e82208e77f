// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/painting.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr double farNameSize = 26; // in the canvas' coordinates: readable at 30 %

} // namespace

CanvasPainting::Detail CanvasPainting::detailAt(double zoom)
{
    return zoom >= 0.4 ? Detail::Full : zoom >= 0.2 ? Detail::Names : Detail::Colours;
}

CanvasPainting::CanvasPainting() { refresh(); }

void CanvasPainting::refresh()
{
    const Theme& theme = Theme::instance();
    m_title = theme.font(Theme::Text::Body);
    m_title.setWeight(QFont::DemiBold);
    m_body = theme.font(Theme::Text::Secondary);
    m_mono = theme.mono(Theme::Text::Secondary);
    m_far = m_title;
    m_far.setPixelSize(static_cast<int>(farNameSize));
    m_note = theme.font(Theme::Text::Body);
    // Glyphs at the places that the scale gives them: without it letters jump while zooming.
    for (QFont* font : {&m_title, &m_body, &m_mono, &m_far}) font->setHintingPreference(QFont::PreferNoHinting);
    m_titleMetrics = std::make_unique<QFontMetricsF>(m_title);
    m_bodyMetrics = std::make_unique<QFontMetricsF>(m_body);
    m_monoMetrics = std::make_unique<QFontMetricsF>(m_mono);
    m_farMetrics = std::make_unique<QFontMetricsF>(m_far);

    m_canvas = color(Role::Canvas);
    m_line = color(Role::Line);
    m_dot = mixed(m_canvas, m_line, 0.8);
    m_raised = color(Role::Raised);
    m_panel = color(Role::Panel);
    m_text = color(Role::Text);
    m_text2 = color(Role::Text2);
    m_text3 = mixed(color(Role::Text3), m_text2, 0.35); // shapes are small: a little more contrast than text 3
    m_accent = color(Role::Accent);
    m_warning = color(Role::Warning);
    m_bad = color(Role::Bad);
    m_outline = QPen(m_line, 1);
    m_hover = QPen(mixed(m_line, m_text2, 0.5), 1);
    m_selected = QPen(m_accent, 2);
    m_focus = QPen(m_accent, 1, Qt::DashLine);
    m_wire = QPen(mixed(m_text3, m_canvas, 0.15), 1.6);
    m_wireHover = QPen(m_text, 2);
    m_wireSelected = QPen(m_accent, 2.4);
    m_wireThin = QPen(mixed(m_text3, m_canvas, 0.3), 0);
    m_pending = QPen(m_accent, 2);
    m_refused = QPen(m_warning, 2, Qt::DashLine);
    m_port = QPen(mixed(m_text3, m_text2, 0.4), 1.6);
    m_portHot = QPen(m_accent, 2);
    m_kinds.clear();
    m_kindIds.clear();
    m_pictureScale = 0;
}

const CanvasPainting::Kind& CanvasPainting::kindOf(const CanvasStore::NodeItem& item) const
{
    if (item.kind < 0) {
        const QString key = item.view.category + QLatin1Char('/') + item.view.icon;
        auto at = m_kindIds.find(key);
        if (at == m_kindIds.end()) {
            const QColor bar = Theme::instance().category(item.view.category);
            m_kinds.push_back({item.view.category, item.view.icon, bar, mixed(m_raised, bar, 0.25)});
            at = m_kindIds.insert(key, static_cast<int>(m_kinds.size()) - 1);
        }
        item.kind = *at;
    }
    return m_kinds[static_cast<std::size_t>(item.kind)];
}

void CanvasPainting::paint(QPainter& painter, const CanvasStore& store, const QRectF& exposed, double zoom, const CanvasState& state,
                           HeatOn heat) const
{
    const Detail detail = detailAt(zoom);
    const double margin = detail == Detail::Full ? 12 : 2;
    paintWires(painter, store, exposed.adjusted(-2, -2, 2, 2), zoom, detail, state, heat);
    const std::vector<int> nodes = store.nodesIn(exposed.adjusted(-margin, -margin, margin, margin));
    if (detail == Detail::Colours) return paintFar(painter, store, nodes, heat);
    std::vector<int> selected, others;
    for (const int i : nodes) (store.node(i).selected ? selected : others).push_back(i);
    paintNodes(painter, store, others, zoom, detail, state, heat);
    paintNodes(painter, store, selected, zoom, detail, state, heat); // above: they may be under the hand
}

void CanvasPainting::paintWires(QPainter& painter, const CanvasStore& store, const QRectF& exposed, double zoom, Detail detail,
                                const CanvasState& state, HeatOn heat) const
{
    const std::vector<int> wires = store.wiresIn(exposed);
    if (detail != Detail::Full) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        QList<QLineF> plain;
        plain.reserve(static_cast<qsizetype>(wires.size()));
        const double least = 2 / zoom; // shorter ones hide behind their nodes
        for (const int i : wires) {
            const geometry::Curve& c = store.wire(i).curve;
            if (std::abs(c.b.x() - c.a.x()) + std::abs(c.b.y() - c.a.y()) <= least) continue;
            if (c.lane) plain << QLineF(c.a, c.c1) << QLineF(c.c1, c.c2) << QLineF(c.c2, c.b);
            else plain << QLineF(c.a, c.b);
        }
        painter.setPen(m_wireThin);
        painter.drawLines(plain);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    const auto draw = [&](const CanvasStore::WireItem& wire) {
        if (wire.curve.straight()) painter.drawLine(wire.curve.a, wire.curve.b);
        else painter.drawPath(wire.curve.path());
    };
    // Hairlines have a fast way through the rasteriser, wide pens do not: two hairlines side by side look like a wider one.
    const bool vector = painter.paintEngine()->type() != QPaintEngine::Raster;
    painter.setPen(vector ? m_wire : m_wireThin);
    const double shift = vector ? 0 : 0.6 / zoom;
    for (const int i : wires) {
        if (store.wire(i).selected || i == state.hoveredWire || i == state.targetWire) continue;
        if (const double warmth = store.node(store.wire(i).from).view.heat; heat == HeatOn::NodesAndWires && warmth >= 0) {
            painter.setPen(QPen(Theme::heat(warmth), 2.4));
            draw(store.wire(i));
            painter.setPen(vector ? m_wire : m_wireThin);
            continue;
        }
        draw(store.wire(i));
        if (vector || zoom < 0.75) continue;
        painter.translate(shift, shift);
        draw(store.wire(i));
        painter.translate(-shift, -shift);
    }
    for (const int i : wires) {
        if (store.wire(i).selected || i == state.targetWire) painter.setPen(m_wireSelected);
        else if (i == state.hoveredWire) painter.setPen(m_wireHover);
        else continue;
        draw(store.wire(i));
    }
}

void CanvasPainting::paintFar(QPainter& painter, const CanvasStore& store, const std::vector<int>& nodes, HeatOn heat) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const int i : nodes) {
        const CanvasStore::NodeItem& item = store.node(i);
        QColor fill = item.selected ? m_accent : kindOf(item).bar;
        if (heat != HeatOn::Nothing && item.view.heat >= 0) fill = Theme::heat(item.view.heat);
        if (item.view.badge == Badge::Error) fill = m_bad;
        if (item.view.muted) fill = mixed(m_canvas, fill, 0.4);
        painter.fillRect(item.rect, fill);
    }
}

} // namespace ds::ui
