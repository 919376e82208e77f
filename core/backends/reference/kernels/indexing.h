// SPDX-License-Identifier: Apache-2.0
// Positions in row-major tensors, for the kernels that move elements.
#pragma once

#include <string>

#include "core/backends/reference/kernel.h"

namespace ds::reference {

/// Position in a tensor of `shape` of the element that is broadcast to position `index` of `full`.
inline int64_t broadcastIndex(int64_t index, const Shape& full, const Shape& shape)
{
    int64_t result = 0, step = 1;
    for (int axis = 1; axis <= full.rank(); ++axis) {
        const int64_t at = index % full[-axis];
        index /= full[-axis];
        if (axis > shape.rank()) continue;
        if (shape[-axis] != 1) result += at * step;
        step *= shape[-axis];
    }
    return result;
}

/// Coordinates of a position, and back.
inline Shape unravel(int64_t index, const Shape& shape)
{
    Shape at = shape;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        at[axis] = index % shape[axis];
        index /= shape[axis];
    }
    return at;
}

inline int64_t ravel(const Shape& at, const Shape& shape)
{
    int64_t index = 0;
    for (int axis = 0; axis < shape.rank(); ++axis) index = index * shape[axis] + at[axis];
    return index;
}

inline int axisOf(const Call& c, int rank)
{
    const int64_t axis = c.attrs.integer("axis");
    return static_cast<int>(axis < 0 ? axis + rank : axis);
}

/// A tensor seen as [outer, size, inner] around one axis.
struct Lines {
    int64_t outer, size, inner;

    Lines(const Shape& shape, int axis) : outer(shape.count(0, axis)), size(shape[axis]), inner(shape.count(axis + 1, shape.rank())) {}
    int64_t at(int64_t o, int64_t k, int64_t i) const { return (o * size + k) * inner + i; }
};

/// An index from a tensor, checked; one out of range ends the run.
inline int64_t checkedIndex(const Array& indices, int64_t position, int64_t size)
{
    const auto index = static_cast<int64_t>(indices[position]);
    if (index < 0 || index >= size)
        throw RunError(
            {phrase("Graph", "the index %1 is outside of a dimension of size %2").with({std::to_string(index), std::to_string(size)}), "",
             phrase("Graph", "Indices count from 0; look for wrong values in the data.")});
    return index;
}

inline void copyAll(const Array& from, Array& to)
{
    for (int64_t i = 0; i < to.count(); ++i) to.set(i, from[i]);
}

} // namespace ds::reference
