// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

#include "widgets/canvas/values.h"

namespace ds::ui::geometry {

constexpr double nodeWidth = 186, nodeHeight = 64;
constexpr double snap = 8;
constexpr double portRadius = 4.5;

QRectF nodeRect(const NodeView& node);
/// Centre of port `index` of `count` on the edge of a node.
QPointF portPoint(const QRectF& node, int index, int count, bool input, Flow flow);
QPointF snapped(const QPointF& point);

/// A soft curve from an output to an input.
struct Curve {
    QPointF a, c1, c2, b;
    bool lane = false; ///< it swings out to c1, runs straight to c2 and comes back; else these are the handles of one cubic
    QPointF step = {}; ///< with a lane: how far the swings reach

    bool straight() const;
    QPainterPath path() const;
    QRectF bounds() const;
    QPointF at(double t) const;
    /// Smallest distance of a point from the curve, to within a pixel.
    double distance(const QPointF& point) const;
};
Curve curve(const QPointF& from, const QPointF& to, Flow flow);
/// Around what lies between, in a lane at the right of it (below it, where the flow runs to the right).
Curve detour(const QPointF& from, const QPointF& to, const QRectF& around, Flow flow);

} // namespace ds::ui::geometry
