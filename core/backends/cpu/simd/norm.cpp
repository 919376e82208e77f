// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/bf16.h"
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

// Channels-last blocks keep one accumulator for each lane; a block of one runs along the spatial dimension.
// Sums of one batch item are taken in single precision, those over items in double.

template <int64_t fixed, class T>
static void momentsOf(const ChannelBlock& b, const T* x, float* mean, float* variance)
{
    constexpr int64_t block = fixed;
    double sum[block] = {}, squares[block] = {};
    float shift[block]; // the first element: one pass stays accurate where the mean is large against the deviation
    for (int64_t c = 0; c < block; ++c) shift[c] = get(x, c);
    for (int64_t n = 0; n < b.batch; ++n) {
        const T* row = x + n * b.step;
        float s[block] = {}, q[block] = {};
        if constexpr (block == 1) {
            float s0 = 0, q0 = 0;
            const float k = shift[0];
#pragma omp simd reduction(+ : s0, q0)
            for (int64_t i = 0; i < b.spatial; ++i) {
                const float v = get(row, i) - k;
                s0 += v;
                q0 += v * v;
            }
            s[0] = s0;
            q[0] = q0;
        } else {
            for (int64_t i = 0; i < b.spatial; ++i) {
#pragma omp simd
                for (int64_t c = 0; c < block; ++c) {
                    const float v = get(row, i * block + c) - shift[c];
                    s[c] += v;
                    q[c] += v * v;
                }
            }
        }
        for (int64_t c = 0; c < block; ++c) {
            sum[c] += s[c];
            squares[c] += q[c];
        }
    }
    const double count = static_cast<double>(b.batch * b.spatial);
    for (int64_t c = 0; c < block; ++c) {
        const double m = sum[c] / count;
        const double v = squares[c] / count - m * m;
        mean[c] = static_cast<float>(m + shift[c]);
        variance[c] = static_cast<float>(v > 0 ? v : 0);
    }
}

template <int64_t block, bool relu, bool residual, class T>
static void scaleOf(const ChannelBlock& b, const ChannelAffine& affine, const T* x, const T* other, T* y)
{
    float f[block], o[block];
    for (int64_t c = 0; c < block; ++c) {
        f[c] = affine.factor[c];
        o[c] = affine.offset[c];
    }
    for (int64_t n = 0; n < b.batch; ++n) {
        const T* from = x + n * b.step;
        const T* more = residual ? other + n * b.step : nullptr;
        T* to = y + n * b.step;
        if constexpr (block == 1) {
#pragma omp simd
            for (int64_t i = 0; i < b.spatial; ++i) {
                const float v = get(from, i) * f[0] + o[0] + (residual ? get(more, i) : 0.0f);
                put(to, i, relu && v < 0.0f ? 0.0f : v);
            }
        } else {
            for (int64_t i = 0; i < b.spatial * block; i += block) {
#pragma omp simd
                for (int64_t c = 0; c < block; ++c) {
                    const float v = get(from, i + c) * f[c] + o[c] + (residual ? get(more, i + c) : 0.0f);
                    put(to, i + c, relu && v < 0.0f ? 0.0f : v);
                }
            }
        }
    }
}

template <int64_t block, bool masked, class T>
static void gradSumsOf(const ChannelBlock& b, const ChannelAffine* positive, const T* x, const T* grad, const float* mean,
                       const float* inverse, float* sum, float* dot)
{
    double total[block] = {}, product[block] = {};
    float m[block], f[block], o[block];
    for (int64_t c = 0; c < block; ++c) {
        m[c] = mean[c];
        f[c] = masked ? positive->factor[c] : 0.0f;
        o[c] = masked ? positive->offset[c] : 0.0f;
    }
    for (int64_t n = 0; n < b.batch; ++n) {
        const T *xs = x + n * b.step, *gs = grad + n * b.step;
        float s[block] = {}, d[block] = {};
        if constexpr (block == 1) {
            float s0 = 0, d0 = 0;
#pragma omp simd reduction(+ : s0, d0)
            for (int64_t i = 0; i < b.spatial; ++i) {
                const float g = !masked || get(xs, i) * f[0] + o[0] > 0.0f ? get(gs, i) : 0.0f;
                s0 += g;
                d0 += g * (get(xs, i) - m[0]);
            }
            s[0] = s0;
            d[0] = d0;
        } else {
            for (int64_t i = 0; i < b.spatial * block; i += block) {
#pragma omp simd
                for (int64_t c = 0; c < block; ++c) {
                    const float g = !masked || get(xs, i + c) * f[c] + o[c] > 0.0f ? get(gs, i + c) : 0.0f;
                    s[c] += g;
                    d[c] += g * (get(xs, i + c) - m[c]);
                }
            }
        }
        for (int64_t c = 0; c < block; ++c) {
            total[c] += s[c];
            product[c] += d[c];
        }
    }
    for (int64_t c = 0; c < block; ++c) {
        sum[c] = static_cast<float>(total[c]);
        dot[c] = static_cast<float>(product[c] * inverse[c]);
    }
}

