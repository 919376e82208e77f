// SPDX-License-Identifier: Apache-2.0
// The rows of heads, wherever they lie and whatever their type.
#pragma once

#include "core/backends/cpu/half.h"

namespace ds::cpu {

/// [N, heads, length, width] in memory as [N, length, heads, width]: as a product over all heads makes it.
inline const Layout headsInside("acbd");

/// An operand [N, heads, length, width] of attention, row-major or with its heads inside, f32 or bf16. Heads are counted as
/// n × heads + h.
class HeadRows {
public:
    explicit HeadRows(const Operand& operand) : m_dtype(operand.type.dtype)
    {
        const Shape& shape = operand.type.shape;
        const bool inside = operand.layout == headsInside;
        m_heads = shape[1];
        m_width = shape[3];
        m_rowStep = inside ? m_heads * m_width : m_width;
        m_headStep = inside ? m_width : shape[2] * m_width;
        m_batchStep = shape.count(1, 4);
    }

    /// Floats that `rows` rows take in a buffer: none if they are f32 and lie close together, as kernels want them.
    int64_t buffered(int64_t rows) const { return direct() ? 0 : rows * m_width; }

    /// Rows from `first` on: where they lie, or brought together in the buffer.
    const float* read(const void* data, int64_t head, int64_t first, int64_t rows, float* buffer) const
    {
        const int64_t from = at(head, first);
        if (m_rowStep == m_width) return readStretch(m_dtype, data, from, rows * m_width, buffer);
        for (int64_t r = 0; r < rows; ++r) {
            float* to = buffer + r * m_width;
            const float* row = readStretch(m_dtype, data, from + r * m_rowStep, m_width, to);
            if (row != to) std::copy_n(row, m_width, to);
        }
        return buffer;
    }

    /// Where to put such rows; then store brings them to their place.
    float* write(void* data, int64_t head, int64_t first, float* buffer) const
    {
        return direct() ? static_cast<float*>(data) + at(head, first) : buffer;
    }
    void store(void* data, int64_t head, int64_t first, int64_t rows, const float* buffer) const
    {
        if (direct()) return;
        for (int64_t r = 0; r < rows; ++r) {
            const int64_t to = at(head, first + r);
            if (m_dtype == DType::F32) std::copy_n(buffer + r * m_width, m_width, static_cast<float*>(data) + to);
            else storeStretch(m_dtype, data, to, m_width, buffer + r * m_width);
        }
    }

private:
    bool direct() const { return m_dtype == DType::F32 && m_rowStep == m_width; }
    int64_t at(int64_t head, int64_t row) const { return head / m_heads * m_batchStep + head % m_heads * m_headStep + row * m_rowStep; }

    DType m_dtype;
    int64_t m_heads, m_width, m_rowStep, m_headStep, m_batchStep;
};

} // namespace ds::cpu
