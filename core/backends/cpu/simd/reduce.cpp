// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/largest.h"
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

// Long rows are summed in stretches, so that the error grows with the number of stretches, not of elements.
constexpr int64_t stretch = 4096;

static float sumRow(const float* x, int64_t n)
{
    double total = 0;
    for (int64_t begin = 0; begin < n; begin += stretch) {
        const int64_t end = begin + stretch < n ? begin + stretch : n;
        float sum = 0;
#pragma omp simd reduction(+ : sum)
        for (int64_t i = begin; i < end; ++i) sum += x[i];
        total += sum;
    }
    return static_cast<float>(total);
}

static float sumSquaresRow(const float* x, int64_t n)
{
    double total = 0;
    for (int64_t begin = 0; begin < n; begin += stretch) {
        const int64_t end = begin + stretch < n ? begin + stretch : n;
        float sum = 0;
#pragma omp simd reduction(+ : sum)
        for (int64_t i = begin; i < end; ++i) sum += x[i] * x[i];
        total += sum;
    }
    return static_cast<float>(total);
}

static float dotRow(const float* x, const float* y, int64_t n)
{
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (int64_t i = 0; i < n; ++i) sum += x[i] * y[i];
    return sum;
}

static float maxRow(const float* x, int64_t n) { return largest(x, n); }

static void addRow(const float* x, float* accumulator, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) accumulator[i] += x[i];
}

static void addRows(const float* x, int64_t rows, float* accumulator, int64_t n)
{
    int64_t row = 0;
    for (; row + 8 <= rows; row += 8, x += 8 * n) {
#pragma omp simd
        for (int64_t i = 0; i < n; ++i)
            accumulator[i] +=
                ((x[i] + x[n + i]) + (x[2 * n + i] + x[3 * n + i])) + ((x[4 * n + i] + x[5 * n + i]) + (x[6 * n + i] + x[7 * n + i]));
    }
    for (; row < rows; ++row, x += n) addRow(x, accumulator, n);
}

static void maxInto(const float* x, float* accumulator, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) accumulator[i] = x[i] > accumulator[i] ? x[i] : accumulator[i];
}

void fillReduce(Functions& f)
{
    f.sumRow = sumRow;
    f.sumSquaresRow = sumSquaresRow;
    f.dotRow = dotRow;
    f.maxRow = maxRow;
    f.addRow = addRow;
    f.addRows = addRows;
    f.maxInto = maxInto;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
