// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

#if defined(__AVX512F__)
constexpr int64_t lanes = 16;
#elif defined(__AVX__)
constexpr int64_t lanes = 8;
#else
constexpr int64_t lanes = 4;
#endif
typedef float Vector __attribute__((vector_size(lanes * sizeof(float))));
typedef float Loose __attribute__((vector_size(lanes * sizeof(float)), aligned(4), may_alias));

static inline Vector load(const float* from) { return *reinterpret_cast<const Loose*>(from); }
static inline void store(float* to, Vector value) { *reinterpret_cast<Loose*>(to) = value; }

constexpr int64_t panel = 2 * lanes;
// Rows of a tile: its sums, two vectors of b and one number of a have to fit the registers, of which AVX-512 has 32, others 16.
#if defined(__AVX512F__)
constexpr int tall = 12;
#else
constexpr int tall = 6;
#endif

static int64_t packedSize(int64_t k, int64_t n) { return (n + panel - 1) / panel * panel * k; }

static void pack(const float* b, int64_t rowStep, int64_t columnStep, int64_t k, int64_t n, float* packed)
{
    for (int64_t j0 = 0; j0 < n; j0 += panel, packed += k * panel) {
        const int64_t columns = n - j0 < panel ? n - j0 : panel;
        int64_t first = 0;
        if (rowStep == 1 && columns == panel) // columns lie one behind the other: whole tiles are turned
            for (; first + 8 <= k; first += 8)
                for (int64_t j = 0; j < panel; j += 8) transposeTile(b + first + (j0 + j) * columnStep, columnStep, packed + first * panel + j, panel);
        for (int64_t i = first; i < k; ++i)
            for (int64_t j = 0; j < panel; ++j) packed[i * panel + j] = j < columns ? b[i * rowStep + (j0 + j) * columnStep] : 0.0f;
    }
}

/// `rows` rows of c by one panel: all sums stay in registers. transposed: a[k, rows].
template <int rows, bool transposed>
static inline void tile(const float* a, int64_t lda, const float* b, int64_t k, float* c, int64_t ldc, int64_t columns, bool add)
{
    Vector sum[rows][2] = {};
    for (int64_t i = 0; i < k; ++i, b += panel) {
        const Vector b0 = load(b), b1 = load(b + lanes);
#pragma GCC unroll 12
        for (int r = 0; r < rows; ++r) {
            const float s = transposed ? a[i * lda + r] : a[r * lda + i];
            sum[r][0] += s * b0;
            sum[r][1] += s * b1;
        }
    }
    if (columns == panel) {
#pragma GCC unroll 12
        for (int r = 0; r < rows; ++r) {
            float *c0 = c + r * ldc, *c1 = c0 + lanes;
            if (add) {
                sum[r][0] += load(c0);
                sum[r][1] += load(c1);
            }
            store(c0, sum[r][0]);
            store(c1, sum[r][1]);
        }
        return;
    }
    for (int r = 0; r < rows; ++r)
        for (int64_t j = 0; j < columns; ++j) {
            const float value = j < lanes ? sum[r][0][j] : sum[r][1][j - lanes];
            c[r * ldc + j] = add ? c[r * ldc + j] + value : value;
        }
}

template <bool transposed>
static void multiply(const float* a, int64_t lda, int64_t m, const float* packed, int64_t k, int64_t n, float* c, int64_t ldc, bool add)
{
    const int64_t step = transposed ? 1 : lda; // from one row of the result to the next
    for (int64_t j = 0; j < n; j += panel, packed += k * panel) {
        const int64_t columns = n - j < panel ? n - j : panel;
        int64_t i = 0;
        for (; i + tall <= m; i += tall) tile<tall, transposed>(a + i * step, lda, packed, k, c + i * ldc + j, ldc, columns, add);
        for (; i + 4 <= m; i += 4) tile<4, transposed>(a + i * step, lda, packed, k, c + i * ldc + j, ldc, columns, add);
        for (; i < m; ++i) tile<1, transposed>(a + i * step, lda, packed, k, c + i * ldc + j, ldc, columns, add);
    }
}

void fillGemm(Functions& f)
{
    f.packedSize = packedSize;
    f.pack = pack;
    f.multiply = multiply<false>;
    f.multiplyTransposed = multiply<true>;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
