// SPDX-License-Identifier: Apache-2.0
// Attention a block of queries at a time (in the manner of Dao et al., "FlashAttention", 2022; whole rows of scores, since caches
// of a CPU hold them).
#include <algorithm>
#include <utility>

#include "core/backends/cpu/attention_block.h"
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
template <class Memory, class Others>
int64_t sizeOfMemory(const AttentionShape& s, const Others& others)
{
    Pieces pieces;
    const Memory memory(s, others, pieces);
    return pieces.used();
}

/// What a thread needs to compute blocks of one head after the other.
struct ForwardMemory {
    ForwardMemory(const AttentionShape& s, const HeadRows& out, Pieces& pieces)
        : p(pieces.take(s.scoresSize())), factors(pieces.take(s.factorsSize())), keys(pieces.matrix(s.width, s.keys)),
          values(pieces.matrix(s.keys, s.outWidth)), q(pieces.take(s.q.buffered(s.blockRows))), y(pieces.take(out.buffered(s.blockRows))),
          head(pieces.take(std::max(s.k.buffered(s.keys), s.v.buffered(s.keys))))
    {
    }
    float *p, *factors;
    PackedMatrix keys, values; ///< the keys transposed and times the scale
    float *q, *y, *head;       ///< operands as kernels want them
};

std::unique_ptr<Kernel> prepareForward(const KernelRequest& request)
{
    const AttentionShape s(request);
    const HeadRows out(request.outputs[0]);
    const int64_t items = s.batch * s.heads * s.blocks;
    const int64_t parts = partsFor(items, s.blockRows * s.keys * s.width), size = sizeOfMemory<ForwardMemory>(s, out);
    const auto keep = simd::functions().keep;
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, items, [&](int64_t part, int64_t begin, int64_t end) {
                Pieces pieces(static_cast<float*>(args.workspace) + part * size);
                ForwardMemory own(s, out, pieces);
                int64_t packed = -1; // the key head that is
                for (int64_t item = begin; item < end; ++item) {
                    const AttentionBlock b = attentionBlock(s, args, item / s.blocks, item % s.blocks);
                    const int64_t keyHead = b.head / s.group(); // the same for n × H + h as for h, since H is a multiple
                    float* y = out.write(args.outputs[0], b.head, b.first, own.y);
                    if (b.columns == 0) {
                        std::fill_n(y, b.rows * s.outWidth, 0.0f);
                    } else {
                        if (std::exchange(packed, keyHead) != keyHead) {
                            own.keys.pack(s.k.read(args.inputs[1], keyHead, 0, s.keys, own.head), 1, s.width, s.scale);
                            own.values.pack(s.v.read(args.inputs[2], keyHead, 0, s.keys, own.head), s.outWidth, 1);
                        }
                        const float* q = s.q.read(args.inputs[0], b.head, b.first, b.rows, own.q);
                        attentionProbabilities(s, args, b, q, own.keys, own.p);
                        for (int64_t r = 0; r < b.rows; ++r)
                            if (const float* kept = attentionFactors(s, args, b, r, own.factors))
                                keep(own.p + r * s.ld, kept, own.p + r * s.ld, b.columns);
                        own.values.multiply(own.p, s.ld, false, b.rows, b.columns, s.outWidth, y, s.outWidth, false);
                    }
                    out.store(args.outputs[0], b.head, b.first, b.rows, y);
                }
            });
        },
        "attention_blocks", static_cast<std::size_t>(parts * size) * sizeof(float));
}

/// Operands of the gradient beside q, k and v.
struct GradRows {
    explicit GradRows(const KernelRequest& request)
        : out(request.inputs[5]), grad(request.inputs[6]), dq(request.outputs[0]), dk(request.outputs[1]), dv(request.outputs[2])
    {
    }
    HeadRows out, grad, dq, dk, dv;
};

/// ... and the gradients of one key head and its queries.
struct GradMemory {
    GradMemory(const AttentionShape& s, const GradRows& g, Pieces& pieces)
        : p(pieces.take(s.scoresSize())), dp(pieces.take(s.scoresSize())), factors(pieces.take(s.factorsSize())),
          keysTransposed(pieces.matrix(s.width, s.keys)), keys(pieces.matrix(s.keys, s.width)),
          valuesTransposed(pieces.matrix(s.outWidth, s.keys)), queries(pieces.matrix(s.blockRows, s.width)),
          grads(pieces.matrix(s.blockRows, s.outWidth)), head(pieces.take(std::max(s.k.buffered(s.keys), s.v.buffered(s.keys)))),
          ownDk(pieces.take(g.dk.buffered(s.keys))), ownDv(pieces.take(g.dv.buffered(s.keys))), q(pieces.take(s.q.buffered(s.blockRows))),
          dq(pieces.take(g.dq.buffered(s.blockRows))), out(pieces.take(g.out.buffered(s.blockRows))),
          grad(pieces.take(g.grad.buffered(s.blockRows)))
    {
    }
    float *p, *dp, *factors;
    PackedMatrix keysTransposed, keys, valuesTransposed; ///< of the head; the transposed keys are times the scale
    PackedMatrix queries, grads;                         ///< of the block
    float *head, *ownDk, *ownDv, *q, *dq, *out, *grad;   ///< operands as kernels want them
    float *dk = nullptr, *dv = nullptr;                  ///< of the head
};

