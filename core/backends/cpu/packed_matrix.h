// SPDX-License-Identifier: Apache-2.0
// A matrix packed once for many products with few rows, so that they start at once: what blocks of attention are made of.
#pragma once

#include <algorithm>

#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

/// b[rows, columns] in memory of size() floats that somebody else owns.
class PackedMatrix {
public:
    static int64_t size(int64_t rows, int64_t columns) { return simd::functions().packedSize(rows, columns); }

    PackedMatrix() = default;
    PackedMatrix(float* memory, int64_t rows, int64_t columns) : m_memory(memory), m_rows(rows), m_columns(columns) {}

    /// Steps are from one row or column to the next; each element times the factor. rows: of fewer than there is room for.
    void pack(const float* b, int64_t rowStep, int64_t columnStep, float factor = 1, int64_t rows = -1)
    {
        if (rows >= 0) m_rows = rows;
        simd::functions().pack(b, rowStep, columnStep, m_rows, m_columns, m_memory);
        if (factor != 1)
            for (float *at = m_memory, *end = at + size(m_rows, m_columns); at < end; ++at) *at *= factor;
    }

    /// c[m, columns] = a[m, rows] b[:rows, :columns], or added to c. transposed: of a[rows, m].
    void multiply(const float* a, int64_t lda, bool transposed, int64_t m, int64_t rows, int64_t columns, float* c, int64_t ldc, bool add) const
    {
        const simd::Functions& f = simd::functions();
        const auto product = transposed ? f.multiplyTransposed : f.multiply;
        const int64_t panel = f.packedSize(1, 1);
        for (int64_t j = 0; j < columns; j += panel)
            product(a, lda, m, m_memory + j * m_rows, rows, std::min(panel, columns - j), c + j, ldc, add);
    }

private:
    float* m_memory = nullptr;
    int64_t m_rows = 0, m_columns = 0;
};

} // namespace ds::cpu
