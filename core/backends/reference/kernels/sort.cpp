// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

/// NaN counts as the largest.
bool below(double a, double b) { return a < b || (std::isnan(b) && !std::isnan(a)); }

/// Sorts each line and keeps as many elements as the result has room for.
void sortLines(Call& c, bool descending)
{
    const Array& x = c.in(0);
    const int axis = axisOf(c, x.shape().rank());
    const Lines from(x.shape(), axis), to(c.out().shape(), axis);
    std::vector<int64_t> order(static_cast<std::size_t>(from.size));
    for (int64_t o = 0; o < from.outer; ++o)
        for (int64_t i = 0; i < from.inner; ++i) {
            const auto value = [&](int64_t k) { return x[from.at(o, k, i)]; };
            std::iota(order.begin(), order.end(), int64_t{0});
            std::stable_sort(order.begin(), order.end(),
                             [&](int64_t a, int64_t b) { return descending ? below(value(b), value(a)) : below(value(a), value(b)); });
            for (int64_t k = 0; k < to.size; ++k) {
                const int64_t position = order[static_cast<std::size_t>(k)];
                c.out(0).set(to.at(o, k, i), value(position));
                c.out(1).set(to.at(o, k, i), static_cast<double>(position));
            }
        }
}

} // namespace

void install_sort(KernelTable& table)
{
    table["sort"] = [](Call& c) { sortLines(c, c.attrs.boolean("descending")); };
    table["top_k"] = [](Call& c) { sortLines(c, c.attrs.boolean("largest")); };
}

} // namespace ds::reference
