// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/pyramid.h"

#include <algorithm>
#include <cmath>

namespace ds::ui {

void Extent::add(double value)
{
    if (!std::isfinite(value)) {
        gap = true;
        return;
    }
    low = std::min(low, value);
    high = std::max(high, value);
}

void Extent::add(const Extent& other)
{
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    gap = gap || other.gap;
}

void Pyramid::append(std::span<const double> values)
{
    m_values.insert(m_values.end(), values.begin(), values.end());
    std::size_t below = m_values.size();
    for (std::size_t level = 0; below >= fan; ++level) {
        if (level == m_levels.size()) m_levels.emplace_back();
        std::vector<Extent>& blocks = m_levels[level];
        while ((blocks.size() + 1) * fan <= below) {
            Extent extent;
            const std::size_t first = blocks.size() * fan;
            for (std::size_t i = first; i < first + fan; ++i) {
                if (level == 0) extent.add(m_values[i]);
                else extent.add(m_levels[level - 1][i]);
            }
            blocks.push_back(extent);
        }
        below = blocks.size();
    }
}

void Pyramid::truncate(std::size_t size)
{
    if (size >= m_values.size()) return;
    m_values.resize(size);
    for (std::vector<Extent>& blocks : m_levels) {
        size /= fan;
        blocks.resize(std::min(blocks.size(), size));
    }
}

Extent Pyramid::over(std::size_t first, std::size_t last) const
{
    Extent extent;
    last = std::min(last, m_values.size());
    while (first < last) {
        // The largest block that begins here and ends within the range.
        std::size_t level = 0, block = fan;
        while (level < m_levels.size() && first % block == 0 && first + block <= last && first / block < m_levels[level].size()) {
            ++level;
            block *= fan;
        }
        if (level == 0) {
            extent.add(m_values[first++]);
            continue;
        }
        block /= fan;
        extent.add(m_levels[level - 1][first / block]);
        first += block;
    }
    return extent;
}

} // namespace ds::ui
