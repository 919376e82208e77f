// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/backends/reference/kernel.h"

namespace ds::reference {

namespace {

template <auto f>
void unary(Call& c)
{
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, f(c.in(0)[i]));
}

} // namespace

void install_unary(KernelTable& table)
{
    table["exp"] = unary<[](double x) { return std::exp(x); }>;
}

} // namespace ds::reference
