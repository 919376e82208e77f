// SPDX-License-Identifier: GPL-3.0-or-later
// Contents, view and painting; what the hand does is in canvas_mouse.cpp and canvas_keys.cpp.
#include "widgets/canvas/canvas.h"

#include <QLineEdit>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "widgets/canvas/accessible.h"
#include "widgets/canvas/callouts.h"
#include "widgets/canvas/minimap.h"
#include "widgets/canvas/zoom_control.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

constexpr double smallestZoom = 0.02, largestZoom = 4;
constexpr double readableZoom = 0.6, startZoom = 0.85;
constexpr double leastRoom = 64; // pixels; a canvas smaller than this beside its margins shows things below its tools
constexpr int edge = 16;         // of overlays from the border

} // namespace

Canvas::Canvas(QWidget* parent)
    : QWidget(parent), m_callouts(std::make_unique<Callouts>(*this)), m_minimap(new Minimap(*this)), m_zoomControl(new ZoomControl(*this))
{
    accessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_InputMethodEnabled, false); // letters open the search, which takes input methods
    grabGesture(Qt::PinchGesture);
    setAccessibleName(tr("Network"));
    setMinimumSize(240, 160);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_painting.refresh();
        m_store.clearLayouts();
        update();
    });
}

Canvas::~Canvas()
{
    delete m_editor; // it reports its end to us
}

void Canvas::setContents(QList<NodeView> nodes, QList<WireView> wires)
{
    if (m_drag != Drag::None && m_drag != Drag::Pan) cancelDrag();
    const QString focused = m_state.focusedNode >= 0 ? m_store.node(m_state.focusedNode).view.id : QString();
    const QStringList before = selection();
    const bool first = m_store.nodes().empty();
    const bool redraw = m_store.set(std::move(nodes), std::move(wires), m_flow);
    m_state = {};
    m_state.focusedNode = m_store.find(focused);
    m_callouts->place();
    if (redraw) m_minimap->contentsChanged();
    if (first) follow();
    update();
    if (selection() != before) emit selectionChanged();
}

void Canvas::setNotes(QList<NoteView> notes)
{
    m_notes = std::move(notes);
    update();
}

void Canvas::setCallouts(const QList<CalloutView>& callouts)
{
    m_callouts->set(callouts);
    update();
}

void Canvas::setFlow(Flow flow)
{
    if (flow == m_flow) return;
    m_flow = flow;
    QList<NodeView> nodes;
    QList<WireView> wires;
    for (const auto& item : m_store.nodes()) nodes.append(item.view);
    for (const auto& wire : m_store.wires()) wires.append(wire.view);
    setContents(std::move(nodes), std::move(wires));
}

void Canvas::setHeat(HeatOn on)
{
    m_heat = on;
    update();
}

void Canvas::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

QStringList Canvas::selection() const
{
    QStringList ids;
    for (const auto& item : m_store.nodes())
        if (item.selected) ids.append(item.view.id);
    return ids;
}

QList<WireView> Canvas::selectedWires() const
{
    QList<WireView> wires;
    for (const auto& wire : m_store.wires())
        if (wire.selected) wires.append(wire.view);
    return wires;
}

void Canvas::clearSelection()
{
    for (std::size_t i = 0; i < m_store.nodes().size(); ++i) m_store.select(static_cast<int>(i), false);
    for (std::size_t i = 0; i < m_store.wires().size(); ++i) m_store.selectWire(static_cast<int>(i), false);
    m_selectedNote.clear();
}

QString Canvas::focusedNode() const { return m_state.focusedNode < 0 ? QString() : m_store.node(m_state.focusedNode).view.id; }

void Canvas::changeSelection(const std::function<void()>& change)
{
    const QStringList nodes = selection();
    const QList<WireView> wires = selectedWires();
    const QString note = m_selectedNote;
    change();
    update();
    if (selection() == nodes && selectedWires() == wires && m_selectedNote == note) return;
    announce();
    emit selectionChanged();
}

