// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/backends/reference/kernel.h"

namespace ds::reference {

namespace {

/// visit(first index, distance, count) for each run of elements along the axis.
template <class Visit>
void eachRun(const Shape& shape, int64_t axis, Visit visit)
{
    const int at = static_cast<int>(axis < 0 ? axis + shape.rank() : axis);
    const int64_t outer = shape.count(0, at), inner = shape.count(at + 1, shape.rank());
    for (int64_t o = 0; o < outer; ++o)
        for (int64_t i = 0; i < inner; ++i) visit(o * shape[at] * inner + i, inner, shape[at]);
}

double logSumExp(const Array& x, int64_t first, int64_t distance, int64_t count)
{
    double top = -std::numeric_limits<double>::infinity(), sum = 0;
    for (int64_t k = 0; k < count; ++k) top = std::max(top, x[first + k * distance]);
    for (int64_t k = 0; k < count; ++k) sum += std::exp(x[first + k * distance] - top);
    return top + std::log(sum);
}

template <bool logarithm>
void softmax(Call& c)
{
    const Array& x = c.in(0);
    eachRun(x.shape(), c.attrs.integer("axis"), [&](int64_t first, int64_t distance, int64_t count) {
        const double norm = logSumExp(x, first, distance, count);
        for (int64_t k = 0; k < count; ++k) {
            const double value = x[first + k * distance] - norm;
            c.out().set(first + k * distance, logarithm ? value : std::exp(value));
        }
    });
}

void crossEntropy(Call& c)
{
    const Array &x = c.in(0), &targets = c.in(1);
    const double smoothing = c.attrs.number("label_smoothing");
    int64_t element = 0;
    eachRun(x.shape(), 1, [&](int64_t first, int64_t distance, int64_t count) {
        const double norm = logSumExp(x, first, distance, count);
        const auto target = static_cast<int64_t>(targets[element]);
        double loss = 0;
        for (int64_t k = 0; k < count; ++k) {
            const double wanted = (k == target ? 1 - smoothing : 0) + smoothing / static_cast<double>(count);
            loss += wanted * (c.has(2) ? c.in(2)[k] : 1) * (norm - x[first + k * distance]);
        }
        c.out().set(element++, target == c.attrs.integer("ignore_index") ? 0 : loss);
    });
}

} // namespace

void install_softmax(KernelTable& table)
{
    table["softmax"] = softmax<false>;
    table["log_softmax"] = softmax<true>;
    table["softmax_cross_entropy"] = crossEntropy;
}

} // namespace ds::reference
