// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

#include "widgets/plot/curve.h"
#include "widgets/plot/pyramid.h"

namespace ds::ui {

/// Points to draw; a y that is NaN is a gap.
struct DrawnPoints {
    std::vector<double> xs, ys;
};

/// A curve as the plot keeps it: raw and smoothed, both ready to be drawn at any zoom.
class Series {
public:
    explicit Series(Curve curve);

    const QString& id() const { return m_id; }
    const QString& label() const { return m_label; }
    int color() const { return m_color; }
    bool dashed() const { return m_dashed; }

    /// Xs that are not beyond the last one replace what is there from the first of them on (a resumed run reports steps again).
    void append(std::span<const double> xs, std::span<const double> ys);
    /// Exponential, with the start corrected for its bias as in Adam: weight 0 is off, 0.99 the most.
    void smooth(double weight);
    bool smoothed() const { return m_weight > 0; }

    const std::vector<double>& xs() const { return m_xs; }
    const std::vector<double>& raw() const { return m_raw.values(); }
    /// Smoothed values if there are, else raw.
    const std::vector<double>& shown() const { return smoothed() ? m_smooth.values() : m_raw.values(); }
    /// Where y is not finite; at most a thousand of them.
    const std::vector<double>& gaps() const { return m_gaps; }
    double leastPositive() const { return m_leastPositive; }
    /// Of the y values of a range of x.
    Extent extent(double from, double to) const;
    /// Index of the point nearest to x; the size if there is none.
    std::size_t nearest(double x) const;

    /// At most four points for each column of pixels, from the range and one point to each side. `edge(i)` is the x of the left edge
    /// of column i, up to edge(columns).
    DrawnPoints decimated(bool smooth, std::size_t columns, const std::function<double(std::size_t)>& edge) const;

private:
    void extendSmooth();

    QString m_id, m_label;
    int m_color;
    bool m_dashed, m_mayBeSmooth;
    std::vector<double> m_xs, m_gaps;
    Pyramid m_raw, m_smooth;
    double m_leastPositive = std::numeric_limits<double>::infinity();
    double m_weight = 0, m_mean = 0, m_bias = 1; // of the exponential mean so far; m_bias is weight^count
};

} // namespace ds::ui
