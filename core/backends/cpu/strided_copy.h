// SPDX-License-Identifier: Apache-2.0
// One loop nest for everything that moves elements without looking at them: transpose, slice, flip, expand, concat, split, pad.
#pragma once

#include <cstdint>
#include <vector>

#include "core/tensor/shape.h"

namespace ds::cpu {

/// Copies size[0] × size[1] × ... elements of 1, 2, 4 or 8 bytes. Strides count elements and may be zero or negative.
class StridedCopy {
public:
    StridedCopy(const Shape& size, std::vector<int64_t> fromStrides, std::vector<int64_t> toStrides, int64_t elementBytes);

    /// On all threads. Both point to the element at index 0.
    void run(const void* from, void* to) const;

private:
    struct Dim {
        int64_t size, from, to;
    };
    void runOuter(int64_t begin, int64_t end, const char* from, char* to) const;
    void inner(const char* from, char* to) const;
    template <class T>
    void innerOf(const char* from, char* to) const;

    std::vector<Dim> m_outer; // from the outermost
    Dim m_rows{1, 0, 0};      // of a transposition: walked in tiles with the inner one
    Dim m_inner{1, 1, 1};
    int64_t m_bytes, m_outerCount = 1;
    void (*m_transposeTile)(const float* x, int64_t ldx, float* y, int64_t ldy);
};

} // namespace ds::cpu
