// SPDX-License-Identifier: Apache-2.0
// Attention a block of queries at a time (in the manner of Dao et al., "FlashAttention", 2022; whole rows of scores, since caches
// of a CPU hold them).
#include <algorithm>
#include <utility>

#include "core/backends/cpu/attention_block.h"
#include "core/backends/cpu/gemm.h"
#include "core/backends/cpu/half.h"
#include "core/backends/cpu/parallel.h"

namespace ds::cpu {

namespace {

std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    prepareGemm();
    const AttentionShape s(request);
    const int64_t items = s.batch * s.heads * s.blocks;
    const int64_t parts = partsFor(items, s.blockRows * s.keys * s.width);
    const int64_t size = s.scoresSize() + s.factorsSize() + s.converted(s.querySize() + s.outSize() + s.keySize() + s.valueSize());
    const auto keep = simd::functions().keep;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, items, [&](int64_t part, int64_t begin, int64_t end) {
                float *p = static_cast<float*>(args.workspace) + part * size, *factors = p + s.scoresSize();
                float *ownQ = factors + s.factorsSize(), *ownY = ownQ + s.querySize(), *ownK = ownY + s.outSize(),
                      *ownV = ownK + s.keySize();
                int64_t read = -1; // the key head that is
                const float *k = nullptr, *v = nullptr;
                for (int64_t item = begin; item < end; ++item) {
                    const AttentionBlock b = attentionBlock(s, args, item / s.blocks, item % s.blocks);
                    const int64_t keyHead = b.head / s.group(); // the same for n × H + h as for h, since H is a multiple
                    const int64_t query = b.head * s.rows + b.first;
                    float* y = writeStretch(s.dtype, args.outputs[0], query * s.outWidth, ownY);
                    if (b.columns == 0) {
                        std::fill(y, y + b.rows * s.outWidth, 0.0f);
                    } else {
                        if (keyHead != read) {
                            k = readStretch(s.dtype, args.inputs[1], keyHead * s.keySize(), s.keySize(), ownK);
                            v = readStretch(s.dtype, args.inputs[2], keyHead * s.valueSize(), s.valueSize(), ownV);
                            read = keyHead;
                        }
                        const float* q = readStretch(s.dtype, args.inputs[0], query * s.width, b.rows * s.width, ownQ);
                        attentionProbabilities(s, args, b, q, k, p);
                        for (int64_t r = 0; r < b.rows; ++r)
                            if (const float* kept = attentionFactors(s, args, b, r, factors))
                                keep(p + r * s.ld, kept, p + r * s.ld, b.columns);
                        gemm(false, false, b.rows, s.outWidth, b.columns, 1, p, s.ld, v, s.outWidth, 0, y, s.outWidth);
                    }
                    storeStretch(s.dtype, args.outputs[0], query * s.outWidth, b.rows * s.outWidth, y);
                }
            });
        },
        "attention_blocks", static_cast<std::size_t>(parts * size) * sizeof(float));
}

/// What one key head and its queries need: k, v and their gradients, and memory for one block.
struct HeadGrad {
    const float *k, *v;
    float *dk, *dv;
    float *p, *dp, *factors, *q, *out, *grad, *dq;
};

/// One block: dv += p^T grad, ds = p × (grad v^T - <out, grad>), dq = scale × ds k, dk += scale × ds^T q.
void gradBlock(const AttentionShape& s, const KernelArgs& args, const AttentionBlock& b, const HeadGrad& h)
{
    const simd::Functions& f = simd::functions();
    const int64_t query = b.head * s.rows + b.first, width = s.width, outWidth = s.outWidth;
    float* dq = writeStretch(s.dtype, args.outputs[0], query * width, h.dq);
    if (b.columns == 0) {
        std::fill(dq, dq + b.rows * width, 0.0f);
    } else {
        const float* q = readStretch(s.dtype, args.inputs[0], query * width, b.rows * width, h.q);
        const float* out = readStretch(s.dtype, args.inputs[5], query * outWidth, b.rows * outWidth, h.out);
        const float* grad = readStretch(s.dtype, args.inputs[6], query * outWidth, b.rows * outWidth, h.grad);
        attentionProbabilities(s, args, b, q, h.k, h.p);
        gemm(false, true, b.rows, b.columns, outWidth, 1, grad, outWidth, h.v, outWidth, 0, h.dp, s.ld);
        for (int64_t r = 0; r < b.rows; ++r)
            f.attentionGradRow(h.p + r * s.ld, h.dp + r * s.ld, attentionFactors(s, args, b, r, h.factors),
                               f.dotRow(out + r * outWidth, grad + r * outWidth, outWidth), b.columns);
        gemm(true, false, b.columns, outWidth, b.rows, 1, h.p, s.ld, grad, outWidth, 1, h.dv, outWidth);
        gemm(false, false, b.rows, width, b.columns, s.scale, h.dp, s.ld, h.k, width, 0, dq, width);
        gemm(true, false, b.columns, width, b.rows, s.scale, h.dp, s.ld, q, width, 1, h.dk, width);
    }
    storeStretch(s.dtype, args.outputs[0], query * width, b.rows * width, dq);
}

/// The heads of a group add to one dk and dv, one after the other, on one thread.
std::unique_ptr<Kernel> prepareGrad(const KernelRequest& request)
{
    prepareGemm();
    const AttentionShape s(request);
    const int64_t items = s.batch * s.keyHeads;
    const int64_t parts = partsFor(items, s.group() * s.rows * s.keys * s.width);
    const int64_t size =
        2 * s.scoresSize() + s.factorsSize() + s.converted(2 * s.keySize() + 2 * s.valueSize() + 2 * s.querySize() + 2 * s.outSize());
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, items, [&](int64_t part, int64_t begin, int64_t end) {
                float* memory = static_cast<float*>(args.workspace) + part * size;
                const auto take = [&](int64_t floats) { return std::exchange(memory, memory + floats); };
                HeadGrad h{};
                h.p = take(s.scoresSize()), h.dp = take(s.scoresSize()), h.factors = take(s.factorsSize());
                float *ownK = take(s.converted(s.keySize())), *ownV = take(s.converted(s.valueSize())),
                      *ownDk = take(s.converted(s.keySize())), *ownDv = take(s.converted(s.valueSize()));
                h.q = take(s.converted(s.querySize())), h.dq = take(s.converted(s.querySize()));
                h.out = take(s.converted(s.outSize())), h.grad = take(s.converted(s.outSize()));
                for (int64_t item = begin; item < end; ++item) {
                    const int64_t key = item * s.keySize(), value = item * s.valueSize();
                    h.k = readStretch(s.dtype, args.inputs[1], key, s.keySize(), ownK);
                    h.v = readStretch(s.dtype, args.inputs[2], value, s.valueSize(), ownV);
                    h.dk = writeStretch(s.dtype, args.outputs[1], key, ownDk);
                    h.dv = writeStretch(s.dtype, args.outputs[2], value, ownDv);
                    std::fill(h.dk, h.dk + s.keySize(), 0.0f);
                    std::fill(h.dv, h.dv + s.valueSize(), 0.0f);
                    for (int64_t head = item * s.group(); head < (item + 1) * s.group(); ++head)
                        for (int64_t block = 0; block < s.blocks; ++block) gradBlock(s, args, attentionBlock(s, args, head, block), h);
                    storeStretch(s.dtype, args.outputs[1], key, s.keySize(), h.dk);
                    storeStretch(s.dtype, args.outputs[2], value, s.valueSize(), h.dv);
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