template <int64_t block, bool masked, class T>
static void gradOf(const ChannelBlock& shape, const ChannelAffine* positive, const T* x, const T* grad, const float* a, const float* b,
                   const float* c, T* dx)
{
    float fa[block], fb[block], fc[block], f[block], o[block];
    for (int64_t k = 0; k < block; ++k) {
        fa[k] = a[k];
        fb[k] = b[k];
        fc[k] = c[k];
        f[k] = masked ? positive->factor[k] : 0.0f;
        o[k] = masked ? positive->offset[k] : 0.0f;
    }
    for (int64_t n = 0; n < shape.batch; ++n) {
        const T *xs = x + n * shape.step, *gs = grad + n * shape.step;
        T* to = dx + n * shape.step;
        if constexpr (block == 1) {
#pragma omp simd
            for (int64_t i = 0; i < shape.spatial; ++i) {
                const float g = !masked || get(xs, i) * f[0] + o[0] > 0.0f ? get(gs, i) : 0.0f;
                put(to, i, g * fa[0] + (get(xs, i) * fb[0] + fc[0]));
            }
        } else {
            for (int64_t i = 0; i < shape.spatial * block; i += block) {
#pragma omp simd
                for (int64_t k = 0; k < block; ++k) {
                    const float g = !masked || get(xs, i + k) * f[k] + o[k] > 0.0f ? get(gs, i + k) : 0.0f;
                    put(to, i + k, g * fa[k] + (get(xs, i + k) * fb[k] + fc[k]));
                }
            }
        }
    }
}

template <class T>
static void moments(const ChannelBlock& b, const T* x, float* mean, float* variance)
{
    if (b.block == 16) momentsOf<16>(b, x, mean, variance);
    else if (b.block == 8) momentsOf<8>(b, x, mean, variance);
    else momentsOf<1>(b, x, mean, variance);
}

template <bool relu, bool residual, class T>
static void scaleAny(const ChannelBlock& b, const ChannelAffine& affine, const T* x, const T* other, T* y)
{
    if (b.block == 16) scaleOf<16, relu, residual>(b, affine, x, other, y);
    else if (b.block == 8) scaleOf<8, relu, residual>(b, affine, x, other, y);
    else scaleOf<1, relu, residual>(b, affine, x, other, y);
}

template <class T>
static void scale(const ChannelBlock& b, const ChannelAffine& affine, const T* x, T* y)
{
    scaleAny<false, false, T>(b, affine, x, nullptr, y);
}

template <class T>
static void scaleRelu(const ChannelBlock& b, const ChannelAffine& affine, const T* x, const T* residual, T* y)
{
    if (residual) scaleAny<true, true, T>(b, affine, x, residual, y);
    else scaleAny<true, false, T>(b, affine, x, nullptr, y);
}

template <bool masked, class T>
static void gradSumsAny(const ChannelBlock& b, const ChannelAffine* positive, const T* x, const T* grad, const float* mean,
                        const float* inverse, float* sum, float* dot)
{
    if (b.block == 16) gradSumsOf<16, masked>(b, positive, x, grad, mean, inverse, sum, dot);
    else if (b.block == 8) gradSumsOf<8, masked>(b, positive, x, grad, mean, inverse, sum, dot);
    else gradSumsOf<1, masked>(b, positive, x, grad, mean, inverse, sum, dot);
}

template <class T>
static void gradSums(const ChannelBlock& b, const ChannelAffine* positive, const T* x, const T* grad, const float* mean,
                     const float* inverse, float* sum, float* dot)
{
    if (positive) gradSumsAny<true>(b, positive, x, grad, mean, inverse, sum, dot);
    else gradSumsAny<false>(b, nullptr, x, grad, mean, inverse, sum, dot);
}

template <bool masked, class T>
static void gradAny(const ChannelBlock& shape, const ChannelAffine* positive, const T* x, const T* g, const float* a, const float* b,
                    const float* c, T* dx)
{
    if (shape.block == 16) gradOf<16, masked>(shape, positive, x, g, a, b, c, dx);
    else if (shape.block == 8) gradOf<8, masked>(shape, positive, x, g, a, b, c, dx);
    else gradOf<1, masked>(shape, positive, x, g, a, b, c, dx);
}

