// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/store.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace ds::ui {

namespace {

constexpr double cellSize = 512;
constexpr double mostCells = 256; // of one rectangle; larger ones are looked through one by one
constexpr double farAlong = 96;   // from here on nodes fit between the ends of a wire
constexpr double portMargin = 12; // ports stand out of their node

} // namespace

/// Calls visit(key) for each cell; false if there are too many.
template <class Visit>
bool CanvasStore::visitCells(const QRectF& rect, Visit visit)
{
    const double left = std::floor(rect.left() / cellSize), right = std::floor(rect.right() / cellSize);
    const double top = std::floor(rect.top() / cellSize), bottom = std::floor(rect.bottom() / cellSize);
    if (!((right - left + 1) * (bottom - top + 1) <= mostCells)) return false;
    for (auto y = static_cast<int64_t>(top); y <= static_cast<int64_t>(bottom); ++y)
        for (auto x = static_cast<int64_t>(left); x <= static_cast<int64_t>(right); ++x)
            visit((static_cast<uint64_t>(static_cast<uint32_t>(x)) << 32) | static_cast<uint32_t>(y));
    return true;
}

void CanvasStore::put(Cells& cells, std::vector<int>& wide, const QRectF& rect, int index)
{
    if (!visitCells(rect, [&](uint64_t key) { cells[key].push_back(index); })) wide.push_back(index);
}

void CanvasStore::take(Cells& cells, std::vector<int>& wide, const QRectF& rect, int index)
{
    if (!visitCells(rect, [&](uint64_t key) { std::erase(cells[key], index); })) std::erase(wide, index);
}

void CanvasStore::shapeWire(WireItem& wire) const
{
    const QPointF a = port(wire.from, wire.view.from.port, false), b = port(wire.to, wire.view.to.port, true);
    wire.curve = geometry::curve(a, b, m_flow);
    const bool down = m_flow == Flow::Down;
    const double along = down ? b.y() - a.y() : b.x() - a.x(), across = down ? b.x() - a.x() : b.y() - a.y();
    if (along > farAlong && std::abs(across) < farAlong) { // it may run behind other nodes, such as those that a skip goes round
        QRectF between;
        const QRectF path = QRectF(a, b).normalized().adjusted(down ? -2 : 8, down ? 8 : -2, down ? 2 : -8, down ? -8 : 2);
        for (const int i : nodesIn(path))
            if (i != wire.from && i != wire.to) between |= node(i).rect;
        if (!between.isNull()) wire.curve = geometry::detour(a, b, between, m_flow);
    }
    wire.bounds = wire.curve.bounds();
}

void CanvasStore::moveNode(int index, const QPointF& position)
{
    NodeItem& item = m_nodes[static_cast<std::size_t>(index)];
    if (item.view.position == position) return;
    m_bounds = {};
    if (!m_movedFrom.contains(index)) m_movedFrom.insert(index, item.rect);
    take(m_nodeCells, m_wideNodes, item.rect, index);
    item.view.position = position;
    item.rect = geometry::nodeRect(item.view);
    put(m_nodeCells, m_wideNodes, item.rect, index);
    for (const int w : item.wires) {
        WireItem& wire = m_wires[static_cast<std::size_t>(w)];
        take(m_wireCells, m_wideWires, wire.bounds, w);
        shapeWire(wire);
        put(m_wireCells, m_wideWires, wire.bounds, w);
    }
}

void CanvasStore::clearLayouts()
{
    for (NodeItem& item : m_nodes) {
        item.laidOut = item.farLaidOut = false;
        item.kind = -1;
    }
}

QPointF CanvasStore::port(int node, int index, bool input) const
{
    const NodeItem& item = this->node(node);
    const auto count = static_cast<int>(input ? item.view.inputs.size() : item.view.outputs.size());
    return geometry::portPoint(item.rect, index, count, input, m_flow);
}

std::vector<int> CanvasStore::collect(const Cells& cells, const std::vector<int>& wide, const QRectF& rect, bool ofNodes) const
{
    const auto bounds = [&](int i) -> const QRectF& { return ofNodes ? node(i).rect : wire(i).bounds; };
    std::vector<int> found;
    const auto add = [&](int i) {
        if (bounds(i).intersects(rect)) found.push_back(i);
    };
    const bool few = visitCells(rect, [&](uint64_t key) {
        if (const auto at = cells.constFind(key); at != cells.constEnd())
            for (const int i : *at) add(i);
    });
    if (!few) {
        const auto count = static_cast<int>(ofNodes ? m_nodes.size() : m_wires.size());
        for (int i = 0; i < count; ++i) add(i);
        return found;
    }
    for (const int i : wide) add(i);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<int> CanvasStore::nodesIn(const QRectF& rect) const { return collect(m_nodeCells, m_wideNodes, rect, true); }
std::vector<int> CanvasStore::wiresIn(const QRectF& rect) const { return collect(m_wireCells, m_wideWires, rect, false); }

int CanvasStore::nodeAt(const QPointF& point) const
{
    const std::vector<int> near = nodesIn(QRectF(point - QPointF(1, 1), QSizeF(2, 2)));
    for (auto i = near.rbegin(); i != near.rend(); ++i)
        if (node(*i).rect.contains(point)) return *i;
    return -1;
}

int CanvasStore::wireAt(const QPointF& point, double tolerance) const
{
    int best = -1;
    for (const int i : wiresIn(QRectF(point, QSizeF()).adjusted(-tolerance, -tolerance, tolerance, tolerance)))
        if (const double d = wire(i).curve.distance(point); d <= tolerance) {
            tolerance = d;
            best = i;
        }
    return best;
}

CanvasStore::PortHit CanvasStore::portAt(const QPointF& point, double tolerance, bool inputs, bool outputs) const
{
    PortHit best;
    const double reach = tolerance + portMargin;
    for (const int i : nodesIn(QRectF(point, QSizeF()).adjusted(-reach, -reach, reach, reach))) {
        const auto look = [&](int count, bool input) {
            for (int p = 0; p < count; ++p)
                if (const double d = QLineF(point, port(i, p, input)).length(); d <= tolerance) {
                    tolerance = d;
                    best = {i, p, input};
                }
        };
        if (inputs) look(static_cast<int>(node(i).view.inputs.size()), true);
        if (outputs) look(static_cast<int>(node(i).view.outputs.size()), false);
    }
    return best;
}

int CanvasStore::wireInto(int node, int port) const
{
    for (const int w : this->node(node).wires)
        if (wire(w).to == node && wire(w).view.to.port == port) return w;
    return -1;
}

const QRectF& CanvasStore::bounds() const
{
    if (m_bounds.isNull())
        for (const NodeItem& item : m_nodes) m_bounds |= item.rect;
    return m_bounds;
}

} // namespace ds::ui
