// SPDX-License-Identifier: Apache-2.0
// Attention a block of queries at a time (in the manner of Dao et al., "FlashAttention", 2022; whole rows of scores, since caches
// of a CPU hold them).
#include <algorithm>

#include "core/backends/cpu/attention_block.h"
#include "core/backends/cpu/gemm.h"
#include "core/backends/cpu/parallel.h"

namespace ds::cpu {

namespace {

std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    prepareGemm();
    const AttentionShape s(request);
    const int64_t items = s.batch * s.heads * s.blocks;
    const int64_t parts = partsFor(items, s.blockRows * s.keys * s.width), size = s.scoresSize() + s.factorsSize();
    const auto keep = simd::functions().keep;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, items, [&](int64_t part, int64_t begin, int64_t end) {
                float *p = static_cast<float*>(args.workspace) + part * size, *buffer = p + s.scoresSize();
                for (int64_t item = begin; item < end; ++item) {
                    const AttentionBlock b = attentionBlock(s, args, item / s.blocks, item % s.blocks);
                    float* y = args.out<float>() + (b.head * s.rows + b.first) * s.outWidth;
                    if (b.columns == 0) {
                        std::fill(y, y + b.rows * s.outWidth, 0.0f);
                        continue;
                    }
                    attentionProbabilities(s, args, b, p);
                    for (int64_t r = 0; r < b.rows; ++r)
                        if (const float* kept = attentionFactors(s, args, b, r, buffer)) keep(p + r * s.ld, kept, p + r * s.ld, b.columns);
                    const int64_t keyHead = b.head / s.group(); // the same for n × H + h as for h, since H is a multiple
                    gemm(false, false, b.rows, s.outWidth, b.columns, 1, p, s.ld, args.in<float>(2) + keyHead * s.keys * s.outWidth,
                         s.outWidth, 0, y, s.outWidth);
                }
            });
        },
        "attention_blocks", static_cast<std::size_t>(parts * size) * sizeof(float));
}

/// One block: dv += p^T grad, ds = p × (grad v^T - <out, grad>), dq = scale × ds k, dk += scale × ds^T q.
void gradBlock(const AttentionShape& s, const KernelArgs& args, const AttentionBlock& b, float* p, float* dp, float* buffer)
{
    const simd::Functions& f = simd::functions();
    const int64_t keyHead = b.head / s.group(), queryAt = (b.head * s.rows + b.first) * s.width,
                  outAt = (b.head * s.rows + b.first) * s.outWidth;
    const float *k = args.in<float>(1) + keyHead * s.keys * s.width, *v = args.in<float>(2) + keyHead * s.keys * s.outWidth;
    const float *out = args.in<float>(5) + outAt, *grad = args.in<float>(6) + outAt;
    float* dq = args.out<float>(0) + queryAt;
    if (b.columns == 0) {
        std::fill(dq, dq + b.rows * s.width, 0.0f);
        return;
    }
    attentionProbabilities(s, args, b, p);
    gemm(false, true, b.rows, b.columns, s.outWidth, 1, grad, s.outWidth, v, s.outWidth, 0, dp, s.ld);
    for (int64_t r = 0; r < b.rows; ++r)
        f.attentionGradRow(p + r * s.ld, dp + r * s.ld, attentionFactors(s, args, b, r, buffer),
                           f.dotRow(out + r * s.outWidth, grad + r * s.outWidth, s.outWidth), b.columns);
    gemm(true, false, b.columns, s.outWidth, b.rows, 1, p, s.ld, grad, s.outWidth, 1, args.out<float>(2) + keyHead * s.keys * s.outWidth,
         s.outWidth);
    gemm(false, false, b.rows, s.width, b.columns, s.scale, dp, s.ld, k, s.width, 0, dq, s.width);
    gemm(true, false, b.columns, s.width, b.rows, s.scale, dp, s.ld, args.in<float>(0) + queryAt, s.width, 1,
         args.out<float>(1) + keyHead * s.keys * s.width, s.width);
}

/// The heads of a group add to one dk and dv, one after the other, on one thread.
std::unique_ptr<Kernel> prepareGrad(const KernelRequest& request)
{
    prepareGemm();
    const AttentionShape s(request);
    const int64_t items = s.batch * s.keyHeads;
    const int64_t parts = partsFor(items, s.group() * s.rows * s.keys * s.width), size = 2 * s.scoresSize() + s.factorsSize();
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, items, [&](int64_t part, int64_t begin, int64_t end) {
                float* p = static_cast<float*>(args.workspace) + part * size;
                for (int64_t item = begin; item < end; ++item) {
                    float *dk = args.out<float>(1) + item * s.keys * s.width, *dv = args.out<float>(2) + item * s.keys * s.outWidth;
                    std::fill(dk, dk + s.keys * s.width, 0.0f);
                    std::fill(dv, dv + s.keys * s.outWidth, 0.0f);
                    for (int64_t head = item * s.group(); head < (item + 1) * s.group(); ++head)
                        for (int64_t block = 0; block < s.blocks; ++block)
                            gradBlock(s, args, attentionBlock(s, args, head, block), p, p + s.scoresSize(), p + 2 * s.scoresSize());
                }
            });
        },
        "attention_grad_blocks", static_cast<std::size_t>(parts * size) * sizeof(float));
}

} // namespace

void install_attention(KernelTable& table)
{
    table["attention"] = {prepareForward, acceptsAttention};
    table["attention_grad"] = {prepareGrad, acceptsAttention};
}

} // namespace ds::cpu
