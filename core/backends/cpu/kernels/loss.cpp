// SPDX-License-Identifier: Apache-2.0
// Softmax and cross entropy over the class axis of row-major logits [N, C].
#include <algorithm>

#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

struct Settings {
    int64_t rows, classes, ignore;
    float smoothing;
};

Settings settings(const KernelRequest& request)
{
    return {request.in(0).shape[0], request.in(0).shape[1], request.attrs.integer("ignore_index"),
            static_cast<float>(request.attrs.number("label_smoothing"))};
}

// loss = -(1 - s) × w_t × log p_t - s / C × Σ w_c log p_c  (Szegedy et al. 2016, as PyTorch weighs it)
std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    const Settings s = settings(request);
    const auto logSumExp = simd::functions().logSumExpRow;
    const bool weighted = request.has(2);
    return makeKernel(
        [=](const KernelArgs& args) {
            const float* weight = weighted ? args.in<float>(2) : nullptr;
            parallelItems(s.rows, s.classes, [&](int64_t n) {
                const float* x = args.in<float>(0) + n * s.classes;
                const int64_t target = args.in<int64_t>(1)[n];
                float& loss = args.out<float>()[n];
                loss = 0;
                if (target == s.ignore) return;
                const float norm = logSumExp(x, s.classes);
                loss = (1.0f - s.smoothing) * (weight ? weight[target] : 1.0f) * (norm - x[target]);
                if (s.smoothing == 0.0f) return;
                float sum = 0;
                for (int64_t c = 0; c < s.classes; ++c) sum += (weight ? weight[c] : 1.0f) * (norm - x[c]);
                loss += s.smoothing / static_cast<float>(s.classes) * sum;
            });
        },
        "softmax_cross_entropy");
}

std::unique_ptr<Kernel> prepareGrad(const KernelRequest& request)
{
    const Settings s = settings(request);
    const auto logSumExp = simd::functions().logSumExpRow;
    const auto expShifted = simd::functions().expShifted;
    return makeKernel(
        [=](const KernelArgs& args) {
            const float *weight = args.in<float>(2), *grad = args.in<float>(3);
            parallelItems(s.rows, s.classes * 4, [&](int64_t n) {
                const float* x = args.in<float>(0) + n * s.classes;
                float* dx = args.out<float>() + n * s.classes;
                const int64_t target = args.in<int64_t>(1)[n];
                if (target == s.ignore) {
                    std::fill(dx, dx + s.classes, 0.0f);
                    return;
                }
                const float g = grad[n], even = s.smoothing / static_cast<float>(s.classes) * g, hard = (1.0f - s.smoothing) * g;
                const float hardWeight = hard * (weight ? weight[target] : 1.0f);
                float total = hardWeight; // of all weights on log p
                if (s.smoothing != 0.0f)
                    for (int64_t c = 0; c < s.classes; ++c) total += even * (weight ? weight[c] : 1.0f);
                expShifted(x, logSumExp(x, s.classes), total, dx, s.classes);
                if (s.smoothing != 0.0f)
                    for (int64_t c = 0; c < s.classes; ++c) dx[c] -= even * (weight ? weight[c] : 1.0f);
                dx[target] -= hardWeight;
            });
        },
        "softmax_cross_entropy_grad");
}

bool accepts(const KernelRequest& request)
{
    return request.in(0).dtype == DType::F32 && request.in(1).dtype == DType::I64 && request.in(0).shape.rank() == 2;
}

std::unique_ptr<Kernel> prepareRows(const KernelRequest& request)
{
    const int64_t n = request.in(0).shape[-1], rows = request.in(0).count() / n;
    const auto f = request.op.name == "softmax" ? simd::functions().softmaxRow : simd::functions().logSoftmaxRow;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelItems(rows, n * 4, [&](int64_t i) { f(args.in<float>(0) + i * n, args.out<float>() + i * n, n); });
        },
        "softmax");
}

bool acceptsRows(const KernelRequest& request)
{
    const Shape& shape = request.in(0).shape;
    const int64_t axis = request.attrs.integer("axis");
    return request.in(0).dtype == DType::F32 && request.in(0).count() > 0 && (axis == -1 || axis == shape.rank() - 1);
}

} // namespace

void install_loss(KernelTable& table)
{
    table["softmax_cross_entropy"] = {prepareForward, accepts};
    table["softmax_cross_entropy_grad"] = {prepareGrad, accepts};
    table["softmax"] = {prepareRows, acceptsRows};
    table["log_softmax"] = {prepareRows, acceptsRows};
}

} // namespace ds::cpu
