// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <vector>

#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

/// Calls f(element of the result, element of x) in order.
template <class F>
void forSegments(Call& c, F f)
{
    const Lines lines(c.in(0).shape(), 0);
    for (int64_t k = 0; k < lines.size; ++k) {
        const int64_t segment = checkedIndex(c.in(1), k, c.out().shape()[0]);
        for (int64_t i = 0; i < lines.inner; ++i) f(segment * lines.inner + i, k * lines.inner + i);
    }
}

void segmentSum(Call& c)
{
    std::vector<double> sums(static_cast<std::size_t>(c.out().count()));
    forSegments(c, [&](int64_t to, int64_t from) { sums[static_cast<std::size_t>(to)] += c.in(0)[from]; });
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, sums[static_cast<std::size_t>(i)]);
}

void segmentMax(Call& c)
{
    std::vector<bool> filled(static_cast<std::size_t>(c.out().count()));
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, 0);
    forSegments(c, [&](int64_t to, int64_t from) {
        const double value = c.in(0)[from];
        if (!filled[static_cast<std::size_t>(to)] || value > c.out()[to] || std::isnan(value)) c.out().set(to, value);
        filled[static_cast<std::size_t>(to)] = true;
    });
}

} // namespace

void install_segment(KernelTable& table)
{
    table["segment_sum"] = segmentSum;
    table["segment_max"] = segmentMax;
}

} // namespace ds::reference
