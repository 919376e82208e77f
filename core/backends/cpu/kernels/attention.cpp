// SPDX-License-Identifier: Apache-2.0
// Attention a block of queries at a time (in the manner of Dao et al., "FlashAttention", 2022; whole rows of scores, since caches
// of a CPU hold them).
#include <algorithm>
#include <utility>

#include "core/backends/cpu/attention_block.h"
#include "core/backends/cpu/half.h"
#include "core/backends/cpu/parallel.h"

namespace ds::cpu {

namespace {

/// Memory of one thread, handed out piece by piece; without any, it only counts.
class Pieces {
public:
    explicit Pieces(float* memory = nullptr) : m_memory(memory) {}
    float* take(int64_t floats)
    {
        const int64_t at = std::exchange(m_used, m_used + (floats + 15) / 16 * 16);
        return m_memory ? m_memory + at : nullptr;
    }
    PackedMatrix matrix(int64_t rows, int64_t columns) { return {take(PackedMatrix::size(rows, columns)), rows, columns}; }
    int64_t used() const { return m_used; }

private:
    float* m_memory;
    int64_t m_used = 0;
};

/// Floats that a thread's memory takes.
template <class Memory>
int64_t sizeOfMemory(const AttentionShape& s)
{
    Pieces pieces;
    const Memory memory(s, pieces);
    return pieces.used();
}

/// What a thread needs to compute blocks of one head after the other.
struct ForwardMemory {
    ForwardMemory(const AttentionShape& s, Pieces& pieces)
        : p(pieces.take(s.scoresSize())), factors(pieces.take(s.factorsSize())), keys(pieces.matrix(s.width, s.keys)),
          values(pieces.matrix(s.keys, s.outWidth)), q(pieces.take(s.converted(s.querySize()))), y(pieces.take(s.converted(s.outSize()))),
          head(pieces.take(s.converted(std::max(s.keySize(), s.valueSize()))))
    {
    }
    float *p, *factors;
    PackedMatrix keys, values; ///< the keys transposed and times the scale
    float *q, *y, *head;       ///< converted operands
};

std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    const AttentionShape s(request);
    const int64_t items = s.batch * s.heads * s.blocks;
    const int64_t parts = partsFor(items, s.blockRows * s.keys * s.width), size = sizeOfMemory<ForwardMemory>(s);
    const auto keep = simd::functions().keep;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, items, [&](int64_t part, int64_t begin, int64_t end) {
                Pieces pieces(static_cast<float*>(args.workspace) + part * size);
                ForwardMemory own(s, pieces);
                int64_t packed = -1; // the key head that is
                for (int64_t item = begin; item < end; ++item) {
                    const AttentionBlock b = attentionBlock(s, args, item / s.blocks, item % s.blocks);
                    const int64_t keyHead = b.head / s.group(); // the same for n × H + h as for h, since H is a multiple
                    const int64_t query = b.head * s.rows + b.first;
                    float* y = writeStretch(s.dtype, args.outputs[0], query * s.outWidth, own.y);
                    if (b.columns == 0) {
                        std::fill(y, y + b.rows * s.outWidth, 0.0f);
                    } else {
                        if (std::exchange(packed, keyHead) != keyHead) {
                            own.keys.pack(readStretch(s.dtype, args.inputs[1], keyHead * s.keySize(), s.keySize(), own.head), 1, s.width,
                                          s.scale);
                            own.values.pack(readStretch(s.dtype, args.inputs[2], keyHead * s.valueSize(), s.valueSize(), own.head),
                                            s.outWidth, 1);
                        }
                        const float* q = readStretch(s.dtype, args.inputs[0], query * s.width, b.rows * s.width, own.q);
                        attentionProbabilities(s, args, b, q, own.keys, own.p);
                        for (int64_t r = 0; r < b.rows; ++r)
                            if (const float* kept = attentionFactors(s, args, b, r, own.factors))
                                keep(own.p + r * s.ld, kept, own.p + r * s.ld, b.columns);
                        own.values.multiply(own.p, s.ld, false, b.rows, b.columns, s.outWidth, y, s.outWidth, false);
                    }
                    storeStretch(s.dtype, args.outputs[0], query * s.outWidth, b.rows * s.outWidth, y);
                }
            });
        },
        "attention_blocks", static_cast<std::size_t>(parts * size) * sizeof(float));
}