/// One block: dv += p^T grad, ds = p × (grad v^T - <out, grad>), dq = scale × ds k, dk += scale × ds^T q.
void gradBlock(const AttentionShape& s, const GradRows& g, const KernelArgs& args, const AttentionBlock& b, GradMemory& own)
{
    const simd::Functions& f = simd::functions();
    const int64_t width = s.width, outWidth = s.outWidth;
    float* dq = g.dq.write(args.outputs[0], b.head, b.first, own.dq);
    if (b.columns == 0) {
        std::fill_n(dq, b.rows * width, 0.0f);
    } else {
        const float* q = s.q.read(args.inputs[0], b.head, b.first, b.rows, own.q);
        const float* out = g.out.read(args.inputs[5], b.head, b.first, b.rows, own.out);
        const float* grad = g.grad.read(args.inputs[6], b.head, b.first, b.rows, own.grad);
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
    g.dq.store(args.outputs[0], b.head, b.first, b.rows, dq);
}

/// The heads of a group add to one dk and dv, one after the other, on one thread.
std::unique_ptr<Kernel> prepareGrad(const KernelRequest& request)
{
    const AttentionShape s(request);
    const GradRows g(request);
    const int64_t items = s.batch * s.keyHeads;
    const int64_t parts = partsFor(items, s.group() * s.rows * s.keys * s.width), size = sizeOfMemory<GradMemory>(s, g);
    return makeKernel(
        [=](const KernelArgs& args) {
            parallelParts(parts, items, [&](int64_t part, int64_t begin, int64_t end) {
                Pieces pieces(static_cast<float*>(args.workspace) + part * size);
                GradMemory own(s, g, pieces);
                for (int64_t item = begin; item < end; ++item) {
                    const float* k = s.k.read(args.inputs[1], item, 0, s.keys, own.head);
                    own.keysTransposed.pack(k, 1, s.width, s.scale);
                    own.keys.pack(k, s.width, 1);
                    own.valuesTransposed.pack(s.v.read(args.inputs[2], item, 0, s.keys, own.head), 1, s.outWidth);
                    own.dk = g.dk.write(args.outputs[1], item, 0, own.ownDk);
                    own.dv = g.dv.write(args.outputs[2], item, 0, own.ownDv);
                    std::fill_n(own.dk, s.keys * s.width, 0.0f);
                    std::fill_n(own.dv, s.keys * s.outWidth, 0.0f);
                    for (int64_t head = item * s.group(); head < (item + 1) * s.group(); ++head)
                        for (int64_t block = 0; block < s.blocks; ++block) gradBlock(s, g, args, attentionBlock(s, args, head, block), own);
                    g.dk.store(args.outputs[1], item, 0, s.keys, own.dk);
                    g.dv.store(args.outputs[2], item, 0, s.keys, own.dv);
                }
            });
        },
        "attention_grad_blocks", static_cast<std::size_t>(parts * size) * sizeof(float));
}

/// Operands are taken with their heads inside, too; gradients come as their operands, the result as the values.
LayoutWish wish(const KernelRequest& request)
{
    LayoutWish wish = plainLayouts(request);
    const auto keep = [&](std::size_t i) {
        if (i < request.inputs.size() && request.inputs[i].layout == headsInside) wish.inputs[i] = headsInside;
    };
    for (std::size_t operand : {0, 1, 2, 5, 6}) keep(operand);
    if (wish.outputs.size() == 1) wish.outputs[0] = wish.inputs[2];
    else std::copy_n(wish.inputs.begin(), wish.outputs.size(), wish.outputs.begin());
    return wish;
}

} // namespace

void install_attention(KernelTable& table)
{
    table["attention"] = {prepareForward, acceptsAttention, wish};
    table["attention_grad"] = {prepareGrad, acceptsAttention, wish};
}

} // namespace ds::cpu
