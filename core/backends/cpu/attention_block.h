// SPDX-License-Identifier: Apache-2.0
// What attention and its gradient share: the probabilities of a block of queries of one head. Only one block of scores is in
// memory at a time; the keys that all its queries are forbidden to see are left out.
#pragma once

#include "core/backends/cpu/head_rows.h"
#include "core/backends/cpu/kernel.h"
#include "core/backends/cpu/packed_matrix.h"
#include "core/backends/cpu/random.h"

namespace ds::cpu {

struct AttentionShape {
    explicit AttentionShape(const KernelRequest& request);

    int64_t batch, heads, rows, keyHeads, keys, width, outWidth;
    float scale, rate;
    uint32_t stream;
    bool causal, masked, boolMask, cut;
    HeadRows q, k, v;
    int64_t maskStep[4];           ///< elements from one [N, H, T, S] to the next
    int64_t blockRows, blocks, ld; ///< queries in a block, blocks of a head, floats from one row of scores to the next

    int64_t group() const { return heads / keyHeads; }
    /// Floats for one block of scores and for one row of factors.
    int64_t scoresSize() const { return blockRows * ld; }
    int64_t factorsSize() const { return rate > 0 ? ld + 16 : 0; }
};

/// Queries [first, first + rows) of head `head` = n × H + h.
struct AttentionBlock {
    int64_t head, first, rows, columns; ///< only the first so many keys count
};

AttentionBlock attentionBlock(const AttentionShape& shape, const KernelArgs& args, int64_t head, int64_t block);
/// p[rows, ld]: probabilities before dropout in the first columns; the rest is left as it is. q: of the block, keys: of its head,
/// transposed and times the scale.
void attentionProbabilities(const AttentionShape& shape, const KernelArgs& args, const AttentionBlock& block, const float* q,
                            const PackedMatrix& keys, float* p);
/// The factors of dropout of one row, in `buffer`; null without dropout.
const float* attentionFactors(const AttentionShape& shape, const KernelArgs& args, const AttentionBlock& block, int64_t row, float* buffer);

/// f32 or bf16 and nothing empty.
bool acceptsAttention(const KernelRequest& request);

} // namespace ds::cpu
