// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/geometry.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace ds::ui::geometry {

QRectF nodeRect(const NodeView& node) { return {node.position, QSizeF(nodeWidth, nodeHeight)}; }

QPointF portPoint(const QRectF& node, int index, int count, bool input, Flow flow)
{
    const double share = (index + 1.0) / (std::max(count, index + 1) + 1.0);
    if (flow == Flow::Down) return {node.left() + node.width() * share, input ? node.top() : node.bottom()};
    return {input ? node.left() : node.right(), node.top() + node.height() * share};
}

QPointF snapped(const QPointF& point) { return {std::round(point.x() / snap) * snap, std::round(point.y() / snap) * snap}; }

Curve curve(const QPointF& from, const QPointF& to, Flow flow)
{
    const QPointF delta = to - from;
    const double along = flow == Flow::Down ? delta.y() : delta.x(), across = flow == Flow::Down ? delta.x() : delta.y();
    // Wires that run back swing out, so that they leave and arrive in the direction of the flow.
    const double reach = along > 0 ? std::max(along / 2, std::min(32.0, std::abs(across))) : std::min(160.0, 48 - along / 2);
    const QPointF step = flow == Flow::Down ? QPointF(0, reach) : QPointF(reach, 0);
    return {from, from + step, to - step, to};
}

Curve detour(const QPointF& from, const QPointF& to, const QRectF& around, Flow flow)
{
    constexpr double swing = 48, aside = 20;
    Curve curve{from, {}, {}, to, true, {}};
    if (flow == Flow::Down) {
        const double x = std::max({around.right() + aside, from.x(), to.x()});
        curve.c1 = {x, from.y() + swing};
        curve.c2 = {x, to.y() - swing};
        curve.step = {0, swing};
    } else {
        const double y = std::max({around.bottom() + aside, from.y(), to.y()});
        curve.c1 = {from.x() + swing, y};
        curve.c2 = {to.x() - swing, y};
        curve.step = {swing, 0};
    }
    return curve;
}

bool Curve::straight() const
{
    if (lane) return false;
    const auto same = [](double x, double y) { return std::abs(x - y) < 0.5; };
    return (same(a.x(), b.x()) && a.y() <= b.y() && same(c1.x(), a.x())) || (same(a.y(), b.y()) && a.x() <= b.x() && same(c1.y(), a.y()));
}

QPainterPath Curve::path() const
{
    QPainterPath path(a);
    if (lane) {
        path.cubicTo(a + step, c1 - step, c1);
        path.lineTo(c2);
        path.cubicTo(c2 + step, b - step, b);
        return path;
    }
    if (straight()) path.lineTo(b);
    else path.cubicTo(c1, c2, b);
    return path;
}

QRectF Curve::bounds() const
{
    const auto [left, right] = std::minmax({a.x(), b.x(), c1.x(), c2.x()});
    const auto [top, bottom] = std::minmax({a.y(), b.y(), c1.y(), c2.y()});
    return QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-1, -1, 1, 1);
}

QPointF Curve::at(double t) const
{
    const double u = 1 - t;
    if (lane) {
        const auto cubic = [](const QPointF& p, const QPointF& q, const QPointF& r, const QPointF& s, double x) {
            return Curve{p, q, r, s}.at(x);
        };
        if (t < 0.4) return cubic(a, a + step, c1 - step, c1, t / 0.4);
        if (t > 0.6) return cubic(c2, c2 + step, b - step, b, (t - 0.6) / 0.4);
        return c1 + (c2 - c1) * ((t - 0.4) / 0.2);
    }
    return u * u * u * a + 3 * u * u * t * c1 + 3 * u * t * t * c2 + t * t * t * b;
}

double Curve::distance(const QPointF& point) const
{
    constexpr int pieces = 25; // the corners of a lane are among the points
    double best = 1e300;
    QPointF last = a;
    for (int i = 1; i <= pieces; ++i) {
        const QPointF next = at(i / double(pieces));
        const QPointF d = next - last;
        const double length2 = QPointF::dotProduct(d, d);
        const double t = length2 > 0 ? std::clamp(QPointF::dotProduct(point - last, d) / length2, 0.0, 1.0) : 0;
        best = std::min(best, QLineF(point, last + t * d).length());
        last = next;
    }
    return best;
}

} // namespace ds::ui::geometry
