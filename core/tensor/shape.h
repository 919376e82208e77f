// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "core/tensor/dtype.h"

namespace ds {

/// Sizes of up to 8 dimensions, without a heap allocation.
class Shape {
public:
    static constexpr int maxRank = 8;

    Shape() = default;
    Shape(std::initializer_list<int64_t> dims) : Shape(dims.begin(), static_cast<int>(dims.size())) {}
    explicit Shape(const std::vector<int64_t>& dims) : Shape(dims.data(), static_cast<int>(dims.size())) {}
    Shape(const int64_t* dims, int rank) : m_rank(rank)
    {
        assert(rank <= maxRank);
        for (int i = 0; i < rank; ++i) m_dims[static_cast<std::size_t>(i)] = dims[i];
    }

    int rank() const { return m_rank; }
    /// Negative indices count from the end.
    int64_t operator[](int axis) const { return m_dims[index(axis)]; }
    int64_t& operator[](int axis) { return m_dims[index(axis)]; }
    const int64_t* begin() const { return m_dims.data(); }
    const int64_t* end() const { return m_dims.data() + m_rank; }
    void push_back(int64_t dim)
    {
        assert(m_rank < maxRank);
        m_dims[static_cast<std::size_t>(m_rank++)] = dim;
    }
    void insert(int axis, int64_t dim);
    void erase(int axis);

    /// Number of elements; 1 for a scalar.
    int64_t count() const;
    /// Product of the sizes in [first, last).
    int64_t count(int first, int last) const;
    std::vector<int64_t> vector() const { return {begin(), end()}; }
    /// "[64, 3, 28, 28]"
    std::string text() const;

    bool operator==(const Shape& other) const;

private:
    std::size_t index(int axis) const
    {
        if (axis < 0) axis += m_rank;
        assert(axis >= 0 && axis < m_rank);
        return static_cast<std::size_t>(axis);
    }
    std::array<int64_t, maxRank> m_dims{};
    int m_rank = 0;
};

/// Row-major strides in elements.
Shape rowMajorStrides(const Shape& shape);

/// A type as a graph sees it: "f32[64, 10]".
struct TensorType {
    DType dtype = DType::F32;
    Shape shape;

    int64_t count() const { return shape.count(); }
    std::size_t bytes() const { return static_cast<std::size_t>(count()) * sizeOf(dtype); }
    std::string text() const { return std::string(dtypeName(dtype)) + shape.text(); }
    bool operator==(const TensorType&) const = default;
};

} // namespace ds
