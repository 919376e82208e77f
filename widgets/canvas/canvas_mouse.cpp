// SPDX-License-Identifier: GPL-3.0-or-later
// Selecting, moving, panning and zooming by hand.
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "widgets/canvas/callouts.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/minimap.h"

namespace ds::ui {

namespace {

constexpr double portReach = 9, wireReach = 6, dragStart = 4; // in pixels of the screen
constexpr double smallestNote = 48;

} // namespace

int Canvas::noteAt(const QPointF& scene, bool* corner) const
{
    for (qsizetype i = m_notes.size() - 1; i >= 0; --i) {
        const NoteView& note = m_notes[i];
        if (!note.box.adjusted(-2, -2, 4, 4).contains(scene)) continue;
        *corner = QLineF(scene, note.box.bottomRight()).length() < 14;
        // Inside a frame the hand means what is in it: only title and border are the frame's.
        const QRectF inside = note.box.adjusted(8, 28, -8, -8);
        if (*corner || !note.frame || !inside.contains(scene)) return static_cast<int>(i);
    }
    return -1;
}

void Canvas::setHover(const QPointF& view)
{
    const QPointF scene = toScene(view);
    const auto port = m_zoom >= 0.4 ? m_store.portAt(scene, portReach / m_zoom) : CanvasStore::PortHit{};
    const int node = m_store.nodeAt(scene);
    const int wire = node < 0 && !port.ok() && m_zoom >= 0.2 ? m_store.wireAt(scene, wireReach / m_zoom) : -1;
    const bool labelled = wire >= 0; // its words follow the cursor
    const bool samePort = port.node == m_state.port.node && port.port == m_state.port.port && port.input == m_state.port.input;
    if (samePort && node == m_state.hoveredNode && wire == m_state.hoveredWire && !labelled) return;
    if (node != m_state.hoveredNode) emit hovered(node < 0 ? QString() : m_store.node(node).view.id);
    m_state.port = port;
    m_state.hoveredNode = node;
    m_state.hoveredWire = wire;
    bool corner = false;
    if (port.ok()) setCursor(Qt::CrossCursor);
    else if (node < 0 && wire < 0 && noteAt(scene, &corner) >= 0) setCursor(corner ? Qt::SizeFDiagCursor : Qt::SizeAllCursor);
    else unsetCursor();
    update();
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    m_state.focusVisible = false;
    m_cursor = m_press = event->position();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_space)) {
        m_drag = Drag::Pan;
        m_pressOrigin = m_origin;
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        press(event->position(), event->modifiers());
    }
}

