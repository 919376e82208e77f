// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

/// Element `low` has weight 1 - `part`, the next one (or the last) has `part`.
struct Tap {
    int64_t low, high;
    double part;
};

Tap tapOf(int64_t i, int64_t oldSize, int64_t newSize, bool linear)
{
    if (!linear) return {i * oldSize / newSize, 0, 0};
    const double ratio = static_cast<double>(oldSize) / static_cast<double>(newSize);
    const double at = std::max(0.0, (static_cast<double>(i) + 0.5) * ratio - 0.5);
    const auto low = std::min(static_cast<int64_t>(at), oldSize - 1);
    return {low, std::min(low + 1, oldSize - 1), at - static_cast<double>(low)};
}

/// Calls f(element of the resized tensor, element of the original, weight) for all pairs with a weight.
template <class F>
void forTaps(const Shape& original, const Shape& resized, bool linear, F f)
{
    const int spatial = original.rank() - 2;
    for (int64_t i = 0; i < resized.count(); ++i) {
        const Shape to = unravel(i, resized);
        for (int corner = 0; corner < 1 << spatial; ++corner) {
            Shape from = to;
            double weight = 1;
            for (int s = 0; s < spatial; ++s) {
                const Tap tap = tapOf(to[s + 2], original[s + 2], resized[s + 2], linear);
                const bool high = corner >> s & 1;
                from[s + 2] = high ? tap.high : tap.low;
                weight *= high ? tap.part : 1 - tap.part;
            }
            if (weight != 0) f(i, ravel(from, original), weight);
        }
    }
}

void clear(Array& array)
{
    for (int64_t i = 0; i < array.count(); ++i) array.set(i, 0);
}

void resize(Call& c)
{
    clear(c.out());
    forTaps(c.in(0).shape(), c.out().shape(), c.attrs.string("mode") == "linear",
            [&](int64_t to, int64_t from, double weight) { c.out().add(to, c.in(0)[from] * weight); });
}

void resizeGrad(Call& c)
{
    clear(c.out());
    forTaps(c.out().shape(), c.in(0).shape(), c.attrs.string("mode") == "linear",
            [&](int64_t to, int64_t from, double weight) { c.out().add(from, c.in(0)[to] * weight); });
}

} // namespace

void install_resize(KernelTable& table)
{
    table["resize"] = resize;
    table["resize_grad"] = resizeGrad;
}

} // namespace ds::reference
