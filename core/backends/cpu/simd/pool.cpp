// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

constexpr int64_t largestBlock = 64;

/// Calls body(output, a, b, c) with the spans that each output covers.
template <class Body>
static inline void outputs(const PoolPlan& p, Body body)
{
    int64_t at = 0;
    for (int64_t d = 0; d < p.out[0]; ++d)
        for (int64_t h = 0; h < p.out[1]; ++h)
            for (int64_t w = 0; w < p.out[2]; ++w) body(at++, p.spans[0][d], p.spans[1][h], p.spans[2][w]);
}

/// Calls body(first, count) for each stretch along the last dimension; elements are p.step[2] apart.
template <class Body>
static inline void stretches(const PoolPlan& p, const PoolSpan& a, const PoolSpan& b, const PoolSpan& c, Body body)
{
    for (int64_t i = 0; i < a.count; ++i)
        for (int64_t k = 0; k < b.count; ++k)
            body(((a.first + i * p.step[0]) * p.in[1] + b.first + k * p.step[1]) * p.in[2] + c.first, c.count);
}

static inline float divisorOf(const PoolSpan& a, const PoolSpan& b, const PoolSpan& c) { return a.divisor * b.divisor * c.divisor; }

/// The block size as a constant, so that inner loops become whole vectors.
template <int64_t fixed>
static void maxPoolOf(const PoolPlan& p, const float* x, float* y)
{
    const int64_t block = fixed ? fixed : p.block, step = p.step[2] * block;
    outputs(p, [&](int64_t at, const PoolSpan& a, const PoolSpan& b, const PoolSpan& c) {
        float best[fixed ? fixed : largestBlock];
        for (int64_t i = 0; i < block; ++i) best[i] = -__builtin_inff();
        stretches(p, a, b, c, [&](int64_t first, int64_t count) {
            const float* cell = x + first * block;
            for (int64_t k = 0; k < count; ++k, cell += step) {
#pragma omp simd
                for (int64_t i = 0; i < block; ++i) best[i] = cell[i] > best[i] || cell[i] != cell[i] ? cell[i] : best[i];
            }
        });
        for (int64_t i = 0; i < block; ++i) y[at * block + i] = best[i];
    });
}

template <int64_t fixed>
static void maxPoolGradOf(const PoolPlan& p, const float* x, const float* grad, float* dx)
{
    const int64_t block = fixed ? fixed : p.block;
    for (int64_t i = 0, n = p.inCount() * block; i < n; ++i) dx[i] = 0;
    outputs(p, [&](int64_t at, const PoolSpan& a, const PoolSpan& b, const PoolSpan& c) {
        float best[fixed ? fixed : largestBlock];
        int32_t winner[fixed ? fixed : largestBlock];
        for (int64_t i = 0; i < block; ++i) {
            best[i] = -__builtin_inff();
            winner[i] = -1;
        }
        stretches(p, a, b, c, [&](int64_t first, int64_t count) {
            for (int64_t k = 0; k < count; ++k) {
                const int64_t from = first + k * p.step[2];
                const float* cell = x + from * block;
#pragma omp simd
                for (int64_t i = 0; i < block; ++i) {
                    const bool better = cell[i] > best[i] || winner[i] < 0 || (cell[i] != cell[i] && best[i] == best[i]);
                    best[i] = better ? cell[i] : best[i];
                    winner[i] = better ? static_cast<int32_t>(from) : winner[i];
                }
            }
        });
        const float* g = grad + at * block;
        for (int64_t i = 0; i < block; ++i) dx[winner[i] * block + i] += g[i];
    });
}

template <int64_t fixed>
static void avgPoolOf(const PoolPlan& p, const float* x, float* y)
{
    const int64_t block = fixed ? fixed : p.block, step = p.step[2] * block;
    outputs(p, [&](int64_t at, const PoolSpan& a, const PoolSpan& b, const PoolSpan& c) {
        float sum[fixed ? fixed : largestBlock];
        for (int64_t i = 0; i < block; ++i) sum[i] = 0;
        stretches(p, a, b, c, [&](int64_t first, int64_t count) {
            const float* cell = x + first * block;
            if (fixed == 1) {
                float row = 0;
#pragma omp simd reduction(+ : row)
                for (int64_t k = 0; k < count; ++k) row += cell[k * step];
                sum[0] += row;
                return;
            }
            for (int64_t k = 0; k < count; ++k, cell += step) {
#pragma omp simd
                for (int64_t i = 0; i < block; ++i) sum[i] += cell[i];
            }
        });
        const float factor = 1.0f / divisorOf(a, b, c);
        for (int64_t i = 0; i < block; ++i) y[at * block + i] = sum[i] * factor;
    });
}

template <int64_t fixed>
static void avgPoolGradOf(const PoolPlan& p, const float* grad, float* dx)
{
    const int64_t block = fixed ? fixed : p.block, step = p.step[2] * block;
    for (int64_t i = 0, n = p.inCount() * block; i < n; ++i) dx[i] = 0;
    outputs(p, [&](int64_t at, const PoolSpan& a, const PoolSpan& b, const PoolSpan& c) {
        const float factor = 1.0f / divisorOf(a, b, c);
        float share[fixed ? fixed : largestBlock];
        for (int64_t i = 0; i < block; ++i) share[i] = grad[at * block + i] * factor;
        stretches(p, a, b, c, [&](int64_t first, int64_t count) {
            float* cell = dx + first * block;
            for (int64_t k = 0; k < count; ++k, cell += step) {
#pragma omp simd
                for (int64_t i = 0; i < block; ++i) cell[i] += share[i];
            }
        });
    });
}

#define DS_BY_BLOCK(function, ...)                                                                                                         \
    if (p.block == 16) function<16>(__VA_ARGS__);                                                                                          \
    else if (p.block == 8) function<8>(__VA_ARGS__);                                                                                       \
    else if (p.block == 1) function<1>(__VA_ARGS__);                                                                                       \
    else function<0>(__VA_ARGS__);

static void maxPool(const PoolPlan& p, const float* x, float* y) { DS_BY_BLOCK(maxPoolOf, p, x, y) }
static void maxPoolGrad(const PoolPlan& p, const float* x, const float* grad, float* dx) { DS_BY_BLOCK(maxPoolGradOf, p, x, grad, dx) }
static void avgPool(const PoolPlan& p, const float* x, float* y) { DS_BY_BLOCK(avgPoolOf, p, x, y) }
static void avgPoolGrad(const PoolPlan& p, const float* grad, float* dx) { DS_BY_BLOCK(avgPoolGradOf, p, grad, dx) }
#undef DS_BY_BLOCK

void fillPool(Functions& f)
{
    f.maxPool = maxPool;
    f.maxPoolGrad = maxPoolGrad;
    f.avgPool = avgPool;
    f.avgPoolGrad = avgPoolGrad;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
