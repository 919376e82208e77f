// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/approx.h"
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

static float largest(const float* x, int64_t n)
{
    float best = -__builtin_inff();
#pragma omp simd reduction(max : best)
    for (int64_t i = 0; i < n; ++i) best = x[i] > best ? x[i] : best;
    return best;
}

/// A row of -infinity only has nothing to compare: the shift must not make it NaN.
static float shiftOf(float best) { return best == -__builtin_inff() ? 0.0f : best; }

static float sumExp(const float* x, float shift, int64_t n)
{
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int64_t i = 0; i < n; ++i) sum += expOf(x[i] - shift);
    return sum;
}

static void expShifted(const float* x, float shift, float factor, float* y, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) y[i] = factor * expOf(x[i] - shift);
}

static void softmaxRow(const float* x, float* y, int64_t n)
{
    const float shift = shiftOf(largest(x, n));
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int64_t i = 0; i < n; ++i) {
        const float e = expOf(x[i] - shift);
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

void fillSoftmax(Functions& f)
{
    f.softmaxRow = softmaxRow;
    f.logSoftmaxRow = logSoftmaxRow;
    f.logSumExpRow = logSumExpRow;
    f.expShifted = expShifted;
    f.softmaxGradRow = softmaxGradRow;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
