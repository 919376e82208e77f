// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

template <auto f>
void unary(Call& c)
{
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, f(c.in(0)[i]));
}

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

void elu(Call& c)
{
    const double alpha = c.attrs.number("alpha");
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, c.in(0)[i] > 0 ? c.in(0)[i] : alpha * std::expm1(c.in(0)[i]));
}

void leakyRelu(Call& c)
{
    const double slope = c.attrs.number("slope");
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, c.in(0)[i] > 0 ? c.in(0)[i] : slope * c.in(0)[i]);
}

void clamp(Call& c)
{
    const double low = c.attrs.number("min"), high = c.attrs.number("max");
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, std::clamp(c.in(0)[i], low, high));
}

void gelu(Call& c)
{
    const bool exact = c.attrs.string("approximate") == "none";
    for (int64_t i = 0; i < c.out().count(); ++i) {
        const double x = c.in(0)[i];
        const double part =
            exact ? std::erf(x / std::numbers::sqrt2) : std::tanh(std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * x * x * x));
        c.out().set(i, 0.5 * x * (1 + part));
    }
}

void cast(Call& c) { copyAll(c.in(0), c.out()); }

} // namespace

void install_unary(KernelTable& table)
{
    table["abs"] = unary<[](double x) { return std::abs(x); }>;
    table["sign"] = unary<[](double x) { return 0 < x ? 1 : x < 0 ? -1 : x; }>;
    table["neg"] = unary<[](double x) { return -x; }>;
    table["exp"] = unary<[](double x) { return std::exp(x); }>;
    table["expm1"] = unary<[](double x) { return std::expm1(x); }>;
    table["log"] = unary<[](double x) { return std::log(x); }>;
    table["log1p"] = unary<[](double x) { return std::log1p(x); }>;
    table["sqrt"] = unary<[](double x) { return std::sqrt(x); }>;
    table["rsqrt"] = unary<[](double x) { return 1 / std::sqrt(x); }>;
    table["reciprocal"] = unary<[](double x) { return 1 / x; }>;
    table["square"] = unary<[](double x) { return x * x; }>;
    table["sin"] = unary<[](double x) { return std::sin(x); }>;
    table["cos"] = unary<[](double x) { return std::cos(x); }>;
    table["tan"] = unary<[](double x) { return std::tan(x); }>;
    table["tanh"] = unary<[](double x) { return std::tanh(x); }>;
    table["sigmoid"] = unary<sigmoid>;
    table["erf"] = unary<[](double x) { return std::erf(x); }>;
    table["floor"] = unary<[](double x) { return std::floor(x); }>;
    table["ceil"] = unary<[](double x) { return std::ceil(x); }>;
    table["round"] = unary<[](double x) { return std::nearbyint(x); }>;
    table["relu"] = unary<[](double x) { return x <= 0 ? 0 : x; }>; // lets NaN through
    table["silu"] = unary<[](double x) { return x * sigmoid(x); }>;
    table["softplus"] = unary<[](double x) { return (x > 0 ? x : 0) + std::log1p(std::exp(-std::abs(x))); }>;
    table["is_nan"] = unary<[](double x) { return std::isnan(x); }>;
    table["is_finite"] = unary<[](double x) { return std::isfinite(x); }>;
    table["logical_not"] = unary<[](double x) { return x == 0; }>;
    table["elu"] = elu;
    table["leaky_relu"] = leakyRelu;
    table["clamp"] = clamp;
    table["gelu"] = gelu;
    table["cast"] = cast;
}

} // namespace ds::reference