/// ... and the gradients of one key head and its queries.
struct GradMemory {
    GradMemory(const AttentionShape& s, Pieces& pieces)
        : p(pieces.take(s.scoresSize())), dp(pieces.take(s.scoresSize())), factors(pieces.take(s.factorsSize())),
          keysTransposed(pieces.matrix(s.width, s.keys)), keys(pieces.matrix(s.keys, s.width)),
          valuesTransposed(pieces.matrix(s.outWidth, s.keys)), queries(pieces.matrix(s.blockRows, s.width)),
          grads(pieces.matrix(s.blockRows, s.outWidth)), head(pieces.take(s.converted(std::max(s.keySize(), s.valueSize())))),
          ownDk(pieces.take(s.converted(s.keySize()))), ownDv(pieces.take(s.converted(s.valueSize()))),
          q(pieces.take(s.converted(s.querySize()))), dq(pieces.take(s.converted(s.querySize()))),
          out(pieces.take(s.converted(s.outSize()))), grad(pieces.take(s.converted(s.outSize())))
    {
    }
    float *p, *dp, *factors;
    PackedMatrix keysTransposed, keys, valuesTransposed; ///< of the head; the transposed keys are times the scale
    PackedMatrix queries, grads;                         ///< of the block
    float *head, *ownDk, *ownDv, *q, *dq, *out, *grad;   ///< converted operands
    float *dk = nullptr, *dv = nullptr;
};

/// One block: dv += p^T grad, ds = p × (grad v^T - <out, grad>), dq = scale × ds k, dk += scale × ds^T q.
void gradBlock(const AttentionShape& s, const KernelArgs& args, const AttentionBlock& b, GradMemory& own)
{
    const simd::Functions& f = simd::functions();
    const int64_t query = b.head * s.rows + b.first, width = s.width, outWidth = s.outWidth;
    float* dq = writeStretch(s.dtype, args.outputs[0], query * width, own.dq);
    if (b.columns == 0) {
        std::fill(dq, dq + b.rows * width, 0.0f);
    } else {
        const float* q = readStretch(s.dtype, args.inputs[0], query * width, b.rows * width, own.q);
        const float* out = readStretch(s.dtype, args.inputs[5], query * outWidth, b.rows * outWidth, own.out);
        const float* grad = readStretch(s.dtype, args.inputs[6], query * outWidth, b.rows * outWidth, own.grad);
        attentionProbabilities(s, args, b, q, own.keysTransposed, own.p);
        own.valuesTransposed.multiply(grad, outWidth, false, b.rows, outWidth, b.columns, own.dp, s.ld, false);
        for (int64_t r = 0; r < b.rows; ++r) {
            float* dp = own.dp + r * s.ld;
            f.attentionGradRow(own.p + r * s.ld, dp, attentionFactors(s, args, b, r, own.factors),
                               f.dotRow(out + r * outWidth, grad + r * outWidth, outWidth), b.columns);
            for (int64_t c = 0; c < b.columns; ++c) dp[c] *= s.scale;
        }
        own.queries.pack(q, width, 1, 1, b.rows);
        own.grads.pack(grad, outWidth, 1, 1, b.rows);
        own.grads.multiply(own.p, s.ld, true, b.columns, b.rows, outWidth, own.dv, outWidth, true);
        own.keys.multiply(own.dp, s.ld, false, b.rows, b.columns, width, dq, width, false);
        own.queries.multiply(own.dp, s.ld, true, b.columns, b.rows, width, own.dk, width, true);
    }
    storeStretch(s.dtype, args.outputs[0], query * width, b.rows * width, dq);
}

/// The heads of a group add to one dk and dv, one after the other, on one thread.
std::unique_ptr<Kernel> prepareGrad(const KernelRequest& request)
{
    const AttentionShape s(request);
    const int64_t items = s.batch * s.keyHeads;
    const int64_t parts = partsFor(items, s.group() * s.rows * s.keys * s.width), size = sizeOfMemory<GradMemory>(s);
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, items, [&](int64_t part, int64_t begin, int64_t end) {
                Pieces pieces(static_cast<float*>(args.workspace) + part * size);
                GradMemory own(s, pieces);
                for (int64_t item = begin; item < end; ++item) {
                    const int64_t key = item * s.keySize(), value = item * s.valueSize();
                    const float* k = readStretch(s.dtype, args.inputs[1], key, s.keySize(), own.head);
                    own.keysTransposed.pack(k, 1, s.width, s.scale);
                    own.keys.pack(k, s.width, 1);
                    own.valuesTransposed.pack(readStretch(s.dtype, args.inputs[2], value, s.valueSize(), own.head), 1, s.outWidth);
                    own.dk = writeStretch(s.dtype, args.outputs[1], key, own.ownDk);
                    own.dv = writeStretch(s.dtype, args.outputs[2], value, own.ownDv);
                    std::fill(own.dk, own.dk + s.keySize(), 0.0f);
                    std::fill(own.dv, own.dv + s.valueSize(), 0.0f);
                    for (int64_t head = item * s.group(); head < (item + 1) * s.group(); ++head)
                        for (int64_t block = 0; block < s.blocks; ++block) gradBlock(s, args, attentionBlock(s, args, head, block), own);
                    storeStretch(s.dtype, args.outputs[1], key, s.keySize(), own.dk);
                    storeStretch(s.dtype, args.outputs[2], value, s.valueSize(), own.dv);
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
