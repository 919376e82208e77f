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
        const float g = grad[i] + decay * p[i];
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
        for (int64_t i = 0; i < n; ++i) p[i] -= s.lr * (grad[i] + s.weightDecay * p[i]);
        return;
    }
#pragma omp simd
    for (int64_t i = 0; i < n; ++i) {
        const float g = grad[i] + s.weightDecay * p[i];
        const float u = s.first ? g : s.momentum * velocity[i] + g;
        velocity[i] = u;
        p[i] -= s.lr * (s.nesterov ? g + s.momentum * u : u);
    }
}

void fillOptimizer(Functions& f)
{
    f.adam = adam;
    f.sgd = sgd;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