void Canvas::press(const QPointF& view, Qt::KeyboardModifiers modifiers)
{
    const QPointF scene = toScene(view);
    const bool adds = modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    if (const auto port = m_zoom >= 0.4 ? m_store.portAt(scene, portReach / m_zoom) : CanvasStore::PortHit{}; port.ok())
        return startWire(port);
    m_pressedNode = m_store.nodeAt(scene);
    if (m_pressedNode >= 0) {
        m_drag = Drag::Pressed;
        const bool was = m_store.node(m_pressedNode).selected;
        changeSelection([&] {
            if (!was && !adds) clearSelection();
            m_store.select(m_pressedNode, adds ? !was : true);
            m_state.focusedNode = m_pressedNode;
        });
        return;
    }
    if (const int wire = m_store.wireAt(scene, wireReach / m_zoom); wire >= 0) {
        changeSelection([&] {
            const bool was = m_store.wire(wire).selected;
            if (!adds) clearSelection();
            m_store.selectWire(wire, adds ? !was : true);
        });
        return;
    }
    bool corner = false;
    if (const int note = noteAt(scene, &corner); note >= 0) {
        changeSelection([&] {
            clearSelection();
            m_selectedNote = m_notes[note].id;
        });
        m_noteStart = m_notes[note];
        m_drag = corner ? Drag::NoteSize : Drag::Note;
        m_moveStart.clear(); // a frame takes along what lies in it
        if (m_noteStart.frame && !corner)
            for (const int i : m_store.nodesIn(m_noteStart.box))
                if (m_noteStart.box.contains(m_store.node(i).rect) && !m_store.node(i).view.fixed)
                    m_moveStart.append({m_store.node(i).view.id, m_store.node(i).view.position});
        return;
    }
    m_drag = Drag::Rubber;
    m_rubber = QRectF(view, QSizeF());
    m_rubberAdds = adds;
    if (!adds) changeSelection([&] { clearSelection(); });
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    m_cursor = event->position();
    switch (m_drag) {
    case Drag::None: return setHover(m_cursor);
    case Drag::Pressed:
        if (QLineF(m_press, m_cursor).length() < dragStart) return;
        m_moveStart.clear();
        for (const auto& item : m_store.nodes())
            if (item.selected && !item.view.fixed) m_moveStart.append({item.view.id, item.view.position});
        m_drag = Drag::Move;
        return dragMove(m_cursor);
    case Drag::Pan: m_follow = Follow::None; return applyView(m_zoom, m_pressOrigin - (m_cursor - m_press) / m_zoom);
    case Drag::Rubber: m_rubber = QRectF(m_press, m_cursor).normalized(); return update();
    case Drag::Move: return dragMove(m_cursor);
    case Drag::Wire: return dragWire(m_cursor);
    case Drag::Note: return dragNote(m_cursor, false);
    case Drag::NoteSize: return dragNote(m_cursor, true);
    }
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    m_cursor = event->position();
    const Drag drag = m_drag;
    if (drag == Drag::Rubber) finishRubber();
    m_drag = Drag::None;
    if (drag == Drag::Wire) finishWire();
    else if (drag == Drag::Move) finishMove();
    else if (drag == Drag::Note || drag == Drag::NoteSize) {
        const auto note = std::find_if(m_notes.cbegin(), m_notes.cend(), [this](const NoteView& n) { return n.id == m_noteStart.id; });
        if (note != m_notes.cend() && *note != m_noteStart) {
            QList<Placement> taken;
            for (const Placement& start : std::as_const(m_moveStart))
                taken.append({start.id, m_store.node(m_store.find(start.id)).view.position});
            emit noteChanged(NoteView(*note), drag == Drag::Note ? taken : QList<Placement>());
        }
    } else if (drag == Drag::Pressed && !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) && m_pressedNode >= 0 &&
               selection().size() > 1) {
        // A click, not a drag, on one of several: only that one.
        changeSelection([&] {
            clearSelection();
            m_store.select(m_pressedNode, true);
        });
    }
    unsetCursor();
    setHover(m_cursor);
    update();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    cancelDrag();
    const QPointF scene = toScene(event->position());
    const int node = m_store.nodeAt(scene);
    bool corner = false;
    if (node >= 0) emit opened(m_store.node(node).view.id);
    else if (const int note = noteAt(scene, &corner); note >= 0) editNote(m_notes[note].id);
    else emit typed({}, scene);
}

void Canvas::dragMove(const QPointF& view)
{
    if (m_moveStart.isEmpty()) return;
    const QPointF anchor = m_moveStart.front().position;
    const QPointF shift = geometry::snapped(anchor + (view - m_press) / m_zoom) - anchor;
    for (const Placement& start : std::as_const(m_moveStart))
        if (const int i = m_store.find(start.id); i >= 0) m_store.moveNode(i, start.position + shift);
    m_state.targetWire = wireForInsertion();
    m_callouts->place();
    update();
}

/// A single node without wires that lies over a wire can be put into it.
int Canvas::wireForInsertion() const
{
    if (m_moveStart.size() != 1) return -1;
    const auto& item = m_store.node(m_store.find(m_moveStart.front().id));
    if (!item.wires.empty() || item.view.inputs.isEmpty() || item.view.outputs.isEmpty()) return -1;
    return m_store.wireAt(item.rect.center(), geometry::nodeHeight / 3);
}

