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

} // namespace

void install_gather(KernelTable& table)
{
    table["gather"] = gather;
    table["scatter_add"] = scatterAdd;
}

} // namespace ds::reference
