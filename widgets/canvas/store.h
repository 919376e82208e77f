// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes and wires with a grid of cells over them, so that painting and pointing look only at what is near. QGraphicsScene's
// choices are too slow here: without an index it visits all items of a frame, with its tree every move costs.
#pragma once

#include <QHash>
#include <QStaticText>

#include <cstdint>
#include <vector>

#include "widgets/canvas/geometry.h"

namespace ds::ui {

class CanvasStore {
public:
    struct NodeItem {
        NodeView view;
        QRectF rect;
        bool selected = false;
        std::vector<int> wires;
        /// Laid out at the first painting; empty before.
        mutable QStaticText title, subtitle, shape, farTitle, figure;
        mutable bool laidOut = false, farLaidOut = false, figureLaidOut = false;
        mutable int kind = -1; ///< of the painting: category and icon
    };
    struct WireItem {
        WireView view;
        int from = -1, to = -1; ///< nodes
        geometry::Curve curve;
        QRectF bounds;
        bool selected = false;
    };

    /// From now on these are there. Work is done for what differs only, so that an edit of a large drawing is quick; what stays the
    /// same keeps selection and layouts. Wires without their nodes are left out. Says whether a node came, went, moved or changed its
    /// category.
    bool set(QList<NodeView> nodes, QList<WireView> wires, Flow flow);
    void moveNode(int index, const QPointF& position);
    void clearLayouts();

    const std::vector<NodeItem>& nodes() const { return m_nodes; }
    const std::vector<WireItem>& wires() const { return m_wires; }
    const NodeItem& node(int index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    const WireItem& wire(int index) const { return m_wires[static_cast<std::size_t>(index)]; }
    int find(const QString& id) const { return m_byId.value(id, -1); }
    void select(int node, bool on) { m_nodes[static_cast<std::size_t>(node)].selected = on; }
    void selectWire(int wire, bool on) { m_wires[static_cast<std::size_t>(wire)].selected = on; }

    QPointF port(int node, int index, bool input) const;
    /// Ascending, so that later nodes lie above earlier ones.
    std::vector<int> nodesIn(const QRectF& rect) const;
    std::vector<int> wiresIn(const QRectF& rect) const;
    int nodeAt(const QPointF& point) const;
    int wireAt(const QPointF& point, double tolerance) const;
    struct PortHit {
        int node = -1, port = 0;
        bool input = false;
        bool ok() const { return node >= 0; }
    };
    /// The nearest one within `tolerance`.
    PortHit portAt(const QPointF& point, double tolerance, bool inputs = true, bool outputs = true) const;
    /// The wire that ends at an input, or -1.
    int wireInto(int node, int port) const;
    const QRectF& bounds() const;

private:
    using Cells = QHash<uint64_t, std::vector<int>>;
    template <class Visit>
    static bool visitCells(const QRectF& rect, Visit visit);
    static void put(Cells& cells, std::vector<int>& wide, const QRectF& rect, int index);
    static void take(Cells& cells, std::vector<int>& wide, const QRectF& rect, int index);
    std::vector<int> collect(const Cells& cells, const std::vector<int>& wide, const QRectF& rect, bool ofNodes) const;
    void shapeWire(WireItem& wire) const;
    /// What of the old list of nodes was replaced: from `begin` to `oldEnd`; what lay behind moved by `shift`.
    struct Stretch {
        int begin, oldEnd, shift;
    };
    Stretch setNodes(QList<NodeView>& nodes, std::vector<QRectF>& touched);
    void setWires(QList<WireView>& wires, const Stretch& nodes, const std::vector<QRectF>& touched, bool all);
    static bool update(NodeItem& item, NodeView& view, std::vector<QRectF>& touched);

    std::vector<NodeItem> m_nodes;
    std::vector<WireItem> m_wires;
    QHash<QString, int> m_byId;
    Cells m_nodeCells, m_wireCells;
    std::vector<int> m_wideNodes, m_wideWires; ///< those that would fill too many cells
    mutable QRectF m_bounds;                   ///< null: to be found again
    Flow m_flow = Flow::Down;
    bool m_redraw = false;          ///< of set(), while it works
    QHash<int, QRectF> m_movedFrom; ///< nodes that moveNode() moved, since the last set()
};

} // namespace ds::ui
