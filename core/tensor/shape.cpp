// SPDX-License-Identifier: Apache-2.0
#include "core/tensor/shape.h"

#include <algorithm>

namespace ds {

void Shape::insert(int axis, int64_t dim)
{
    assert(m_rank < maxRank && axis >= 0 && axis <= m_rank);
    for (int i = m_rank; i > axis; --i) m_dims[static_cast<std::size_t>(i)] = m_dims[static_cast<std::size_t>(i - 1)];
    m_dims[static_cast<std::size_t>(axis)] = dim;
    ++m_rank;
}

void Shape::erase(int axis)
{
    for (std::size_t i = index(axis); i + 1 < static_cast<std::size_t>(m_rank); ++i) m_dims[i] = m_dims[i + 1];
    --m_rank;
}

int64_t Shape::count() const { return count(0, m_rank); }

int64_t Shape::count(int first, int last) const
{
    int64_t product = 1;
    for (int i = first; i < last; ++i) product *= m_dims[static_cast<std::size_t>(i)];
    return product;
}

std::string Shape::text() const
{
    std::string out = "[";
    for (int i = 0; i < m_rank; ++i) out += (i ? ", " : "") + std::to_string(m_dims[static_cast<std::size_t>(i)]);
    return out + "]";
}

bool Shape::operator==(const Shape& other) const { return m_rank == other.m_rank && std::equal(begin(), end(), other.begin()); }

Shape rowMajorStrides(const Shape& shape)
{
    Shape strides = shape;
    int64_t step = 1;
    for (int i = shape.rank() - 1; i >= 0; --i) {
        strides[i] = step;
        step *= shape[i];
    }
    return strides;
}

} // namespace ds
