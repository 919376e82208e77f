// SPDX-License-Identifier: Apache-2.0
// One to three spatial dimensions seen as three: missing ones come first and have one element.
#pragma once

#include <array>
#include <cstdint>

#include "core/tensor/shape.h"

namespace ds::reference {

using Size3 = std::array<int64_t, 3>;

/// The spatial sizes of [N, C, spatial...].
inline Size3 size3(const Shape& shape)
{
    Size3 size{1, 1, 1};
    for (int d = 1; d <= shape.rank() - 2; ++d) size[static_cast<std::size_t>(3 - d)] = shape[-d];
    return size;
}

inline int64_t count(const Size3& size) { return size[0] * size[1] * size[2]; }
inline int64_t flat(const Size3& size, const Size3& at) { return (at[0] * size[1] + at[1]) * size[2] + at[2]; }

/// visit(position) in row-major order.
template <class Visit>
void each(const Size3& size, Visit visit)
{
    for (int64_t a = 0; a < size[0]; ++a)
        for (int64_t b = 0; b < size[1]; ++b)
            for (int64_t c = 0; c < size[2]; ++c) visit(Size3{a, b, c});
}

} // namespace ds::reference
