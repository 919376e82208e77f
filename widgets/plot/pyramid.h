// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace ds::ui {

/// Least and greatest finite value of a range.
struct Extent {
    double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
    bool gap = false; ///< some value is not finite

    bool empty() const { return low > high; }
    void add(double value);
    void add(const Extent& other);
};

/// Values with the extents of blocks of 16, 256, ... of them, so that the extent of any range costs a few dozen look-ups.
class Pyramid {
public:
    void append(std::span<const double> values);
    /// Keeps the first `size` values.
    void truncate(std::size_t size);
    void reserve(std::size_t size) { m_values.reserve(size); }

    const std::vector<double>& values() const { return m_values; }
    std::size_t size() const { return m_values.size(); }
    Extent over(std::size_t first, std::size_t last) const;

private:
    static constexpr std::size_t fan = 16;
    std::vector<double> m_values;
    std::vector<std::vector<Extent>> m_levels; // only of full blocks
};

} // namespace ds::ui
