// SPDX-License-Identifier: Apache-2.0
// Half precision element by element; loops over these vectorise.
#pragma once

#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu::simd {
namespace DS_ISA {

static inline float widened(Bf16 x) { return __builtin_bit_cast(float, static_cast<uint32_t>(x.bits) << 16); }

/// Rounds to nearest even; NaN stays NaN.
static inline Bf16 narrowed(float x)
{
    const uint32_t bits = __builtin_bit_cast(uint32_t, x);
    const uint32_t rounded = bits + 0x7fffu + (bits >> 16 & 1u);
    return {static_cast<uint16_t>((x != x ? bits | 0x400000u : rounded) >> 16)};
}

/// An element of either type.
static inline float get(const float* p, int64_t i) { return p[i]; }
static inline float get(const Bf16* p, int64_t i) { return widened(p[i]); }
static inline void put(float* p, int64_t i, float value) { p[i] = value; }
static inline void put(Bf16* p, int64_t i, float value) { p[i] = narrowed(value); }

} // namespace DS_ISA
} // namespace ds::cpu::simd
