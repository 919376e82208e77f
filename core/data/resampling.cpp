// SPDX-License-Identifier: Apache-2.0
#include "core/data/resampling.h"

#include <algorithm>
#include <cmath>

namespace ds {

Taps::Taps(int64_t from, int64_t to)
{
    const double scale = static_cast<double>(from) / static_cast<double>(to);
    const double support = std::max(scale, 1.0); // half the width of the triangle
    count = std::min<int64_t>(from, static_cast<int64_t>(std::ceil(support)) * 2 + 1);
    weights.resize(static_cast<std::size_t>(to * count));
    for (int64_t i = 0; i < to; ++i) {
        const double centre = (static_cast<double>(i) + 0.5) * scale;
        const int64_t start = std::clamp<int64_t>(static_cast<int64_t>(std::floor(centre - support + 0.5)), 0, from - count);
        float* row = &weights[static_cast<std::size_t>(i * count)];
        double sum = 0;
        for (int64_t k = 0; k < count; ++k) {
            const double weight = std::max(0.0, 1.0 - std::abs(static_cast<double>(start + k) + 0.5 - centre) / support);
            row[k] = static_cast<float>(weight);
            sum += weight;
        }
        for (int64_t k = 0; k < count; ++k) row[k] = static_cast<float>(row[k] / sum);
        first.push_back(start);
    }
}

} // namespace ds
