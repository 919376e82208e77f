// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/backends/reference/kernel.h"

namespace ds::reference {

namespace {

/// Mean and biased variance of some elements.
struct Moments {
    double mean = 0, variance = 0;
};

Moments moments(const Array& x, const std::vector<int64_t>& elements)
{
    Moments m;
    const double count = static_cast<double>(elements.size());
    for (int64_t i : elements) m.mean += x[i] / count;
    for (int64_t i : elements) m.variance += (x[i] - m.mean) * (x[i] - m.mean) / count;
    return m;
}

int64_t planeOf(const Shape& shape) { return shape.count(2, shape.rank()); }

double affine(const Call& c, double value, int64_t at) { return value * (c.has(1) ? c.in(1)[at] : 1) + (c.has(2) ? c.in(2)[at] : 0); }

void batchNorm(Call& c)
{
    const Array& x = c.in(0);
    const int64_t channels = x.shape()[1], plane = planeOf(x.shape());
    for (int64_t channel = 0; channel < channels; ++channel) {
        std::vector<int64_t> elements;
        for (int64_t i = 0; i < x.count(); ++i)
            if (i / plane % channels == channel) elements.push_back(i);
        const Moments m = moments(x, elements);
        for (int64_t i : elements) c.out().set(i, affine(c, (x[i] - m.mean) / std::sqrt(m.variance + c.attrs.number("epsilon")), channel));
        c.out(1).set(channel, m.mean);
        c.out(2).set(channel, m.variance);
    }
}

void batchNormInference(Call& c)
{
    const Array& x = c.in(0);
    const int64_t channels = x.shape()[1], plane = planeOf(x.shape());
    for (int64_t i = 0; i < x.count(); ++i) {
        const int64_t channel = i / plane % channels;
        c.out().set(i, affine(c, (x[i] - c.in(3)[channel]) / std::sqrt(c.in(4)[channel] + c.attrs.number("epsilon")), channel));
    }
}

/// Normalises runs of `size` successive elements; `at(element)` is the place of its scale and bias.
template <class At>
void normaliseRuns(Call& c, int64_t size, bool centre, At at)
{
    const Array& x = c.in(0);
    for (int64_t start = 0; start < x.count(); start += size) {
        std::vector<int64_t> elements;
        for (int64_t i = start; i < start + size; ++i) elements.push_back(i);
        Moments m = moments(x, elements);
        if (!centre) m = {0, m.variance + m.mean * m.mean};
        for (int64_t i : elements) c.out().set(i, affine(c, (x[i] - m.mean) / std::sqrt(m.variance + c.attrs.number("epsilon")), at(i)));
    }
}

int64_t rowSize(const Call& c)
{
    const Shape& shape = c.in(0).shape();
    const int64_t axis = c.attrs.integer("axis");
    return shape.count(static_cast<int>(axis < 0 ? axis + shape.rank() : axis), shape.rank());
}

void layerNorm(Call& c)
{
    const int64_t size = rowSize(c);
    normaliseRuns(c, size, true, [size](int64_t i) { return i % size; });
}

void rmsNorm(Call& c)
{
    const int64_t size = rowSize(c);
    normaliseRuns(c, size, false, [size](int64_t i) { return i % size; });
}

void groupNorm(Call& c)
{
    const Shape& shape = c.in(0).shape();
    const int64_t channels = shape[1], plane = planeOf(shape);
    normaliseRuns(c, channels * plane / c.attrs.integer("groups"), true, [=](int64_t i) { return i / plane % channels; });
}

} // namespace

void install_norm(KernelTable& table)
{
    table["batch_norm"] = batchNorm;
    table["batch_norm_inference"] = batchNormInference;
    table["layer_norm"] = layerNorm;
    table["rms_norm"] = rmsNorm;
    table["group_norm"] = groupNorm;
}

} // namespace ds::reference
