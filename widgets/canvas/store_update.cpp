// SPDX-License-Identifier: GPL-3.0-or-later
// From the drawing as it is to the one that is wanted: work is done for what differs.
#include <QSet>

#include <algorithm>
#include <iterator>

#include "widgets/canvas/store.h"

namespace ds::ui {

namespace {

constexpr std::size_t fewTouched = 64; // rectangles; from there on all wires are shaped anew

size_t keyOf(const PortRef& from, const PortRef& to) { return qHashMulti(0, from.node, from.port, to.node, to.port); }

bool sameLook(const NodeView& a, const NodeView& b)
{
    return a.title == b.title && a.subtitle == b.subtitle && a.shape == b.shape && a.category == b.category && a.icon == b.icon;
}

} // namespace

/// Whether minimaps have to be drawn anew.
bool CanvasStore::update(NodeItem& item, NodeView& view, std::vector<QRectF>& touched)
{
    if (!sameLook(item.view, view)) {
        item.title = item.subtitle = item.shape = item.farTitle = {};
        item.laidOut = item.farLaidOut = false;
        item.kind = -1;
    }
    if (item.view.figure != view.figure) item.figureLaidOut = false;
    const bool moved = item.view.position != view.position || item.view.inputs.size() != view.inputs.size() ||
                       item.view.outputs.size() != view.outputs.size();
    const bool recoloured = item.view.category != view.category;
    item.view = std::move(view);
    if (moved) {
        touched.push_back(item.rect);
        item.rect = geometry::nodeRect(item.view);
        touched.push_back(item.rect);
    }
    return moved || recoloured;
}

/// Nodes that both drawings share at the start and at the end of the list stay where they are; the stretch between is made anew, with
/// what is still there taken over by id. Returns where that stretch begins in the new list and by how much what is behind it moved up.
CanvasStore::Stretch CanvasStore::setNodes(QList<NodeView>& nodes, std::vector<QRectF>& touched)
{
    const auto count = static_cast<std::size_t>(nodes.size()), old = m_nodes.size(), shorter = std::min(count, old);
    const auto view = [&](std::size_t i) -> NodeView& { return nodes[static_cast<qsizetype>(i)]; };
    std::size_t front = 0, back = 0;
    while (front < shorter && view(front).id == m_nodes[front].view.id) ++front;
    while (back < shorter - front && view(count - 1 - back).id == m_nodes[old - 1 - back].view.id) ++back;
    const auto drop = [&](std::size_t i, const QRectF& rect) { take(m_nodeCells, m_wideNodes, rect, static_cast<int>(i)); };
    const auto enter = [&](std::size_t i) { put(m_nodeCells, m_wideNodes, m_nodes[i].rect, static_cast<int>(i)); };

    std::vector<NodeItem> fresh;
    if (count != front + back || old != front + back) {
        m_redraw = true;
        for (std::size_t i = front; i < old - back; ++i) drop(i, m_nodes[i].rect);
        if (count != old)
            for (std::size_t i = old - back; i < old; ++i) drop(i, m_nodes[i].rect);
        std::vector<bool> kept(old);
        fresh.reserve(count - front - back);
        for (std::size_t i = front; i < count - back; ++i) {
            const int at = find(view(i).id);
            const auto known = static_cast<std::size_t>(at);
            if (at >= static_cast<int>(front) && known < old - back && !kept[known]) {
                kept[known] = true;
                fresh.push_back(std::move(m_nodes[known]));
                if (fresh.back().view != view(i)) update(fresh.back(), view(i), touched);
            } else {
                fresh.emplace_back();
                fresh.back().view = std::move(view(i));
                fresh.back().rect = geometry::nodeRect(fresh.back().view);
                touched.push_back(fresh.back().rect);
            }
        }
        for (std::size_t i = front; i < old - back; ++i) {
            if (kept[i]) continue;
            touched.push_back(m_nodes[i].rect);
            m_byId.remove(m_nodes[i].view.id);
        }
        const auto from = m_nodes.begin() + static_cast<std::ptrdiff_t>(front);
        const auto gone = m_nodes.erase(from, from + static_cast<std::ptrdiff_t>(old - back - front));
        m_nodes.insert(gone, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
        for (std::size_t i = front; i < (count == old ? count - back : count); ++i) {
            m_byId.insert(m_nodes[i].view.id, static_cast<int>(i));
            enter(i);
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= front && i < count - back) continue; // those are done
        NodeItem& item = m_nodes[i];
        if (item.view == view(i)) continue;
        const QRectF before = item.rect;
        m_redraw = update(item, view(i), touched) || m_redraw;
        if (item.rect == before) continue;
        drop(i, before);
        enter(i);
    }
    return {static_cast<int>(front), static_cast<int>(old - back), static_cast<int>(count) - static_cast<int>(old)};
}

void CanvasStore::setWires(QList<WireView>& wires, const Stretch& nodes, const std::vector<QRectF>& touched, bool all)
{
    const auto leaveOut = [&](qsizetype from, qsizetype to) { // wires without their nodes
        const auto lost = [&](const WireView& wire) { return !m_byId.contains(wire.from.node) || !m_byId.contains(wire.to.node); };
        const auto begin = wires.begin(), end = begin + to, kept = std::remove_if(begin + from, end, lost);
        wires.remove(kept - begin, end - kept);
    };
    if (nodes.oldEnd > nodes.begin) leaveOut(0, wires.size());
    auto count = static_cast<std::size_t>(wires.size());
    const std::size_t old = m_wires.size(), shorter = std::min(count, old);
    const auto view = [&](std::size_t i) -> WireView& { return wires[static_cast<qsizetype>(i)]; };
    const auto same = [&](std::size_t i, std::size_t j) { return m_wires[j].view.joins(view(i).from, view(i).to); };
    std::size_t front = 0, back = 0;
    while (front < shorter && same(front, front)) ++front;
    while (back < shorter - front && same(count - 1 - back, old - 1 - back)) ++back;
    if (nodes.oldEnd == nodes.begin) leaveOut(static_cast<qsizetype>(front), static_cast<qsizetype>(count - back));
    count = static_cast<std::size_t>(wires.size());
    const auto drop = [&](std::size_t i) { take(m_wireCells, m_wideWires, m_wires[i].bounds, static_cast<int>(i)); };
    const auto enter = [&](std::size_t i) { put(m_wireCells, m_wideWires, m_wires[i].bounds, static_cast<int>(i)); };

    const bool stretch = count != front + back || old != front + back;
    if (stretch) {
        QSet<size_t> selected;
        for (std::size_t i = front; i < (count == old ? old - back : old); ++i) {
            drop(i);
            if (m_wires[i].selected && i < old - back) selected.insert(keyOf(m_wires[i].view.from, m_wires[i].view.to));
        }
        std::vector<WireItem> fresh(count - front - back);
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            fresh[i].view = std::move(view(front + i));
            fresh[i].selected = !selected.isEmpty() && selected.contains(keyOf(fresh[i].view.from, fresh[i].view.to));
        }
        const auto from = m_wires.begin() + static_cast<std::ptrdiff_t>(front);
        const auto gone = m_wires.erase(from, from + static_cast<std::ptrdiff_t>(old - back - front));
        m_wires.insert(gone, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    }
    const auto follow = [&](int& node, const QString& id) { // nodes behind the stretch moved up; those in it may be anywhere
        if (node >= nodes.oldEnd) node += nodes.shift;
        else if (node >= nodes.begin) node = find(id);
    };
    const bool relist = stretch || nodes.shift != 0 || nodes.oldEnd > nodes.begin;
    for (std::size_t i = 0; i < count; ++i) {
        WireItem& wire = m_wires[i];
        const bool fresh = i >= front && i < count - back;
        if (fresh) {
            wire.from = find(wire.view.from.node);
            wire.to = find(wire.view.to.node);
        } else {
            follow(wire.from, wire.view.from.node);
            follow(wire.to, wire.view.to.node);
            wire.view.label = std::move(view(i).label);
        }
    }
    if (relist) {
        for (NodeItem& item : m_nodes) item.wires.clear();
        for (std::size_t i = 0; i < count; ++i) {
            m_nodes[static_cast<std::size_t>(m_wires[i].from)].wires.push_back(static_cast<int>(i));
            if (m_wires[i].to != m_wires[i].from) m_nodes[static_cast<std::size_t>(m_wires[i].to)].wires.push_back(static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        WireItem& wire = m_wires[i];
        const bool fresh = i >= front && i < count - back, left = stretch && (fresh || (i >= front && count != old));
        const auto hit = [&] { // a node that moved away is in its old rectangle
            if (all) return true;
            const QRectF ends = node(wire.from).rect | node(wire.to).rect | wire.bounds;
            return std::any_of(touched.begin(), touched.end(), [&](const QRectF& rect) { return rect.intersects(ends); });
        };
        const bool reshape = fresh || (!touched.empty() && hit()) || all;
        if (reshape) {
            if (!left) drop(i);
            shapeWire(wire);
        }
        if (reshape || left) enter(i);
    }
}

bool CanvasStore::set(QList<NodeView> nodes, QList<WireView> wires, Flow flow)
{
    std::vector<QRectF> touched;
    for (auto moved = m_movedFrom.cbegin(); moved != m_movedFrom.cend(); ++moved) {
        touched.push_back(moved.value());
        touched.push_back(node(moved.key()).rect);
    }
    m_redraw = !m_movedFrom.isEmpty();
    m_movedFrom.clear();
    const bool turned = flow != m_flow;
    m_flow = flow;
    const Stretch stretch = setNodes(nodes, touched);
    if (m_redraw) m_bounds = {};
    setWires(wires, stretch, touched, turned || touched.size() > fewTouched);
    return m_redraw;
}

} // namespace ds::ui
