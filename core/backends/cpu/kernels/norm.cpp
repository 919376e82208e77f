// SPDX-License-Identifier: Apache-2.0
// Layer, RMS and group normalisation. Sums over rows (gradients of scale and bias) are taken for each part of the rows first
// and then over parts in order, so that they do not depend on timing.
#include <algorithm>
#include <cmath>

#include "core/backends/cpu/half.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/loops.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/random.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

float epsilonOf(const KernelRequest& request) { return static_cast<float>(request.attrs.number("epsilon")); }

int64_t rowSize(const KernelRequest& request)
{
    const Shape& shape = request.in(0).shape;
    const int64_t axis = request.attrs.integer("axis");
    return shape.count(static_cast<int>(axis < 0 ? axis + shape.rank() : axis), shape.rank());
}

template <class T>
std::unique_ptr<Kernel> prepareRows(const KernelRequest& request)
{
    const int64_t n = rowSize(request), rows = request.in(0).count() / n;
    const bool rms = request.op.name == "rms_norm", scaled = request.has(1), shifted = request.has(2);
    const float epsilon = epsilonOf(request);
    const auto f = simd::loops<T>().normRow;
    return makeKernel(
        [=](const KernelArgs& args) {
            const float *scale = scaled ? args.in<float>(1) : nullptr, *bias = shifted ? args.in<float>(2) : nullptr;
            parallelItems(rows, n * 4,
                          [&](int64_t row) { f(args.in<T>(0) + row * n, scale, bias, args.out<T>() + row * n, n, epsilon, rms); });
        },
        "norm_rows");
}

template <class T>
std::unique_ptr<Kernel> prepareRowsGrad(const KernelRequest& request)
{
    const int64_t n = rowSize(request), rows = request.in(0).count() / n, parts = partsFor(rows, n * 8);
    const bool rms = request.op.name == "rms_norm_grad", added = request.has(3);
    const float epsilon = epsilonOf(request);
    const auto f = simd::loops<T>().normGradRow;
    const auto add = simd::functions().addRow;
    const int64_t sums = rms ? 1 : 2; // results beside dx: dscale, dbias
    return makeKernel(
        [=](const KernelArgs& args) {
            auto* own = static_cast<float*>(args.workspace);
            parallelParts(parts, rows, [&](int64_t part, int64_t begin, int64_t end) {
                float *dscale = own + part * sums * n, *dbias = rms ? nullptr : dscale + n;
                std::fill(dscale, dscale + sums * n, 0.0f);
                for (int64_t row = begin; row < end; ++row)
                    f(args.in<T>(0) + row * n, args.in<float>(1), args.in<T>(2) + row * n, added ? args.in<T>(3) + row * n : nullptr,
                      args.out<T>() + row * n, dscale, dbias, n, epsilon, rms);
            });
            for (int64_t k = 0; k < sums; ++k) {
                float* to = args.out<float>(1 + static_cast<int>(k));
                std::copy(own + k * n, own + (k + 1) * n, to);
                for (int64_t part = 1; part < parts; ++part) add(own + (part * sums + k) * n, to, n);
            }
        },
        "norm_rows_grad", static_cast<std::size_t>(parts * sums * n) * sizeof(float));
}

/// sum = dropout(x) + residual and its normalisation, row by row, so that the sum is normalised while it is near.
template <class T>
std::unique_ptr<Kernel> prepareSumRows(const KernelRequest& request)
{
    const int64_t n = rowSize(request), rows = request.in(0).count() / n;
    const DType dtype = request.in(0).dtype;
    const bool scaled = request.has(2), shifted = request.has(3);
    const float epsilon = epsilonOf(request), rate = static_cast<float>(request.attrs.number("rate"));
    const float factor = static_cast<float>(1.0 / (1.0 - request.attrs.number("rate")));
    const auto stream = static_cast<uint32_t>(request.attrs.integer("stream"));
    const auto normalise = simd::loops<T>().normRow;
    const simd::Functions& loops = simd::functions();
    const simd::Binary* add = findLoop(loops.binary, "add");
    return makeKernel(
        [=, &loops](const KernelArgs& args) {
            const float *scale = scaled ? args.in<float>(2) : nullptr, *bias = shifted ? args.in<float>(3) : nullptr;
            const simd::RandomKey key = randomKey(*args.step, stream);
            parallelItems(rows, n * 6, [&](int64_t row) {
                float factors[halfTile + 8], left[halfTile], right[halfTile];
                for (int64_t at = row * n, end = at + n; at < end; at += halfTile) {
                    const int64_t count = std::min(halfTile, end - at);
                    const float* x = readStretch(dtype, args.inputs[0], at, count, left);
                    if (rate > 0) { // four elements share one block of random numbers
                        loops.dropoutFactors(key, static_cast<uint64_t>(at / 4), (at % 4 + count + 3) / 4, rate, factor, factors);
                        loops.keep(x, factors + at % 4, left, count);
                        x = left;
                    }
                    const float* residual = readStretch(dtype, args.inputs[1], at, count, right);
                    add->vv(x, residual, writeStretch(dtype, args.outputs[0], at, left), count);
                    storeStretch(dtype, args.outputs[0], at, count, left);
                }
                normalise(args.out<T>(0) + row * n, scale, bias, args.out<T>(1) + row * n, n, epsilon, false);
            });
        },
        "add_norm_rows");
}

