// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

struct Four {
    uint32_t a, b, c, d;
};

/// Philox4x32-10 as in core/base/philox.h, in a form that vectorises over counters.
static inline Four philox(const RandomKey& key, uint64_t counter)
{
    uint32_t c0 = static_cast<uint32_t>(counter), c1 = static_cast<uint32_t>(counter >> 32) ^ key.high, c2 = key.step, c3 = key.stream;
    uint32_t k0 = key.key0, k1 = key.key1;
    for (int round = 0; round < 10; ++round) {
        const uint64_t p0 = uint64_t{0xD2511F53u} * c0, p1 = uint64_t{0xCD9E8D57u} * c2;
        c0 = static_cast<uint32_t>(p1 >> 32) ^ c1 ^ k0;
        c1 = static_cast<uint32_t>(p1);
        c2 = static_cast<uint32_t>(p0 >> 32) ^ c3 ^ k1;
        c3 = static_cast<uint32_t>(p0);
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    return {c0, c1, c2, c3};
}

static inline float unit(uint32_t bits) { return static_cast<float>(static_cast<int32_t>(bits >> 8)) * 0x1p-24f; }

static void dropoutFactors(const RandomKey& key, uint64_t firstBlock, int64_t blocks, float rate, float scale, float* factors)
{
    const RandomKey k = key;
#pragma omp simd
    for (int64_t i = 0; i < blocks; ++i) {
        const Four bits = philox(k, firstBlock + static_cast<uint64_t>(i));
        factors[4 * i] = unit(bits.a) >= rate ? scale : 0.0f;
        factors[4 * i + 1] = unit(bits.b) >= rate ? scale : 0.0f;
        factors[4 * i + 2] = unit(bits.c) >= rate ? scale : 0.0f;
        factors[4 * i + 3] = unit(bits.d) >= rate ? scale : 0.0f;
    }
}

static void keep(const float* x, const float* factors, float* y, int64_t n)
{
    // Not a plain product: what is dropped is 0 even where x is infinite.
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) y[i] = factors[i] != 0.0f ? x[i] * factors[i] : 0.0f;
}

void fillRandom(Functions& f)
{
    f.dropoutFactors = dropoutFactors;
    f.keep = keep;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
