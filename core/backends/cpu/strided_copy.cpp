// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/strided_copy.h"

#include <algorithm>
#include <cstring>

#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

StridedCopy::StridedCopy(const Shape& size, std::vector<int64_t> fromStrides, std::vector<int64_t> toStrides, int64_t elementBytes)
    : m_bytes(elementBytes), m_transposeTile(simd::functions().transposeTile)
{
    std::vector<Dim> dims;
    for (int axis = 0; axis < size.rank(); ++axis) {
        const Dim dim{size[axis], fromStrides[static_cast<std::size_t>(axis)], toStrides[static_cast<std::size_t>(axis)]};
        if (dim.size == 1) continue;
        // Neighbours that are one stretch on both sides are one dimension.
        if (!dims.empty() && dims.back().from == dim.from * dim.size && dims.back().to == dim.to * dim.size)
            dims.back() = {dims.back().size * dim.size, dim.from, dim.to};
        else dims.push_back(dim);
    }
    if (!dims.empty()) {
        m_inner = dims.back();
        dims.pop_back();
    }
    // Reading across rows: take the dimension along which the source is dense with the inner one, in tiles.
    if (m_inner.from != 1 && m_inner.from != 0 && m_inner.to == 1) {
        const auto dense = std::find_if(dims.begin(), dims.end(), [](const Dim& dim) { return dim.from == 1; });
        if (dense != dims.end()) {
            m_rows = *dense;
            dims.erase(dense);
        }
    }
    m_outer = dims;
    for (const Dim& dim : m_outer) m_outerCount *= dim.size;
    // One large plane alone would keep one thread only busy.
    if (m_outerCount < 8 && m_rows.size >= 32) {
        const int64_t pieces = m_rows.size % 16 == 0 ? m_rows.size / 16 : 1;
        if (pieces > 1) {
            m_outer.push_back({pieces, m_rows.from * 16, m_rows.to * 16});
            m_rows.size = 16;
            m_outerCount *= pieces;
        }
    }
}

template <class T>
void StridedCopy::innerOf(const char* from, char* to) const
{
    const T* x = reinterpret_cast<const T*>(from);
    T* y = reinterpret_cast<T*>(to);
    if (m_rows.size == 1) {
        if (m_inner.from == 0 && m_inner.to == 1) {
            std::fill(y, y + m_inner.size, *x);
            return;
        }
        for (int64_t i = 0; i < m_inner.size; ++i) y[i * m_inner.to] = x[i * m_inner.from];
        return;
    }
    constexpr int64_t tile = 16;
    for (int64_t r0 = 0; r0 < m_rows.size; r0 += tile) {
        const int64_t r1 = std::min(m_rows.size, r0 + tile);
        for (int64_t i0 = 0; i0 < m_inner.size; i0 += tile) {
            const int64_t i1 = std::min(m_inner.size, i0 + tile);
            if constexpr (sizeof(T) == 4)
                if (r1 - r0 == tile && i1 - i0 == tile) {
                    for (int64_t r = r0; r < r1; r += 8)
                        for (int64_t i = i0; i < i1; i += 8)
                            m_transposeTile(reinterpret_cast<const float*>(x + r + i * m_inner.from), m_inner.from,
                                            reinterpret_cast<float*>(y + r * m_rows.to + i), m_rows.to);
                    continue;
                }
            for (int64_t r = r0; r < r1; ++r)
                for (int64_t i = i0; i < i1; ++i) y[r * m_rows.to + i] = x[r + i * m_inner.from];
        }
    }
}

void StridedCopy::inner(const char* from, char* to) const
{
    if (m_inner.from == 1 && m_inner.to == 1 && m_rows.size == 1) {
        std::memcpy(to, from, static_cast<std::size_t>(m_inner.size * m_bytes));
        return;
    }
    switch (m_bytes) {
    case 1: return innerOf<uint8_t>(from, to);
    case 2: return innerOf<uint16_t>(from, to);
    case 4: return innerOf<uint32_t>(from, to);
    default: return innerOf<uint64_t>(from, to);
    }
}

void StridedCopy::runOuter(int64_t begin, int64_t end, const char* from, char* to) const
{
    // Counted like an odometer: a division for each dimension only once.
    int64_t at[Shape::maxRank + 1], rest = begin, offsetFrom = 0, offsetTo = 0;
    const auto rank = static_cast<int64_t>(m_outer.size());
    for (int64_t d = rank - 1; d >= 0; --d) {
        const Dim& dim = m_outer[static_cast<std::size_t>(d)];
        at[d] = rest % dim.size;
        rest /= dim.size;
        offsetFrom += at[d] * dim.from;
        offsetTo += at[d] * dim.to;
    }
    for (int64_t i = begin; i < end; ++i) {
        inner(from + offsetFrom * m_bytes, to + offsetTo * m_bytes);
        for (int64_t d = rank - 1; d >= 0; --d) {
            const Dim& dim = m_outer[static_cast<std::size_t>(d)];
            offsetFrom += dim.from;
            offsetTo += dim.to;
            if (++at[d] < dim.size) break;
            offsetFrom -= dim.size * dim.from;
            offsetTo -= dim.size * dim.to;
            at[d] = 0;
        }
    }
}

void StridedCopy::run(const void* from, void* to) const
{
    const auto* x = static_cast<const char*>(from);
    auto* y = static_cast<char*>(to);
    const int64_t each = m_inner.size * m_rows.size;
    if (each == 0 || m_outerCount == 0) return;
    if (m_outerCount == 1 && m_inner.from == 1 && m_inner.to == 1 && m_rows.size == 1) {
        parallelFor(each * m_bytes, 65536,
                    [&](int64_t begin, int64_t end) { std::memcpy(y + begin, x + begin, static_cast<std::size_t>(end - begin)); });
        return;
    }
    parallelFor(m_outerCount, std::max<int64_t>(1, 16384 / each), [&](int64_t begin, int64_t end) { runOuter(begin, end, x, y); });
}

} // namespace ds::cpu