/// [N, groups, channels of a group, plane].
struct Groups {
    int64_t batch, channels, plane, groups, each;
    explicit Groups(const KernelRequest& request)
    {
        const Shape& shape = request.in(0).shape;
        batch = shape[0], channels = shape[1], plane = shape.count(2, shape.rank());
        groups = request.attrs.integer("groups");
        each = channels / groups;
    }
    int64_t size() const { return each * plane; }
};

template <class T>
std::unique_ptr<Kernel> prepareGroups(const KernelRequest& request)
{
    const Groups g(request);
    const bool scaled = request.has(1), shifted = request.has(2);
    const float epsilon = epsilonOf(request);
    const auto moments = simd::loops<T>().channelMoments;
    const auto apply = simd::loops<T>().channelScale;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelItems(g.batch * g.groups, g.size() * 2, [&](int64_t item) {
                const T* x = args.in<T>(0) + item * g.size();
                float mean, variance;
                moments({1, g.size(), 1, 0}, x, &mean, &variance);
                const float inverse = 1.0f / std::sqrt(variance + epsilon);
                for (int64_t c = 0; c < g.each; ++c) {
                    const int64_t channel = item % g.groups * g.each + c;
                    const float factor = (scaled ? args.in<float>(1)[channel] : 1.0f) * inverse;
                    const float offset = (shifted ? args.in<float>(2)[channel] : 0.0f) - mean * factor;
                    apply({1, g.plane, 1, 0}, {&factor, &offset}, x + c * g.plane, args.out<T>() + item * g.size() + c * g.plane);
                }
            });
        },
        "group_norm");
}

/// dx = (h - mean(h) - n × mean(h × n)) / deviation with h = grad × scale, n the normalised x.
template <class T>
std::unique_ptr<Kernel> prepareGroupsGrad(const KernelRequest& request)
{
    const Groups g(request);
    const float epsilon = epsilonOf(request);
    const auto moments = simd::loops<T>().channelMoments;
    const auto sums = simd::loops<T>().channelGradSums;
    const auto apply = simd::loops<T>().channelGrad;
    const auto add = simd::functions().addRow;
    return makeKernel(
        [=](const KernelArgs& args) {
            float *dots = static_cast<float*>(args.workspace), *totals = dots + g.batch * g.channels; // [N, C] each
            const float* scale = args.in<float>(1);
            parallelItems(g.batch * g.groups, g.size() * 4, [&](int64_t item) {
                const T *x = args.in<T>(0) + item * g.size(), *grad = args.in<T>(2) + item * g.size();
                float mean, variance, total = 0, dot = 0;
                moments({1, g.size(), 1, 0}, x, &mean, &variance);
                const float inverse = 1.0f / std::sqrt(variance + epsilon), count = static_cast<float>(g.size());
                for (int64_t c = 0; c < g.each; ++c) {
                    float &ownTotal = totals[item * g.each + c], &ownDot = dots[item * g.each + c];
                    sums({1, g.plane, 1, 0}, nullptr, x + c * g.plane, grad + c * g.plane, &mean, &inverse, &ownTotal, &ownDot);
                    const float factor = scale ? scale[item % g.groups * g.each + c] : 1.0f;
                    total += factor * ownTotal;
                    dot += factor * ownDot;
                }
                const float b = -inverse * inverse * dot / count, offset = -inverse * total / count - b * mean;
                for (int64_t c = 0; c < g.each; ++c) {
                    const float a = inverse * (scale ? scale[item % g.groups * g.each + c] : 1.0f);
                    apply({1, g.plane, 1, 0}, nullptr, x + c * g.plane, grad + c * g.plane, &a, &b, &offset,
                          args.out<T>() + item * g.size() + c * g.plane);
                }
            });
            for (int k = 0; k < 2; ++k) {
                const float* from = k == 0 ? dots : totals;
                float* to = args.out<float>(1 + k);
                std::copy(from, from + g.channels, to);
                for (int64_t n = 1; n < g.batch; ++n) add(from + n * g.channels, to, g.channels);
            }
        },
        "group_norm_grad", static_cast<std::size_t>(2 * g.batch * g.channels) * sizeof(float));
}

bool accepts(const KernelRequest& request) { return isComputed(request.in(0).dtype) && request.in(0).count() > 0; }
bool acceptsSumRows(const KernelRequest& request) { return accepts(request) && request.attrs.number("rate") < 1; }

} // namespace

void install_norm(KernelTable& table)
{
    table["layer_norm"] = table["rms_norm"] = {byType<prepareRows<float>, prepareRows<simd::Bf16>>, accepts};
    table["add_layer_norm"] = {byType<prepareSumRows<float>, prepareSumRows<simd::Bf16>>, acceptsSumRows};
    table["layer_norm_grad"] = table["rms_norm_grad"] = {byType<prepareRowsGrad<float>, prepareRowsGrad<simd::Bf16>>, accepts};
    table["group_norm"] = {byType<prepareGroups<float>, prepareGroups<simd::Bf16>>, accepts};
    table["group_norm_grad"] = {byType<prepareGroupsGrad<float>, prepareGroupsGrad<simd::Bf16>>, accepts};
}

} // namespace ds::cpu
