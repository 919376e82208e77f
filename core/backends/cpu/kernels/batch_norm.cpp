// SPDX-License-Identifier: Apache-2.0
// Batch normalisation over row-major or channel-blocked images (Ioffe & Szegedy, 2015). Threads take blocks of channels.
#include <algorithm>
#include <cmath>

#include "core/backends/cpu/blocked.h"
#include "core/backends/cpu/half.h"
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

/// (x - mean) / deviation × scale + bias as one factor and one term for each channel of a block. The two directions of a fused
/// activation must agree on signs, so both take them from here.
struct Affine {
    float factor[largestBlock], offset[largestBlock];
    Affine(int64_t block, const float* scale, const float* bias, const float* mean, const float* variance, float epsilon)
    {
        for (int64_t c = 0; c < block; ++c) {
            factor[c] = scale[c] / std::sqrt(variance[c] + epsilon);
            offset[c] = bias[c] - mean[c] * factor[c];
        }
    }
    simd::ChannelAffine channels() const { return {factor, offset}; }
};

/// batch_norm, and batch_norm_activation with or without a residual.
template <class T>
std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    const Blocked form = blockedForm(request.inputs[0]);
    const simd::ChannelBlock block = blockOf(form);
    const float epsilon = static_cast<float>(request.attrs.number("epsilon"));
    const bool relu = request.op.name == "batch_norm_activation", residual = relu && request.has(3);
    const simd::LoopsOf<T>& f = simd::loops<T>();
    return makeKernel(
        [=, &f](const KernelArgs& args) {
            parallelItems(form.channelBlocks, form.batch * form.spatial * form.block, [&](int64_t b) {
                const int64_t at = b * form.block, from = at * form.spatial;
                const T* x = args.in<T>(0) + from;
                float *mean = args.out<float>(1) + at, *variance = args.out<float>(2) + at;
                f.channelMoments(block, x, mean, variance);
                const Affine affine(form.block, args.in<float>(1) + at, args.in<float>(2) + at, mean, variance, epsilon);
                T* y = args.out<T>(0) + from;
                if (relu) f.channelScaleRelu(block, affine.channels(), x, residual ? args.in<T>(3) + from : nullptr, y);
                else f.channelScale(block, affine.channels(), x, y);
            });
        },
        relu ? "batch_norm_activation" : "batch_norm");
}

template <class T>
std::unique_ptr<Kernel> prepareInference(const KernelRequest& request)
{
    const Blocked form = blockedForm(request.inputs[0]);
    const simd::ChannelBlock block{1, form.spatial, form.block, 0};
    const float epsilon = static_cast<float>(request.attrs.number("epsilon"));
    const auto apply = simd::loops<T>().channelScale;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelItems(form.outer, form.spatial * form.block, [&](int64_t i) {
                const int64_t at = i % form.channelBlocks * form.block, size = form.spatial * form.block;
                const Affine affine(form.block, args.in<float>(1) + at, args.in<float>(2) + at, args.in<float>(3) + at,
                                    args.in<float>(4) + at, epsilon);
                apply(block, affine.channels(), args.in<T>(0) + i * size, args.out<T>() + i * size);
            });
        },
        "batch_norm_inference");
}

/// dx = scale / deviation × (grad - mean(grad) - x̂ × mean(grad × x̂)), of batch_norm_activation_grad with the gradient where the result
/// was positive.
template <class T>
std::unique_ptr<Kernel> prepareGrad(const KernelRequest& request)
{
    const Blocked form = blockedForm(request.inputs[0]);
    const simd::ChannelBlock block = blockOf(form);
    const float epsilon = static_cast<float>(request.attrs.number("epsilon"));
    const float count = static_cast<float>(form.batch * form.spatial);
    const bool masked = request.op.name == "batch_norm_activation_grad";
    const int meanAt = masked ? 3 : 2;
    const simd::LoopsOf<T>& f = simd::loops<T>();
    return makeKernel(
        [=, &f](const KernelArgs& args) {
            parallelItems(form.channelBlocks, form.batch * form.spatial * form.block, [&](int64_t b) {
                const int64_t at = b * form.block;
                const T *x = args.in<T>(0) + at * form.spatial, *grad = args.in<T>(meanAt + 2) + at * form.spatial;
                const float *scale = args.in<float>(1) + at, *mean = args.in<float>(meanAt) + at,
                            *variance = args.in<float>(meanAt + 1) + at;
                // Without an activation any term will do for the bias: nobody looks at it.
                const Affine affine(form.block, scale, masked ? args.in<float>(2) + at : mean, mean, variance, epsilon);
                const simd::ChannelAffine channels = affine.channels();
                const simd::ChannelAffine* positive = masked ? &channels : nullptr;
                float inverse[largestBlock], fb[largestBlock], fc[largestBlock];
                for (int64_t c = 0; c < form.block; ++c) inverse[c] = 1.0f / std::sqrt(variance[c] + epsilon);
                float *dscale = args.out<float>(1) + at, *dbias = args.out<float>(2) + at;
                f.channelGradSums(block, positive, x, grad, mean, inverse, dbias, dscale);
                for (int64_t c = 0; c < form.block; ++c) {
                    fb[c] = -affine.factor[c] * inverse[c] * dscale[c] / count;
                    fc[c] = -affine.factor[c] * dbias[c] / count - fb[c] * mean[c];
                }
                f.channelGrad(block, positive, x, grad, affine.factor, fb, fc, args.out<T>(0) + at * form.spatial);
            });
        },
        masked ? "batch_norm_activation_grad" : "batch_norm_grad");
}

bool accepts(const KernelRequest& request) { return isComputed(request.in(0).dtype) && request.in(0).count() > 0; }

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
    for (std::size_t i = 1; i < wish.inputs.size(); ++i)
        if (request.inputs[i].present && request.inputs[i].type == request.inputs[0].type) wish.inputs[i] = wish.inputs[0];
    return wish;
}

} // namespace

void install_batch_norm(KernelTable& table)
{
    table["batch_norm"] = table["batch_norm_activation"] = {byType<prepareForward<float>, prepareForward<simd::Bf16>>, accepts, follow};
    table["batch_norm_inference"] = {byType<prepareInference<float>, prepareInference<simd::Bf16>>, accepts, follow};
    table["batch_norm_grad"] = table["batch_norm_activation_grad"] = {byType<prepareGrad<float>, prepareGrad<simd::Bf16>>, accepts, follow};
}

} // namespace ds::cpu
