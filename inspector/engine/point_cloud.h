// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/error.h"

namespace ds::inspector {

/// Points in a space of any number of dimensions.
struct PointCloud {
    int64_t points = 0, features = 0;
    std::vector<float> values; ///< points × features, row by row

    const float* point(int64_t i) const { return values.data() + i * features; }
};

constexpr int64_t mostPoints = 2000; ///< that are projected: the methods take time and memory by the square of it

} // namespace ds::inspector
