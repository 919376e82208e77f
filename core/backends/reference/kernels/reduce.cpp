// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/backends/reference/kernels/indexing.h"

namespace ds::reference {

namespace {

/// Which element of the result each dimension of x leads to: strides in the output, 0 along reduced dimensions.
Shape outputStrides(const Call& c, const Shape& shape)
{
    std::vector<bool> reduced(static_cast<std::size_t>(shape.rank()), c.attrs.ints("axes").empty());
    for (int64_t axis : c.attrs.ints("axes")) reduced[static_cast<std::size_t>(axis < 0 ? axis + shape.rank() : axis)] = true;
    Shape strides = shape;
    int64_t step = 1;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        const bool gone = reduced[static_cast<std::size_t>(axis)];
        strides[axis] = gone ? 0 : step;
        if (!gone) step *= shape[axis];
    }
    return strides;
}

/// Folds all elements in order. The sums are kept in double whatever the dtype is.
template <auto f>
std::vector<double> fold(Call& c, double start)
{
    const Array& x = c.in(0);
    const Shape strides = outputStrides(c, x.shape());
    std::vector<double> result(static_cast<std::size_t>(c.out().count()), start);
    for (int64_t i = 0; i < x.count(); ++i) {
        const Shape at = unravel(i, x.shape());
        int64_t to = 0;
        for (int axis = 0; axis < at.rank(); ++axis) to += at[axis] * strides[axis];
        double& value = result[static_cast<std::size_t>(to)];
        value = f(value, x[i]);
    }
    return result;
}

void store(Call& c, const std::vector<double>& values, double factor = 1)
{
    for (int64_t i = 0; i < c.out().count(); ++i) c.out().set(i, values[static_cast<std::size_t>(i)] * factor);
}

constexpr auto plus = [](double a, double b) { return a + b; };
constexpr auto larger = [](double a, double b) { return b > a || std::isnan(b) ? b : a; };
constexpr auto smaller = [](double a, double b) { return b < a || std::isnan(b) ? b : a; };
constexpr auto times = [](double a, double b) { return a * b; };
constexpr auto either = [](double a, double b) -> double { return a != 0 || b != 0; };
constexpr auto both = [](double a, double b) -> double { return a != 0 && b != 0; };
constexpr double infinity = std::numeric_limits<double>::infinity();

void sum(Call& c) { store(c, fold<plus>(c, 0)); }
void mean(Call& c) { store(c, fold<plus>(c, 0), static_cast<double>(c.out().count()) / static_cast<double>(c.in(0).count())); }
void reduceMax(Call& c) { store(c, fold<larger>(c, -infinity)); }
void reduceMin(Call& c) { store(c, fold<smaller>(c, infinity)); }
void prod(Call& c) { store(c, fold<times>(c, 1)); }
void any(Call& c) { store(c, fold<either>(c, 0)); }
void all(Call& c) { store(c, fold<both>(c, 1)); }

/// Position of the first best element of each line.
template <auto better>
void argBest(Call& c)
{
    const Array& x = c.in(0);
    const Lines lines(x.shape(), axisOf(c, x.shape().rank()));
    for (int64_t o = 0; o < lines.outer; ++o)
        for (int64_t i = 0; i < lines.inner; ++i) {
            int64_t best = 0;
            for (int64_t k = 1; k < lines.size; ++k)
                if (better(x[lines.at(o, k, i)], x[lines.at(o, best, i)])) best = k;
            c.out().set(o * lines.inner + i, static_cast<double>(best));
        }
}

void cumsum(Call& c)
{
    const Array& x = c.in(0);
    const bool reverse = c.attrs.boolean("reverse"), exclusive = c.attrs.boolean("exclusive");
    const Lines lines(x.shape(), axisOf(c, x.shape().rank()));
    for (int64_t o = 0; o < lines.outer; ++o)
        for (int64_t i = 0; i < lines.inner; ++i) {
            double sum = 0;
            for (int64_t n = 0; n < lines.size; ++n) {
                const int64_t at = lines.at(o, reverse ? lines.size - 1 - n : n, i);
                if (exclusive) c.out().set(at, sum);
                sum += x[at];
                if (!exclusive) c.out().set(at, sum);
            }
        }
}

} // namespace

void install_reduce(KernelTable& table)
{
    table["sum"] = sum;
    table["mean"] = mean;
    table["reduce_max"] = reduceMax;
    table["reduce_min"] = reduceMin;
    table["prod"] = prod;
    table["any"] = any;
    table["all"] = all;
    table["arg_max"] = argBest<[](double a, double b) { return b < a; }>;
    table["arg_min"] = argBest<[](double a, double b) { return a < b; }>;
    table["cumsum"] = cumsum;
}

} // namespace ds::reference