void Canvas::select(const QStringList& nodes)
{
    changeSelection([&] {
        clearSelection();
        for (const QString& id : nodes)
            if (const int i = m_store.find(id); i >= 0) {
                m_store.select(i, true);
                m_state.focusedNode = i;
            }
    });
}

/// Tells a screen reader what is focused.
void Canvas::announce()
{
    QString text = tr("Nothing selected");
    if (const int i = m_state.focusedNode; i >= 0) {
        text = m_store.node(i).view.title + QStringLiteral(", ") + accessible::nodeText(m_store.node(i));
    }
    if (text == accessibleDescription()) return;
    setAccessibleDescription(text); // tells accessibility tools by itself
    if (m_state.focusedNode >= 0) accessible::tellFocus(*this);
}

QPointF Canvas::portPosition(const PortRef& port, bool input) const
{
    const int node = m_store.find(port.node);
    return node < 0 ? QPointF() : toView(m_store.port(node, port.port, input));
}

QRectF Canvas::contentBounds() const
{
    QRectF all = m_store.bounds();
    for (const NoteView& note : m_notes) all |= note.box;
    return all;
}

QPointF Canvas::insertionPoint() const
{
    const QPoint at = mapFromGlobal(QCursor::pos());
    return toScene(rect().contains(at) && underMouse() ? QPointF(at) : QPointF(rect().center()));
}

void Canvas::applyView(double zoom, const QPointF& origin)
{
    if (zoom == m_zoom && origin == m_origin) return;
    m_zoom = zoom;
    m_origin = origin;
    changeView();
}

void Canvas::changeView()
{
    m_callouts->place();
    m_minimap->update();
    m_zoomControl->refresh();
    update();
    emit viewChanged();
}

void Canvas::setZoom(double zoom, const QPointF& anchor)
{
    m_follow = Follow::None;
    const QPointF fixed = toScene(anchor);
    const double bounded = std::clamp(zoom, smallestZoom, largestZoom);
    applyView(bounded, fixed - anchor / bounded);
}

void Canvas::centreOn(const QPointF& scene)
{
    m_follow = Follow::None;
    applyView(m_zoom, scene - QPointF(width(), height()) / (2 * m_zoom));
}

QRectF Canvas::room() const
{
    const QRectF free = QRectF(rect()).marginsRemoved(m_margins);
    return free.width() >= leastRoom && free.height() >= leastRoom ? free : QRectF(rect());
}

void Canvas::setMargins(const QMargins& margins)
{
    m_margins = margins;
    follow();
}

void Canvas::zoomTo(const QRectF& scene, double largest)
{
    const QRectF free = room();
    if (scene.isEmpty()) return applyView(1, -free.center());
    const double zoom = std::clamp(std::min(free.width() / scene.width(), free.height() / scene.height()), smallestZoom, largest);
    applyView(zoom, scene.center() - free.center() / zoom);
}

void Canvas::zoomToFit()
{
    m_follow = Follow::Fit;
    zoomTo(contentBounds(), 1);
}

void Canvas::zoomToStart()
{
    m_follow = Follow::Start;
    const QRectF all = contentBounds(), free = room();
    const double fitting = all.isEmpty() ? 1 : std::min(free.width() / all.width(), free.height() / all.height());
    if (fitting >= readableZoom) return zoomTo(all, 1);
    const double zoom = std::clamp(free.width() / all.width(), readableZoom, startZoom);
    const bool down = m_flow == Flow::Down;
    const QPointF from = down ? QPointF(all.center().x(), all.top()) : QPointF(all.left(), all.center().y());
    const QPointF to = down ? QPointF(free.center().x(), free.top()) : QPointF(free.left(), free.center().y());
    applyView(zoom, from - to / zoom);
}

void Canvas::follow()
{
    if (m_store.nodes().empty()) return;
    if (m_follow == Follow::Fit) zoomToFit();
    if (m_follow == Follow::Start) zoomToStart();
}

void Canvas::zoomToSelection()
{
    m_follow = Follow::None;
    QRectF all;
    for (const auto& item : m_store.nodes())
        if (item.selected) all |= item.rect;
    zoomTo(all.isEmpty() ? contentBounds() : all, 1.5);
}