template <class T>
static void grad(const ChannelBlock& shape, const ChannelAffine* positive, const T* x, const T* g, const float* a, const float* b,
                 const float* c, T* dx)
{
    if (positive) gradAny<true>(shape, positive, x, g, a, b, c, dx);
    else gradAny<false>(shape, nullptr, x, g, a, b, c, dx);
}

struct RowMoments {
    float mean, inverse;
};

template <class T>
static RowMoments rowMoments(const T* x, int64_t n, float epsilon, bool rms)
{
    float sum = 0;
    if (!rms) {
#pragma omp simd reduction(+ : sum)
        for (int64_t i = 0; i < n; ++i) sum += get(x, i);
    }
    const float mean = rms ? 0.0f : sum / static_cast<float>(n);
    float squares = 0;
#pragma omp simd reduction(+ : squares)
    for (int64_t i = 0; i < n; ++i) squares += (get(x, i) - mean) * (get(x, i) - mean);
    return {mean, 1.0f / __builtin_sqrtf(squares / static_cast<float>(n) + epsilon)};
}

template <class T>
static void normRow(const T* x, const float* scale_, const float* bias, T* y, int64_t n, float epsilon, bool rms)
{
    const RowMoments m = rowMoments(x, n, epsilon, rms);
    if (scale_ && bias) { // NOLINT(bugprone-branch-clone): the check does not look into loops under omp simd
#pragma omp simd
        for (int64_t i = 0; i < n; ++i) put(y, i, (get(x, i) - m.mean) * m.inverse * scale_[i] + bias[i]);
    } else if (scale_) {
#pragma omp simd
        for (int64_t i = 0; i < n; ++i) put(y, i, (get(x, i) - m.mean) * m.inverse * scale_[i]);
    } else {
#pragma omp simd
        for (int64_t i = 0; i < n; ++i) put(y, i, (get(x, i) - m.mean) * m.inverse + (bias ? bias[i] : 0.0f));
    }
}

/// dx = (h - a - (x - mean) × b) × inverse, and what else reaches x.
template <bool scaled, bool added, class T>
static void normGradOf(const RowMoments& m, float a, float b, const T* x, const float* scale_, const T* g, const T* more, T* dx, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) {
        const float h = scaled ? get(g, i) * scale_[i] : get(g, i);
        const float own = (h - a - (get(x, i) - m.mean) * b) * m.inverse;
        put(dx, i, added ? own + get(more, i) : own);
    }
}

template <class T>
static void normGradRow(const T* x, const float* scale_, const T* g, const T* more, T* dx, float* dscale, float* dbias, int64_t n,
                        float epsilon, bool rms)
{
    const RowMoments m = rowMoments(x, n, epsilon, rms);
    float sum = 0, dot = 0;
    if (scale_) { // NOLINT(bugprone-branch-clone): the check does not look into loops under omp simd
#pragma omp simd reduction(+ : sum, dot)
        for (int64_t i = 0; i < n; ++i) {
            const float v = get(g, i) * scale_[i];
            sum += v;
            dot += v * (get(x, i) - m.mean);
        }
    } else {
#pragma omp simd reduction(+ : sum, dot)
        for (int64_t i = 0; i < n; ++i) {
            sum += get(g, i);
            dot += get(g, i) * (get(x, i) - m.mean);
        }
    }
    if (rms) sum = 0;
    if (dscale) {
#pragma omp simd
        for (int64_t i = 0; i < n; ++i) dscale[i] += get(g, i) * (get(x, i) - m.mean) * m.inverse;
    }
    if (dbias) {
#pragma omp simd
        for (int64_t i = 0; i < n; ++i) dbias[i] += get(g, i);
    }
    const float a = sum / static_cast<float>(n);
    const float b = dot * m.inverse * m.inverse / static_cast<float>(n);
    const auto finish = more ? (scale_ ? normGradOf<true, true, T> : normGradOf<false, true, T>)
                             : (scale_ ? normGradOf<true, false, T> : normGradOf<false, false, T>);
    finish(m, a, b, x, scale_, g, more, dx, n);
}

template <class T>
static LoopsOf<T> loopsOf()
{
    return {moments<T>, scale<T>, scaleRelu<T>, gradSums<T>, grad<T>, normRow<T>, normGradRow<T>};
}

void fillNorm(Functions& f)
{
    f.f32 = loopsOf<float>();
    f.bf16 = loopsOf<Bf16>();
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
