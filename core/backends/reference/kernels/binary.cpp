// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/backends/reference/kernel.h"

namespace ds::reference {

namespace {

/// Position in a tensor of `shape` of the element that is broadcast to position `index` of `full`.
int64_t broadcastIndex(int64_t index, const Shape& full, const Shape& shape)
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

template <auto f>
void binary(Call& c)
{
    const Shape& full = c.out().shape();
    for (int64_t i = 0; i < c.out().count(); ++i)
        c.out().set(i, f(c.in(0)[broadcastIndex(i, full, c.in(0).shape())], c.in(1)[broadcastIndex(i, full, c.in(1).shape())]));
}

} // namespace

void install_binary(KernelTable& table)
{
    table["mul"] = binary<[](double a, double b) { return a * b; }>;
}

} // namespace ds::reference