void Canvas::ensureVisible(const QString& node)
{
    const int i = m_store.find(node);
    if (i < 0) return;
    const QRectF wanted = m_store.node(i).rect.adjusted(-24, -24, 24, 24), seen = visibleScene();
    QPointF shift;
    if (wanted.left() < seen.left()) shift.setX(wanted.left() - seen.left());
    else if (wanted.right() > seen.right()) shift.setX(wanted.right() - seen.right());
    if (wanted.top() < seen.top()) shift.setY(wanted.top() - seen.top());
    else if (wanted.bottom() > seen.bottom()) shift.setY(wanted.bottom() - seen.bottom());
    if (shift.isNull()) return;
    m_follow = Follow::None;
    applyView(m_zoom, m_origin + shift);
}

void Canvas::placeOverlays()
{
    m_minimap->move(edge, height() - edge - m_minimap->height());
    m_zoomControl->move(m_minimap->isVisibleTo(this) ? m_minimap->geometry().right() + 12 : edge,
                        height() - edge - m_zoomControl->height());
    m_callouts->place();
}

void Canvas::resizeEvent(QResizeEvent*)
{
    m_minimap->setVisible(width() > 420 && height() > 320);
    placeOverlays();
    follow();
}

void Canvas::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QRect area = event->rect();
    painter.fillRect(area, color(Role::Canvas));
    const QRectF exposed(toScene(area.topLeft()), QSizeF(area.size()) / m_zoom);
    painter.save();
    painter.scale(m_zoom, m_zoom);
    painter.translate(-m_origin);
    m_painting.paintDots(painter, exposed, m_zoom);
    m_painting.paintNotes(painter, m_notes, exposed, m_selectedNote);
    m_painting.paint(painter, m_store, exposed, m_zoom, m_state, m_heat);
    if (m_drag == Drag::Wire) {
        const QPointF fixed = m_store.port(m_store.find(m_pending.port.node), m_pending.port.port, !m_pending.fromOutput);
        const auto curve =
            m_pending.fromOutput ? geometry::curve(fixed, m_pending.end, m_flow) : geometry::curve(m_pending.end, fixed, m_flow);
        m_painting.paintPending(painter, curve, !m_pending.reason.isEmpty(), m_zoom);
    }
    painter.restore();
    m_callouts->paintLinks(painter);
    if (m_drag == Drag::Rubber) {
        QColor fill = color(Role::Accent);
        painter.setPen(fill);
        fill.setAlpha(28);
        painter.setBrush(fill);
        painter.drawRect(m_rubber.toRect());
    }
    if (m_drag == Drag::Wire && !m_pending.reason.isEmpty()) m_painting.paintBubble(painter, rect(), m_cursor, m_pending.reason, true);
    if (m_drag == Drag::None && m_state.port.ok()) {
        const NodeView& view = m_store.node(m_state.port.node).view;
        m_painting.paintBubble(painter, rect(), m_cursor, (m_state.port.input ? view.inputs : view.outputs).value(m_state.port.port),
                               false);
    }
    if (m_drag == Drag::None && m_state.hoveredWire >= 0 && !m_store.wire(m_state.hoveredWire).view.label.isEmpty())
        m_painting.paintBubble(painter, rect(), m_cursor, m_store.wire(m_state.hoveredWire).view.label, false);
    if (m_store.nodes().empty() && m_notes.isEmpty()) {
        painter.setFont(Theme::instance().font());
        painter.setPen(color(Role::Text2));
        painter.drawText(rect().adjusted(40, 40, -40, -40), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
}

void Canvas::renderContents(QPainter& painter, const QRectF& scene) const
{
    CanvasStore plain = m_store;
    for (std::size_t i = 0; i < plain.nodes().size(); ++i) plain.select(static_cast<int>(i), false);
    for (std::size_t i = 0; i < plain.wires().size(); ++i) plain.selectWire(static_cast<int>(i), false);
    painter.fillRect(scene, color(Role::Canvas));
    m_painting.paintNotes(painter, m_notes, scene, {});
    m_painting.paint(painter, plain, scene, 1, {}, m_heat);
}

} // namespace ds::ui
