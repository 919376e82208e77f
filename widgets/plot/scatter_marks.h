// SPDX-License-Identifier: GPL-3.0-or-later
// For the room's own .cpp files.
#pragma once

#include <QColor>
#include <QPixmap>
#include <QPointF>

namespace ds::ui {

/// The marks of points, drawn once and then copied: a thousand antialiased shapes would take longer than a frame.
class ScatterMarks {
public:
    /// `radius`: of a circle, in pixels.
    ScatterMarks(double radius, double pixelRatio) : m_radius(radius), m_ratio(pixelRatio) {}

    /// `shape`: 0 circle, 1 square, 2 triangle, 3 diamond, and again.
    QPixmap mark(int shape, const QColor& colour) const;
    QPointF middle() const { return {side / 2, side / 2}; }

private:
    static constexpr double side = 10; // pixels
    double m_radius, m_ratio;
};

} // namespace ds::ui
