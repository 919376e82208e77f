// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

template <auto f>
void binary(Call& c)
{
    const Shape& full = c.out().shape();
    for (int64_t i = 0; i < c.out().count(); ++i)
        c.out().set(i, f(c.in(0)[broadcastIndex(i, full, c.in(0).shape())], c.in(1)[broadcastIndex(i, full, c.in(1).shape())]));
}

void select(Call& c)
{
    const Shape& full = c.out().shape();
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const Array& side = c.in(c.in(0)[broadcastIndex(i, full, c.in(0).shape())] != 0 ? 1 : 2);
        c.out().set(i, side[broadcastIndex(i, full, side.shape())]);
    }
}

} // namespace

void install_binary(KernelTable& table)
{
    table["add"] = binary<[](double a, double b) { return a + b; }>;
    table["sub"] = binary<[](double a, double b) { return a - b; }>;
    table["mul"] = binary<[](double a, double b) { return a * b; }>;
    table["div"] = binary<[](double a, double b) { return a / b; }>;
    table["pow"] = binary<[](double a, double b) { return std::pow(a, b); }>;
    table["maximum"] = binary<[](double a, double b) { return b < a || std::isnan(a) ? a : b; }>;
    table["minimum"] = binary<[](double a, double b) { return a < b || std::isnan(a) ? a : b; }>;
    table["remainder"] = binary<[](double a, double b) { return a - b * std::floor(a / b); }>;
    table["atan2"] = binary<[](double a, double b) { return std::atan2(a, b); }>;
    table["equal"] = binary<[](double a, double b) { return a == b; }>;
    table["not_equal"] = binary<[](double a, double b) { return a != b; }>;
    table["less"] = binary<[](double a, double b) { return a < b; }>;
    table["less_equal"] = binary<[](double a, double b) { return a <= b; }>;
    table["greater"] = binary<[](double a, double b) { return b < a; }>;
    table["greater_equal"] = binary<[](double a, double b) { return a >= b; }>;
    table["logical_and"] = binary<[](double a, double b) { return a != 0 && b != 0; }>;
    table["logical_or"] = binary<[](double a, double b) { return a != 0 || b != 0; }>;
    table["logical_xor"] = binary<[](double a, double b) { return (a != 0) != (b != 0); }>;
    table["select"] = select;
}

} // namespace ds::reference
