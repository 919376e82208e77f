// SPDX-License-Identifier: Apache-2.0
// Softmax and cross entropy along one axis of row-major tensors. Where the axis is not the last one, each line is copied to
// memory of its own first, so that one set of loops does for all.
#include <algorithm>

#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

/// A tensor as [outer, size, inner] around an axis; a line is what runs along the axis.
struct Lines {
    int64_t size, inner, count;

    Lines(const Shape& shape, int64_t axis)
    {
        const int at = static_cast<int>(axis < 0 ? axis + shape.rank() : axis);
        size = shape[at];
        inner = shape.count(at + 1, shape.rank());
        count = shape.count(0, at) * inner;
    }
    bool dense() const { return inner == 1; }
    int64_t first(int64_t line) const { return line / inner * size * inner + line % inner; }
    int64_t parts() const { return partsFor(count, size * 4); }
    /// Bytes for `buffers` lines for each part.
    std::size_t workspace(int64_t buffers) const
    {
        return dense() ? 0 : static_cast<std::size_t>(parts() * buffers * size) * sizeof(float);
    }
    void gather(const float* x, int64_t line, float* to) const
    {
        x += first(line);
        for (int64_t k = 0; k < size; ++k) to[k] = x[k * inner];
    }
    void scatter(const float* from, int64_t line, float* y) const
    {
        y += first(line);
        for (int64_t k = 0; k < size; ++k) y[k * inner] = from[k];
    }
};

struct Settings {
    Lines lines;
    int64_t parts, ignore;
    float smoothing;
};

Settings settings(const KernelRequest& request)
{
    const Lines lines(request.in(0).shape, 1);
    return {lines, lines.parts(), request.attrs.integer("ignore_index"), static_cast<float>(request.attrs.number("label_smoothing"))};
}

// loss = -(1 - s) × w_t × log p_t - s / C × Σ w_c log p_c  (Szegedy et al. 2016, as PyTorch weighs it); a target that is no
// class has no first term.
std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    const Settings s = settings(request);
    const Lines lines = s.lines;
    const auto logSumExp = simd::functions().logSumExpRow;
    const bool weighted = request.has(2);
    return makeKernel(
        [=](const KernelArgs& args) {
            const float* weight = weighted ? args.in<float>(2) : nullptr;
            parallelParts(s.parts, lines.count, [&](int64_t part, int64_t begin, int64_t end) {
                float* buffer = static_cast<float*>(args.workspace) + part * lines.size;
                for (int64_t line = begin; line < end; ++line) {
                    const int64_t target = args.in<int64_t>(1)[line];
                    float& loss = args.out<float>()[line];
                    loss = 0;
                    if (target == s.ignore) continue;
                    const float* x = lines.dense() ? args.in<float>(0) + line * lines.size : buffer;
                    if (!lines.dense()) lines.gather(args.in<float>(0), line, buffer);
                    const float norm = logSumExp(x, lines.size);
                    if (target >= 0 && target < lines.size)
                        loss = (1.0f - s.smoothing) * (weight ? weight[target] : 1.0f) * (norm - x[target]);
                    if (s.smoothing == 0.0f) continue;
                    float sum = 0;
                    for (int64_t c = 0; c < lines.size; ++c) sum += (weight ? weight[c] : 1.0f) * (norm - x[c]);
                    loss += s.smoothing / static_cast<float>(lines.size) * sum;
                }
            });
        },
        "softmax_cross_entropy", lines.workspace(1));
}

std::unique_ptr<Kernel> prepareGrad(const KernelRequest& request)
{
    const Settings s = settings(request);
    const Lines lines = s.lines;
    const auto logSumExp = simd::functions().logSumExpRow;
    const auto expShifted = simd::functions().expShifted;
    return makeKernel(
        [=](const KernelArgs& args) {
            const float *weight = args.in<float>(2), *grad = args.in<float>(3);
            parallelParts(s.parts, lines.count, [&](int64_t part, int64_t begin, int64_t end) {
                float* buffer = static_cast<float*>(args.workspace) + part * 2 * lines.size;
                for (int64_t line = begin; line < end; ++line) {
                    const float* x = lines.dense() ? args.in<float>(0) + line * lines.size : buffer;
                    float* dx = lines.dense() ? args.out<float>() + line * lines.size : buffer + lines.size;
                    const int64_t target = args.in<int64_t>(1)[line];
                    if (target == s.ignore) {
                        std::fill(dx, dx + lines.size, 0.0f);
                    } else {
                        if (!lines.dense()) lines.gather(args.in<float>(0), line, buffer);
                        const bool hit = target >= 0 && target < lines.size;
                        const float g = grad[line], even = s.smoothing / static_cast<float>(lines.size) * g;
                        const float hard = hit ? (1.0f - s.smoothing) * g * (weight ? weight[target] : 1.0f) : 0.0f;
                        float total = hard; // of all weights on log p
                        if (s.smoothing != 0.0f)
                            for (int64_t c = 0; c < lines.size; ++c) total += even * (weight ? weight[c] : 1.0f);
                        expShifted(x, logSumExp(x, lines.size), total, dx, lines.size);
                        if (s.smoothing != 0.0f)
                            for (int64_t c = 0; c < lines.size; ++c) dx[c] -= even * (weight ? weight[c] : 1.0f);
                        if (hit) dx[target] -= hard;
                    }
                    if (!lines.dense()) lines.scatter(dx, line, args.out<float>());
                }
            });
        },
        "softmax_cross_entropy_grad", lines.workspace(2));
}

bool accepts(const KernelRequest& request)
{
    return request.in(0).dtype == DType::F32 && request.in(1).dtype == DType::I64 && request.in(0).count() > 0;
}

std::unique_ptr<Kernel> prepareLines(const KernelRequest& request)
{
    const Lines lines(request.in(0).shape, request.attrs.integer("axis"));
    const int64_t parts = lines.parts();
    const auto f = request.op.name == "softmax" ? simd::functions().softmaxRow : simd::functions().logSoftmaxRow;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, lines.count, [&](int64_t part, int64_t begin, int64_t end) {
                float* buffer = static_cast<float*>(args.workspace) + part * 2 * lines.size;
                for (int64_t line = begin; line < end; ++line) {
                    if (lines.dense()) {
                        f(args.in<float>(0) + line * lines.size, args.out<float>() + line * lines.size, lines.size);
                        continue;
                    }
                    lines.gather(args.in<float>(0), line, buffer);
                    f(buffer, buffer + lines.size, lines.size);
                    lines.scatter(buffer + lines.size, line, args.out<float>());
                }
            });
        },
        "softmax", lines.workspace(2));
}

bool acceptsLines(const KernelRequest& request) { return request.in(0).dtype == DType::F32 && request.in(0).count() > 0; }

} // namespace

void install_loss(KernelTable& table)
{
    table["softmax_cross_entropy"] = {prepareForward, accepts};
    table["softmax_cross_entropy_grad"] = {prepareGrad, accepts};
    table["softmax"] = {prepareLines, acceptsLines};
    table["log_softmax"] = {prepareLines, acceptsLines};
}

} // namespace ds::cpu
