// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ds::cpu::simd {
namespace DS_ISA {

/// -infinity for an empty row and for a row of nothing else.
static inline float largest(const float* x, int64_t n)
{
    constexpr float infinity = __builtin_inff(), least = -__FLT_MAX__;
    float best = -infinity;
#pragma omp simd reduction(max : best)
    for (int64_t i = 0; i < n; ++i) best = x[i] > best ? x[i] : best;
    if (best != least) return best;
    // OpenMP leaves open where a maximum starts from; clang takes the least finite number.
    best = -infinity;
    for (int64_t i = 0; i < n; ++i) best = x[i] > best ? x[i] : best;
    return best;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
