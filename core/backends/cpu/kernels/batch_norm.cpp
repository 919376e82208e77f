// SPDX-License-Identifier: Apache-2.0
// Batch normalisation over row-major or channel-blocked images (Ioffe & Szegedy, 2015). Threads take blocks of channels.
#include <algorithm>
#include <cmath>

#include "core/backends/cpu/blocked.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/parallel.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

namespace {

constexpr int64_t largestBlock = 16;

simd::ChannelBlock blockOf(const Blocked& form)
{
    return {form.batch, form.spatial, form.block, form.channelBlocks * form.spatial * form.block};
}

std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    const Blocked form = blockedForm(request.inputs[0]);
    const simd::ChannelBlock block = blockOf(form);
    const float epsilon = static_cast<float>(request.attrs.number("epsilon"));
    const auto moments = simd::functions().channelMoments;
    const auto apply = simd::functions().channelScale;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelItems(form.channelBlocks, form.batch * form.spatial * form.block, [&](int64_t b) {
                const int64_t at = b * form.block;
                const float* x = args.in<float>(0) + at * form.spatial;
                float *mean = args.out<float>(1) + at, *variance = args.out<float>(2) + at;
                moments(block, x, mean, variance);
                float factor[largestBlock], offset[largestBlock];
                for (int64_t c = 0; c < form.block; ++c) {
                    factor[c] = args.in<float>(1)[at + c] / std::sqrt(variance[c] + epsilon);
                    offset[c] = args.in<float>(2)[at + c] - mean[c] * factor[c];
                }
                apply(block, x, factor, offset, args.out<float>(0) + at * form.spatial);
            });
        },
        "batch_norm");
}

std::unique_ptr<Kernel> prepareInference(const KernelRequest& request)
{
    const Blocked form = blockedForm(request.inputs[0]);
    const simd::ChannelBlock block{1, form.spatial, form.block, 0};
    const float epsilon = static_cast<float>(request.attrs.number("epsilon"));
    const auto apply = simd::functions().channelScale;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelItems(form.outer, form.spatial * form.block, [&](int64_t i) {
                const int64_t at = i % form.channelBlocks * form.block;
                float factor[largestBlock], offset[largestBlock];
                for (int64_t c = 0; c < form.block; ++c) {
                    factor[c] = args.in<float>(1)[at + c] / std::sqrt(args.in<float>(4)[at + c] + epsilon);
                    offset[c] = args.in<float>(2)[at + c] - args.in<float>(3)[at + c] * factor[c];
                }
                const int64_t size = form.spatial * form.block;
                apply(block, args.in<float>(0) + i * size, factor, offset, args.out<float>() + i * size);
            });
        },
        "batch_norm_inference");
}

/// dx = scale / deviation × (grad - mean(grad) - x̂ × mean(grad × x̂)).
std::unique_ptr<Kernel> prepareGrad(const KernelRequest& request)
{
    const Blocked form = blockedForm(request.inputs[0]);
    const simd::ChannelBlock block = blockOf(form);
    const float epsilon = static_cast<float>(request.attrs.number("epsilon"));
    const auto sums = simd::functions().channelGradSums;
    const auto apply = simd::functions().channelGrad;
    const float count = static_cast<float>(form.batch * form.spatial);
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelItems(form.channelBlocks, form.batch * form.spatial * form.block, [&](int64_t b) {
                const int64_t at = b * form.block;
                const float *x = args.in<float>(0) + at * form.spatial, *grad = args.in<float>(4) + at * form.spatial;
                const float *scale = args.in<float>(1) + at, *mean = args.in<float>(2) + at, *variance = args.in<float>(3) + at;
                float inverse[largestBlock], fa[largestBlock], fb[largestBlock], fc[largestBlock];
                for (int64_t c = 0; c < form.block; ++c) inverse[c] = 1.0f / std::sqrt(variance[c] + epsilon);
                float *dscale = args.out<float>(1) + at, *dbias = args.out<float>(2) + at;
                sums(block, x, grad, mean, inverse, dbias, dscale);
                for (int64_t c = 0; c < form.block; ++c) {
                    fa[c] = scale[c] * inverse[c];
                    fb[c] = -fa[c] * inverse[c] * dscale[c] / count;
                    fc[c] = -fa[c] * dbias[c] / count - fb[c] * mean[c];
                }
                apply(block, x, grad, fa, fb, fc, args.out<float>(0) + at * form.spatial);
            });
        },
        "batch_norm_grad");
}

bool accepts(const KernelRequest& request) { return request.in(0).dtype == DType::F32 && request.in(0).count() > 0; }

bool usable(const Operand& operand)
{
    const Blocked form = blockedForm(operand);
    return form.ok && (form.block == 1 || form.block == 8 || form.block == 16);
}

LayoutWish follow(const KernelRequest& request)
{
    LayoutWish wish = plainLayouts(request);
    if (!usable(request.inputs[0])) return wish;
    wish.inputs[0] = wish.outputs[0] = request.inputs[0].layout;
    if (request.op.name == "batch_norm_grad") wish.inputs[4] = wish.inputs[0];
    return wish;
}

} // namespace

void install_batch_norm(KernelTable& table)
{
    table["batch_norm"] = {prepareForward, accepts, follow};
    table["batch_norm_inference"] = {prepareInference, accepts, follow};
    table["batch_norm_grad"] = {prepareGrad, accepts, follow};
}

} // namespace ds::cpu
