// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace ds {

/// Bilinear resampling of one axis: for each output position the first input position and the weights of it and its successors. When
/// shrinking, the triangle is stretched by the scale (antialias).
struct Taps {
    Taps(int64_t from, int64_t to);

    std::vector<int64_t> first;
    std::vector<float> weights; ///< [outputs, count]
    int64_t count = 0;
};

} // namespace ds
