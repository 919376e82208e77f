// SPDX-License-Identifier: Apache-2.0
#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

void gather(Call& c)
{
    const Array &x = c.in(0), &indices = c.in(1);
    const Lines lines(x.shape(), axisOf(c, x.shape().rank()));
    for (int64_t o = 0; o < lines.outer; ++o)
        for (int64_t k = 0; k < indices.count(); ++k)
            for (int64_t i = 0; i < lines.inner; ++i)
                c.out().set((o * indices.count() + k) * lines.inner + i, x[lines.at(o, checkedIndex(indices, k, lines.size), i)]);
}

void scatterAdd(Call& c)
{
    const Array &indices = c.in(1), &updates = c.in(2);
    copyAll(c.in(0), c.out());
    const Lines lines(c.out().shape(), axisOf(c, c.out().shape().rank()));
    for (int64_t o = 0; o < lines.outer; ++o)
        for (int64_t k = 0; k < indices.count(); ++k)
            for (int64_t i = 0; i < lines.inner; ++i)
                c.out().add(lines.at(o, checkedIndex(indices, k, lines.size), i), updates[(o * indices.count() + k) * lines.inner + i]);
}

/// Calls f(place of the index, place in the indexed tensor) for each index.
template <class F>
void forElements(const Array& indices, const Shape& shape, int axis, F f)
{
    const Lines from(indices.shape(), axis), to(shape, axis);
    for (int64_t o = 0; o < from.outer; ++o)
        for (int64_t k = 0; k < from.size; ++k)
            for (int64_t i = 0; i < from.inner; ++i) {
                const int64_t place = from.at(o, k, i);
                f(place, to.at(o, checkedIndex(indices, place, to.size), i));
            }
}

void gatherElements(Call& c)
{
    const Shape& shape = c.in(0).shape();
    forElements(c.in(1), shape, axisOf(c, shape.rank()), [&](int64_t place, int64_t element) { c.out().set(place, c.in(0)[element]); });
}

void scatterAddElements(Call& c)
{
    const Shape& shape = c.in(0).shape();
    copyAll(c.in(0), c.out());
    forElements(c.in(1), shape, axisOf(c, shape.rank()), [&](int64_t place, int64_t element) { c.out().add(element, c.in(2)[place]); });
}

} // namespace

void install_gather(KernelTable& table)
{
    table["gather"] = gather;
    table["scatter_add"] = scatterAdd;
    table["gather_elements"] = gatherElements;
    table["scatter_add_elements"] = scatterAddElements;
}

} // namespace ds::reference
