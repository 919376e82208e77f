// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

typedef float Eight __attribute__((vector_size(32)));
typedef float Loose __attribute__((vector_size(32), aligned(4), may_alias));

/// Three rounds, each exchanging halves of pairs of rows: single elements, pairs, fours.
void transposeTile(const float* x, int64_t ldx, float* y, int64_t ldy)
{
    Eight r[8], s[8];
#pragma GCC unroll 8
    for (int i = 0; i < 8; ++i) r[i] = *reinterpret_cast<const Loose*>(x + i * ldx);
#pragma GCC unroll 4
    for (int i = 0; i < 8; i += 2) {
        s[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
        s[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
    }
#pragma GCC unroll 4
    for (int k = 0; k < 4; ++k) {
        const int i = k / 2 * 4 + k % 2;
        r[i] = __builtin_shufflevector(s[i], s[i + 2], 0, 1, 8, 9, 4, 5, 12, 13);
        r[i + 2] = __builtin_shufflevector(s[i], s[i + 2], 2, 3, 10, 11, 6, 7, 14, 15);
    }
#pragma GCC unroll 4
    for (int i = 0; i < 4; ++i) {
        *reinterpret_cast<Loose*>(y + i * ldy) = __builtin_shufflevector(r[i], r[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        *reinterpret_cast<Loose*>(y + (i + 4) * ldy) = __builtin_shufflevector(r[i], r[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
    }
}

void fillTranspose(Functions& f) { f.transposeTile = transposeTile; }

} // namespace DS_ISA
} // namespace ds::cpu::simd
