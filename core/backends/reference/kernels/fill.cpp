// SPDX-License-Identifier: Apache-2.0
#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

void full(Call& c)
{
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, c.attrs.number("value"));
}

void iota(Call& c)
{
    const Lines lines(c.out().shape(), axisOf(c, c.out().shape().rank()));
    for (int64_t o = 0; o < lines.outer; ++o)
        for (int64_t k = 0; k < lines.size; ++k)
            for (int64_t i = 0; i < lines.inner; ++i)
                c.out().set(lines.at(o, k, i), c.attrs.number("start") + c.attrs.number("step") * static_cast<double>(k));
}

void constant(Call& c)
{
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, c.attrs.floats("values")[static_cast<std::size_t>(i)]);
}

} // namespace

void install_fill(KernelTable& table)
{
    table["full"] = full;
    table["iota"] = iota;
    table["constant"] = constant;
}

} // namespace ds::reference
