// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

static void adam(const AdamStep& s, float* p, const float* grad, float* m, float* v, int64_t n)
{
    const float shrink = s.decoupled ? 1.0f - s.lr * s.weightDecay : 1.0f;
    const float decay = s.decoupled ? 0.0f : s.weightDecay;
    const float size = s.lr / s.correction1, root = 1.0f / __builtin_sqrtf(s.correction2);
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) {
        const float g = s.scale * grad[i] + decay * p[i];
        const float mi = s.beta1 * m[i] + s.rest1 * g;
        const float vi = s.beta2 * v[i] + s.rest2 * g * g;
        m[i] = mi;
        v[i] = vi;
        p[i] = p[i] * shrink - size * mi / (__builtin_sqrtf(vi) * root + s.epsilon);
    }
}

static void sgd(const SgdStep& s, float* p, const float* grad, float* velocity, int64_t n)
{
    if (!velocity) {
#pragma omp simd
        for (int64_t i = 0; i < n; ++i) p[i] -= s.lr * (s.scale * grad[i] + s.weightDecay * p[i]);
        return;
    }
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) {
        const float g = s.scale * grad[i] + s.weightDecay * p[i];
        const float u = s.momentum * velocity[i] + g;
        velocity[i] = u;
        p[i] -= s.lr * (s.nesterov ? g + s.momentum * u : u);
    }
}

static void lion(const LionStep& s, float* p, const float* grad, float* m, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) {
        const float g = s.scale * grad[i], before = m[i];
        const float mixed = s.beta1 * before + s.rest1 * g;
        const float sign = mixed > 0.0f ? 1.0f : (mixed < 0.0f ? -1.0f : 0.0f);
        m[i] = s.beta2 * before + s.rest2 * g;
        p[i] -= s.lr * (sign + s.weightDecay * p[i]);
    }
}

static void adagrad(const AdagradStep& s, float* p, const float* grad, float* sum, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) {
        const float g = s.scale * grad[i] + s.weightDecay * p[i];
        const float total = sum[i] + g * g;
        sum[i] = total;
        p[i] -= s.lr * g / (__builtin_sqrtf(total) + s.epsilon);
    }
}

static void rmsprop(const RmsPropStep& s, float* p, const float* grad, float* square, float* velocity, float* average, int64_t n)
{
    for (int64_t i = 0; i < n; ++i) {
        const float g = s.scale * grad[i] + s.weightDecay * p[i];
        const float v = s.alpha * square[i] + s.rest * g * g;
        float spread = v;
        if (average) {
            const float a = s.alpha * average[i] + s.rest * g;
            average[i] = a;
            spread -= a * a;
        }
        float step = g / (__builtin_sqrtf(spread) + s.epsilon);
        if (velocity) {
            step += s.momentum * velocity[i];
            velocity[i] = step;
        }
        square[i] = v;
        p[i] -= s.lr * step;
    }
}

static void lambDirection(const AdamStep& s, const float* p, const float* grad, float* m, float* v, float* direction, int64_t n)
{
    const float size = 1.0f / s.correction1, root = 1.0f / __builtin_sqrtf(s.correction2);
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) {
        const float g = s.scale * grad[i];
        const float mi = s.beta1 * m[i] + s.rest1 * g;
        const float vi = s.beta2 * v[i] + s.rest2 * g * g;
        m[i] = mi;
        v[i] = vi;
        direction[i] = size * mi / (__builtin_sqrtf(vi) * root + s.epsilon) + s.weightDecay * p[i];
    }
}

static void addScaled(const float* x, float factor, float* y, int64_t n)
{
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) y[i] += factor * x[i];
}

void fillOptimizer(Functions& f)
{
    f.adam = adam;
    f.sgd = sgd;
    f.lion = lion;
    f.adagrad = adagrad;
    f.rmsprop = rmsprop;
    f.lambDirection = lambDirection;
    f.addScaled = addScaled;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
