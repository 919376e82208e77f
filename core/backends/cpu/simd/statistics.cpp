// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

/// The sign and the exponent, 9 bits.
static inline uint32_t place(const float* x, int64_t i)
{
    uint32_t bits;
    __builtin_memcpy(&bits, x + i, sizeof bits);
    return bits >> 23;
}

static void exponents(const float* x, int64_t n, uint32_t* bins)
{
    // Neighbours often have the same exponent: with a table each they do not wait for each other.
    uint32_t *b0 = bins, *b1 = bins + 512, *b2 = bins + 1024, *b3 = bins + 1536;
    int64_t i = 0;
    for (; i + 4 <= n; i += 4) {
        ++b0[place(x, i)];
        ++b1[place(x, i + 1)];
        ++b2[place(x, i + 2)];
        ++b3[place(x, i + 3)];
    }
    for (; i < n; ++i) ++b0[place(x, i)];
}

static StretchMoments stretchMoments(const float* x, int64_t n)
{
    double sum = 0, spread = 0;
    float least = x[0], most = x[0];
    uint32_t zeros = 0, negative = 0;
#pragma omp simd reduction(+ : sum, zeros, negative) reduction(min : least) reduction(max : most)
    for (int64_t i = 0; i < n; ++i) {
        uint32_t bits;
        __builtin_memcpy(&bits, x + i, sizeof bits);
        zeros += bits == 0 ? 1u : 0u;
        negative += bits == 0x80000000u ? 1u : 0u;
        sum += static_cast<double>(x[i]);
        least = x[i] < least ? x[i] : least;
        most = x[i] > most ? x[i] : most;
    }
    const double mean = sum / static_cast<double>(n);
#pragma omp simd reduction(+ : spread)
    for (int64_t i = 0; i < n; ++i) {
        const double d = static_cast<double>(x[i]) - mean;
        spread += d * d;
    }
    return {mean, spread, least, most, zeros, negative};
}

void fillStatistics(Functions& f)
{
    f.exponents = exponents;
    f.stretchMoments = stretchMoments;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
