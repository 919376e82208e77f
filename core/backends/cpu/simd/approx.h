// SPDX-License-Identifier: Apache-2.0
// Elementary functions in single precision, written so that compilers vectorise loops over them. Polynomials after
// Moshier's Cephes library (expf, logf); errors are below 2 units in the last place on the ranges in use.
#pragma once

#include <cmath>
#include <cstdint>

namespace ds::cpu::simd {
namespace DS_ISA {

// static: each instruction set keeps its own copy.
static inline float bitsToFloat(int32_t bits) { return __builtin_bit_cast(float, bits); }
static inline int32_t floatToBits(float value) { return __builtin_bit_cast(int32_t, value); }

/// exp(x) = 2^n exp(x - n ln 2), with n so that the rest is small.
static inline float powerOfTwoIn(float x) { return std::floor(x * 1.44269504f + 0.5f); }
static inline float expOfRest(float x, float n)
{
    float r = x - n * 0.693359375f;
    r -= n * -2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    return p * r * r + r + 1.0f;
}

static inline float expOf(float x)
{
    // Beyond these the result is 0 or infinity; NaN passes through.
    const float clamped = x > 88.8f ? 88.8f : (x < -104.0f ? -104.0f : x);
    const float n = powerOfTwoIn(clamped), p = expOfRest(clamped, n);
    // 2^n in two halves, so that subnormals and the edge to infinity come out right.
    const int32_t whole = static_cast<int32_t>(n);
    const int32_t half = whole / 2;
    const float y = p * bitsToFloat((half + 127) << 23) * bitsToFloat((whole - half + 127) << 23);
    return x > 88.72283f ? bitsToFloat(0x7f800000) : (x == x ? y : x);
}

/// For x ≤ 0, or above by a rounding, with half the work: below exp(-87) it is 0. NaN passes through.
static inline float expOfNegative(float x)
{
    constexpr float least = -87.0f;
    const float clamped = x < least ? least : x;
    const float n = powerOfTwoIn(clamped), p = expOfRest(clamped, n);
    const float y = p * bitsToFloat((static_cast<int32_t>(n) + 127) << 23);
    return x < least ? 0.0f : y;
}

static inline float logOf(float x)
{
    const bool tiny = x < 1.17549435e-38f;
    const float scaled = tiny ? x * 8388608.0f : x;
    const int32_t bits = floatToBits(scaled);
    int32_t exponent = ((bits >> 23) & 0xff) - 126 - (tiny ? 23 : 0);
    float m = bitsToFloat((bits & 0x007fffff) | 0x3f000000); // in [0.5, 1)
    const bool low = m < 0.707106781f;
    m = low ? m + m - 1.0f : m - 1.0f;
    exponent -= low ? 1 : 0;
    const float z = m * m;
    float p = 7.0376836292e-2f;
    p = p * m - 1.1514610310e-1f;
    p = p * m + 1.1676998740e-1f;
    p = p * m - 1.2420140846e-1f;
    p = p * m + 1.4249322787e-1f;
    p = p * m - 1.6668057665e-1f;
    p = p * m + 2.0000714765e-1f;
    p = p * m - 2.4999993993e-1f;
    p = p * m + 3.3333331174e-1f;
    float y = m * z * p;
    const float e = static_cast<float>(exponent);
    y += e * -2.12194440e-4f - 0.5f * z;
    y = m + y + e * 0.693359375f;
    const float infinity = bitsToFloat(0x7f800000);
    y = x == infinity ? infinity : y;
    y = x == 0.0f ? -infinity : y;
    return x < 0.0f || x != x ? bitsToFloat(0x7fc00000) : y;
}

static inline float sigmoidOf(float x) { return 1.0f / (1.0f + expOf(-x)); }

static inline float tanhOf(float x)
{
    // Near zero 1 - 2 / (e^2x + 1) cancels; Cephes' polynomial there.
    const float z = x * x;
    float p = -5.70498872745e-3f;
    p = p * z + 2.06390887954e-2f;
    p = p * z - 5.37397155531e-2f;
    p = p * z + 1.33314422036e-1f;
    p = p * z - 3.33332819422e-1f;
    const float small = p * z * x + x;
    const float large = 1.0f - 2.0f / (expOf(2.0f * x) + 1.0f);
    return std::fabs(x) < 0.625f ? small : large;
}

/// A polynomial for erf(x) / x in x², from a fit that keeps the largest absolute error small (weighted least squares, repeated): below
/// 2.2e-7, and 3.4e-7 of the result. From 3.84 on it stays at the float below 1.
static inline float erfOf(float x)
{
    constexpr float end = 3.84f;
    const float a = x > end ? end : (x < -end ? -end : x);
    const float t = a * a * (2.0f / (end * end)) - 1.0f;
    float p = -5.32173819e-4f;
    p = p * t + 1.43880133e-3f;
    p = p * t - 1.29027961e-3f;
    p = p * t + 1.90789762e-3f;
    p = p * t - 6.08005575e-3f;
    p = p * t + 1.17127641e-2f;
    p = p * t - 1.78778113e-2f;
    p = p * t + 2.74581296e-2f;
    p = p * t - 4.08632316e-2f;
    p = p * t + 5.63188654e-2f;
    p = p * t - 7.30190036e-2f;
    p = p * t + 9.08036566e-2f;
    p = p * t - 1.10553267e-1f;
    p = p * t + 1.36518281e-1f;
    p = p * t - 1.83765390e-1f;
    p = p * t + 3.68239466e-1f;
    return p * a;
}

static inline float log1pOf(float x)
{
    // Kahan: the rounding of 1 + x is divided out.
    const float u = 1.0f + x;
    const float y = logOf(u) * (x / (u - 1.0f));
    return u == 1.0f ? x : (u == bitsToFloat(0x7f800000) ? u : y);
}

static inline float softplusOf(float x) { return (x > 0.0f ? x : 0.0f) + log1pOf(expOf(-std::fabs(x))); }

} // namespace DS_ISA
} // namespace ds::cpu::simd
