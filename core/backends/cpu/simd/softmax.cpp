// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/approx.h"
#include "core/backends/cpu/simd/largest.h"
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

/// A row of -infinity only has nothing to compare: the shift must not make it NaN.
static float shiftOf(float best) { return best == -__builtin_inff() ? 0.0f : best; }

static float sumExp(const float* x, float shift, int64_t n)
{
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int64_t i = 0; i < n; ++i) sum += expOfNegative(x[i] - shift);
    return sum;
}

static void expShifted(const float* x, float shift, float factor, float* y, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) y[i] = factor * expOfNegative(x[i] - shift);
}

static void softmaxRow(const float* x, float* y, int64_t n)
{
    const float shift = shiftOf(largest(x, n));
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int64_t i = 0; i < n; ++i) {
        const float e = expOfNegative(x[i] - shift);
        y[i] = e;
        sum += e;
    }
    const float factor = 1.0f / sum;
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) y[i] *= factor;
}

static float logSumExpRow(const float* x, int64_t n)
{
    const float shift = shiftOf(largest(x, n));
    return shift + logOf(sumExp(x, shift, n));
}

static void logSoftmaxRow(const float* x, float* y, int64_t n)
{
    const float norm = logSumExpRow(x, n);
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) y[i] = x[i] - norm;
}

static void softmaxGradRow(const float* y, const float* grad, float* dx, int64_t n)
{
    float dot = 0;
#pragma omp simd reduction(+ : dot)
    for (int64_t i = 0; i < n; ++i) dot += y[i] * grad[i];
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) dx[i] = y[i] * (grad[i] - dot);
}

static void attentionRow(float* x, int64_t n, int64_t seen, const float* bias, int64_t biasStep, const uint8_t* allowed,
                         int64_t allowedStep)
{
    if (bias && biasStep) {
#pragma omp simd
        for (int64_t i = 0; i < seen; ++i) x[i] += bias[i];
    } else if (bias) {
        const float all = *bias;
#pragma omp simd
        for (int64_t i = 0; i < seen; ++i) x[i] += all;
    }
    if (allowed && allowedStep) {
#pragma omp simd
        for (int64_t i = 0; i < seen; ++i) x[i] = allowed[i] ? x[i] : -__builtin_inff();
    } else if (allowed && !*allowed) {
        seen = 0;
    }
    const float best = largest(x, seen);
    float factor = 0;
    if (best > -__builtin_inff()) {
        float sum = 0;
#pragma omp simd reduction(+ : sum)
        for (int64_t i = 0; i < seen; ++i) {
            const float e = expOfNegative(x[i] - best);
            x[i] = e;
            sum += e;
        }
        factor = 1.0f / sum;
    } else {
        // It sees nothing, or NaN only, which must not get lost.
        for (int64_t i = 0; i < seen; ++i) factor += x[i] != x[i] ? x[i] : 0.0f;
        if (factor == 0.0f) seen = 0;
    }
#pragma omp simd
    for (int64_t i = 0; i < seen; ++i) x[i] *= factor;
    for (int64_t i = seen; i < n; ++i) x[i] = 0;
}

static void attentionGradRow(float* p, float* dp, const float* kept, float delta, int64_t n)
{
    if (!kept) {
#pragma omp simd
        for (int64_t i = 0; i < n; ++i) dp[i] = p[i] * (dp[i] - delta);
        return;
    }
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) {
        dp[i] = p[i] * (dp[i] * kept[i] - delta);
        p[i] *= kept[i];
    }
}

void fillSoftmax(Functions& f)
{
    f.softmaxRow = softmaxRow;
    f.logSoftmaxRow = logSoftmaxRow;
    f.logSumExpRow = logSumExpRow;
    f.expShifted = expShifted;
    f.softmaxGradRow = softmaxGradRow;
    f.attentionRow = attentionRow;
    f.attentionGradRow = attentionGradRow;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
