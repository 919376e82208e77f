// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

constexpr int64_t largestBlock = 64;

/// Calls body(input position) for each cell of the window of output (d, h, w) that lies inside, in row-major order.
template <class Body>
static inline void window(const PoolShape& p, int64_t d, int64_t h, int64_t w, Body body)
{
    for (int64_t kd = 0; kd < p.kernel[0]; ++kd) {
        const int64_t z = d * p.stride[0] - p.pad[0] + kd * p.dilation[0];
        if (z < 0 || z >= p.in[0]) continue;
        for (int64_t kh = 0; kh < p.kernel[1]; ++kh) {
            const int64_t y = h * p.stride[1] - p.pad[1] + kh * p.dilation[1];
            if (y < 0 || y >= p.in[1]) continue;
            for (int64_t kw = 0; kw < p.kernel[2]; ++kw) {
                const int64_t x = w * p.stride[2] - p.pad[2] + kw * p.dilation[2];
                if (x < 0 || x >= p.in[2]) continue;
                body((z * p.in[1] + y) * p.in[2] + x);
            }
        }
    }
}

template <class Body>
static inline void outputs(const PoolShape& p, Body body)
{
    int64_t at = 0;
    for (int64_t d = 0; d < p.out[0]; ++d)
        for (int64_t h = 0; h < p.out[1]; ++h)
            for (int64_t w = 0; w < p.out[2]; ++w) body(d, h, w, at++);
}

/// The block size as a constant, so that inner loops become whole vectors.
template <int64_t fixed>
static void maxPoolOf(const PoolShape& p, const float* x, float* y)
{
    const int64_t block = fixed ? fixed : p.block;
    outputs(p, [&](int64_t d, int64_t h, int64_t w, int64_t at) {
        float* to = y + at * block;
        for (int64_t c = 0; c < block; ++c) to[c] = -__builtin_inff();
        window(p, d, h, w, [&](int64_t from) {
            const float* cell = x + from * block;
#pragma omp simd
            for (int64_t c = 0; c < block; ++c) to[c] = cell[c] > to[c] || cell[c] != cell[c] ? cell[c] : to[c];
        });
    });
}

template <int64_t fixed>
static void maxPoolGradOf(const PoolShape& p, const float* x, const float* grad, float* dx)
{
    const int64_t block = fixed ? fixed : p.block;
    for (int64_t i = 0, n = p.inCount() * block; i < n; ++i) dx[i] = 0;
    outputs(p, [&](int64_t d, int64_t h, int64_t w, int64_t at) {
        float best[largestBlock];
        int32_t winner[largestBlock];
        for (int64_t c = 0; c < block; ++c) {
            best[c] = -__builtin_inff();
            winner[c] = -1;
        }
        window(p, d, h, w, [&](int64_t from) {
            const float* cell = x + from * block;
#pragma omp simd
            for (int64_t c = 0; c < block; ++c) {
                const bool better = cell[c] > best[c] || winner[c] < 0 || cell[c] != cell[c];
                best[c] = better ? cell[c] : best[c];
                winner[c] = better ? static_cast<int32_t>(from) : winner[c];
            }
        });
        const float* g = grad + at * block;
        for (int64_t c = 0; c < block; ++c)
            if (winner[c] >= 0) dx[winner[c] * block + c] += g[c];
    });
}

static void maxPool(const PoolShape& p, const float* x, float* y)
{
    if (p.block == 16) maxPoolOf<16>(p, x, y);
    else if (p.block == 8) maxPoolOf<8>(p, x, y);
    else if (p.block == 1) maxPoolOf<1>(p, x, y);
    else maxPoolOf<0>(p, x, y);
}

static void maxPoolGrad(const PoolShape& p, const float* x, const float* grad, float* dx)
{
    if (p.block == 16) maxPoolGradOf<16>(p, x, grad, dx);
    else if (p.block == 8) maxPoolGradOf<8>(p, x, grad, dx);
    else if (p.block == 1) maxPoolGradOf<1>(p, x, grad, dx);
    else maxPoolGradOf<0>(p, x, grad, dx);
}

static int64_t cellsInside(const PoolShape& p, int64_t d, int64_t h, int64_t w)
{
    int64_t count = 0;
    window(p, d, h, w, [&](int64_t) { ++count; });
    return count;
}

static void avgPool(const PoolShape& p, bool countPadding, const float* x, float* y)
{
    const int64_t block = p.block;
    outputs(p, [&](int64_t d, int64_t h, int64_t w, int64_t at) {
        float* to = y + at * block;
        for (int64_t c = 0; c < block; ++c) to[c] = 0;
        window(p, d, h, w, [&](int64_t from) {
#pragma omp simd
            for (int64_t c = 0; c < block; ++c) to[c] += x[from * block + c];
        });
        const int64_t count = countPadding ? p.kernelCount() : cellsInside(p, d, h, w);
        const float factor = count ? 1.0f / static_cast<float>(count) : 0.0f;
        for (int64_t c = 0; c < block; ++c) to[c] *= factor;
    });
}

static void avgPoolGrad(const PoolShape& p, bool countPadding, const float* grad, float* dx)
{
    const int64_t block = p.block;
    for (int64_t i = 0, n = p.inCount() * block; i < n; ++i) dx[i] = 0;
    outputs(p, [&](int64_t d, int64_t h, int64_t w, int64_t at) {
        const int64_t count = countPadding ? p.kernelCount() : cellsInside(p, d, h, w);
        const float factor = count ? 1.0f / static_cast<float>(count) : 0.0f;
        window(p, d, h, w, [&](int64_t from) {
#pragma omp simd
            for (int64_t c = 0; c < block; ++c) dx[from * block + c] += grad[at * block + c] * factor;
        });
    });
}

void fillPool(Functions& f)
{
    f.maxPool = maxPool;
    f.maxPoolGrad = maxPoolGrad;
    f.avgPool = avgPool;
    f.avgPoolGrad = avgPoolGrad;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
