// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/series.h"

#include <algorithm>
#include <cmath>

namespace ds::ui {

namespace {

constexpr std::size_t mostGaps = 1000;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

} // namespace

Series::Series(Curve curve)
    : m_id(std::move(curve.id)), m_label(std::move(curve.label)), m_color(curve.color), m_dashed(curve.dashed), m_mayBeSmooth(curve.smooth)
{
    append(curve.xs, curve.ys);
}

void Series::append(std::span<const double> xs, std::span<const double> ys)
{
    const std::size_t count = std::min(xs.size(), ys.size());
    if (count == 0) return;
    if (!m_xs.empty() && xs.front() <= m_xs.back()) {
        const auto keep = static_cast<std::size_t>(std::lower_bound(m_xs.begin(), m_xs.end(), xs.front()) - m_xs.begin());
        m_xs.resize(keep);
        m_raw.truncate(keep);
        m_gaps.erase(std::lower_bound(m_gaps.begin(), m_gaps.end(), xs.front()), m_gaps.end());
        smooth(std::exchange(m_weight, 0)); // its mean went on from values that are gone
    }
    m_xs.insert(m_xs.end(), xs.begin(), xs.begin() + static_cast<std::ptrdiff_t>(count));
    m_raw.append(ys.first(count));
    for (std::size_t i = 0; i < count; ++i) {
        if (!std::isfinite(ys[i]) && m_gaps.size() < mostGaps) m_gaps.push_back(xs[i]);
        if (ys[i] > 0) m_leastPositive = std::min(m_leastPositive, ys[i]);
    }
    extendSmooth();
}

void Series::smooth(double weight)
{
    if (!m_mayBeSmooth || weight == m_weight) return;
    m_weight = weight;
    m_mean = 0;
    m_bias = 1;
    m_smooth = {};
    extendSmooth();
}

void Series::extendSmooth()
{
    if (m_weight <= 0) return;
    std::vector<double> values;
    values.reserve(m_raw.size() - m_smooth.size());
    for (std::size_t i = m_smooth.size(); i < m_raw.size(); ++i) {
        const double value = m_raw.values()[i];
        if (!std::isfinite(value)) { // a gap, and the mean goes on behind it
            values.push_back(nothing);
            continue;
        }
        m_mean = m_weight * m_mean + (1 - m_weight) * value;
        m_bias *= m_weight;
        values.push_back(m_mean / (1 - m_bias));
    }
    m_smooth.append(values);
}

Extent Series::extent(double from, double to) const
{
    const auto first = static_cast<std::size_t>(std::lower_bound(m_xs.begin(), m_xs.end(), from) - m_xs.begin());
    const auto last = static_cast<std::size_t>(std::upper_bound(m_xs.begin(), m_xs.end(), to) - m_xs.begin());
    return m_raw.over(first, last);
}

std::size_t Series::nearest(double x) const
{
    if (m_xs.empty()) return 0;
    const auto after = std::lower_bound(m_xs.begin(), m_xs.end(), x);
    if (after == m_xs.begin()) return 0;
    if (after == m_xs.end()) return m_xs.size() - 1;
    const auto at = static_cast<std::size_t>(after - m_xs.begin());
    return x - m_xs[at - 1] < m_xs[at] - x ? at - 1 : at;
}

DrawnPoints Series::decimated(bool smooth, std::size_t columns, const std::function<double(std::size_t)>& edge) const
{
    DrawnPoints points;
    const Pyramid& values = smooth && smoothed() ? m_smooth : m_raw;
    const auto begin = m_xs.begin();
    auto first = static_cast<std::size_t>(std::lower_bound(begin, m_xs.end(), edge(0)) - begin);
    auto last = static_cast<std::size_t>(std::upper_bound(begin, m_xs.end(), edge(columns)) - begin);
    const auto put = [&](double x, double y) {
        points.xs.push_back(x);
        points.ys.push_back(std::isfinite(y) ? y : nothing);
    };
    if (last - first <= 4 * columns) {
        first -= first > 0;
        last += last < m_xs.size();
        for (std::size_t i = first; i < last; ++i) put(m_xs[i], values.values()[i]);
        return points;
    }
    if (first > 0) put(m_xs[first - 1], values.values()[first - 1]);
    double before = nothing;
    for (std::size_t column = 0; column < columns && first < last; ++column) {
        const double right = edge(column + 1);
        const std::size_t next = column + 1 == columns
                                     ? last
                                     : static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(first),
                                                                                 begin + static_cast<std::ptrdiff_t>(last), right) -
                                                                begin);
        if (next == first) continue;
        const Extent extent = values.over(first, next);
        const double x = m_xs[first + (next - first) / 2];
        if (extent.empty()) {
            put(x, nothing);
        } else if (extent.low == extent.high) {
            put(x, extent.low);
        } else {
            // Begin with the end that is nearer to where the line came from.
            const bool up = !(std::abs(before - extent.high) < std::abs(before - extent.low));
            put(x, up ? extent.low : extent.high);
            put(x, up ? extent.high : extent.low);
        }
        before = points.ys.back();
        first = next;
    }
    if (last < m_xs.size()) put(m_xs[last], values.values()[last]);
    return points;
}

} // namespace ds::ui