void Canvas::finishMove()
{
    QList<Placement> placed;
    for (const Placement& start : std::as_const(m_moveStart))
        if (const int i = m_store.find(start.id); i >= 0) placed.append({start.id, m_store.node(i).view.position});
    if (placed == m_moveStart) return;
    const int wire = std::exchange(m_state.targetWire, -1);
    m_minimap->contentsChanged();
    if (wire < 0) return emit moved(placed);
    const WireView view = m_store.wire(wire).view;
    emit insertedOnWire(placed.front(), view.from, view.to);
}

void Canvas::dragNote(const QPointF& view, bool size)
{
    const QPointF shift = (view - m_press) / m_zoom;
    QPointF moved;
    for (NoteView& note : m_notes) {
        if (note.id != m_noteStart.id) continue;
        if (size) {
            const QPointF corner = geometry::snapped(m_noteStart.box.bottomRight() + shift);
            note.box.setBottomRight(
                {std::max(corner.x(), note.box.left() + smallestNote), std::max(corner.y(), note.box.top() + smallestNote)});
        } else {
            note.box.moveTopLeft(geometry::snapped(m_noteStart.box.topLeft() + shift));
            moved = note.box.topLeft() - m_noteStart.box.topLeft();
        }
    }
    for (const Placement& start : std::as_const(m_moveStart))
        if (const int i = m_store.find(start.id); i >= 0 && !size) m_store.moveNode(i, start.position + moved);
    update();
}

void Canvas::finishRubber()
{
    const QRectF scene(toScene(m_rubber.topLeft()), m_rubber.size() / m_zoom);
    if (scene.isEmpty()) return;
    changeSelection([&] {
        for (const int i : m_store.nodesIn(scene)) {
            m_store.select(i, true);
            m_state.focusedNode = i;
        }
    });
}

void Canvas::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const QPointF pixels = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 120 * 60 : QPointF(event->pixelDelta());
    if (event->modifiers() & Qt::ControlModifier) return setZoom(m_zoom * std::pow(1.0022, event->angleDelta().y()), event->position());
    m_follow = Follow::None;
    const QPointF shift = event->modifiers() & Qt::ShiftModifier && pixels.x() == 0 ? QPointF(pixels.y(), 0) : pixels;
    applyView(m_zoom, m_origin - shift / m_zoom);
}

bool Canvas::event(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setZoom(m_zoom * (1 + gesture->value()), gesture->position());
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        if (auto* pinch = static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture))) {
            setZoom(m_zoom * pinch->scaleFactor(), mapFromGlobal(pinch->hotSpot().toPoint()));
            return true;
        }
    }
    return QWidget::event(event);
}

void Canvas::leaveEvent(QEvent*)
{
    if (m_drag != Drag::None) return;
    if (m_state.hoveredNode >= 0) emit hovered({});
    m_state.hoveredNode = m_state.hoveredWire = -1;
    m_state.port = {};
    update();
}

void Canvas::contextMenuEvent(QContextMenuEvent* event)
{
    const bool mouse = event->reason() == QContextMenuEvent::Mouse;
    const QPointF scene = toScene(event->pos());
    const int node = mouse ? m_store.nodeAt(scene) : m_state.focusedNode;
    if (node >= 0 && !m_store.node(node).selected) select({m_store.node(node).view.id});
    const QPoint at = mouse || node < 0 ? event->globalPos() : mapToGlobal(toView(m_store.node(node).rect.center()).toPoint());
    emit contextMenuRequested(at, scene, node < 0 ? QString() : m_store.node(node).view.id);
}

/// Back to what the owner knows.
void Canvas::cancelDrag()
{
    if (m_drag == Drag::Move || m_drag == Drag::Note || m_drag == Drag::NoteSize) {
        for (const Placement& start : std::as_const(m_moveStart))
            if (const int i = m_store.find(start.id); i >= 0) m_store.moveNode(i, start.position);
        for (NoteView& note : m_notes)
            if (m_drag != Drag::Move && note.id == m_noteStart.id) note = m_noteStart;
    }
    m_drag = Drag::None;
    m_state.targetWire = -1;
    m_moveStart.clear();
    unsetCursor();
    update();
}

} // namespace ds::ui
