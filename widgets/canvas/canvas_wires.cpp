// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing wires, and what is dropped from elsewhere.
#include <QDragEnterEvent>
#include <QMimeData>

#include "widgets/canvas/canvas.h"

namespace ds::ui {

namespace {
constexpr double snapReach = 26; // in pixels of the screen
}

void Canvas::startWire(const CanvasStore::PortHit& hit)
{
    m_pending = {};
    m_pending.port = {m_store.node(hit.node).view.id, hit.port};
    m_pending.fromOutput = !hit.input;
    m_pending.end = m_store.port(hit.node, hit.port, hit.input);
    if (hit.input)
        if (const int wire = m_store.wireInto(hit.node, hit.port); wire >= 0) { // take the wire off this end
            m_pending.taken = true;
            m_pending.oldTo = m_pending.port;
            m_pending.port = m_store.wire(wire).view.from;
            m_pending.fromOutput = true;
        }
    m_drag = Drag::Wire;
    update();
}

void Canvas::dragWire(const QPointF& view)
{
    m_pending.end = toScene(view);
    auto target = m_store.portAt(m_pending.end, snapReach / m_zoom, m_pending.fromOutput, !m_pending.fromOutput);
    if (!target.ok()) { // over a node: its first port that is free
        if (const int node = m_store.nodeAt(m_pending.end); node >= 0 && m_store.node(node).view.id != m_pending.port.node) {
            const NodeView& over = m_store.node(node).view;
            const auto count = static_cast<int>(m_pending.fromOutput ? over.inputs.size() : over.outputs.size());
            for (int p = 0; p < count && !target.ok(); ++p)
                if (!m_pending.fromOutput || m_store.wireInto(node, p) < 0) target = {node, p, m_pending.fromOutput};
            if (!target.ok() && count > 0) target = {node, 0, m_pending.fromOutput};
        }
    }
    const auto& last = m_pending.target;
    const bool changed = target.node != last.node || target.port != last.port;
    m_pending.target = target;
    m_state.port = target;
    if (changed) {
        m_pending.reason.clear();
        if (target.ok() && m_reason) {
            const PortRef other{m_store.node(target.node).view.id, target.port};
            const bool back = m_pending.taken && other == m_pending.oldTo;
            if (!back) m_pending.reason = m_pending.fromOutput ? m_reason(m_pending.port, other) : m_reason(other, m_pending.port);
        }
    }
    if (target.ok()) m_pending.end = m_store.port(target.node, target.port, target.input);
    update();
}

void Canvas::finishWire()
{
    const Pending pending = std::exchange(m_pending, {});
    m_state.port = {};
    update();
    if ((m_cursor - m_press).manhattanLength() < 4) return; // a click on a port
    if (pending.target.ok()) {
        if (!pending.reason.isEmpty()) return;
        const PortRef other{m_store.node(pending.target.node).view.id, pending.target.port};
        if (pending.taken) {
            if (other != pending.oldTo) emit rewired(pending.port, pending.oldTo, other);
        } else if (pending.fromOutput) {
            emit connected(pending.port, other);
        } else {
            emit connected(other, pending.port);
        }
        return;
    }
    if (pending.taken) return emit disconnected(pending.port, pending.oldTo);
    emit wireDropped(pending.port, pending.fromOutput, pending.end);
}

void Canvas::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_dropFormat.isEmpty() && event->mimeData()->hasFormat(m_dropFormat)) event->acceptProposedAction();
}

void Canvas::dragMoveEvent(QDragMoveEvent* event)
{
    if (!event->mimeData()->hasFormat(m_dropFormat)) return;
    const QPointF scene = toScene(event->position());
    const int node = m_store.nodeAt(scene);
    const int wire = node < 0 ? m_store.wireAt(scene, geometry::nodeHeight / 3) : -1;
    if (wire != m_state.targetWire) {
        m_state.targetWire = wire;
        update();
    }
    event->acceptProposedAction();
}

void Canvas::dragLeaveEvent(QDragLeaveEvent*)
{
    m_state.targetWire = -1;
    update();
}

void Canvas::dropEvent(QDropEvent* event)
{
    const QPointF scene = toScene(event->position());
    const int node = m_store.nodeAt(scene);
    const int wire = std::exchange(m_state.targetWire, -1);
    const WireView onto = wire >= 0 ? m_store.wire(wire).view : WireView{};
    event->acceptProposedAction();
    setFocus(Qt::OtherFocusReason);
    emit dropped(event->mimeData()->data(m_dropFormat), scene, node < 0 ? QString() : m_store.node(node).view.id,
                 wire >= 0 ? &onto : nullptr);
}

} // namespace ds::ui
