// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/approx.h"
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

// Gates in PyTorch's order: input, forget, cell, output; n of each.
static void lstmCell(float* gates, const float* cBefore, float* c, float* h, int64_t n)
{
    float *gi = gates, *gf = gates + n, *gg = gates + 2 * n, *go = gates + 3 * n;
#pragma omp simd
    for (int64_t k = 0; k < n; ++k) {
        const float i = sigmoidOf(gi[k]), f = sigmoidOf(gf[k]), g = tanhOf(gg[k]), o = sigmoidOf(go[k]);
        const float cell = f * cBefore[k] + i * g;
        gi[k] = i;
        gf[k] = f;
        gg[k] = g;
        go[k] = o;
        c[k] = cell;
        h[k] = o * tanhOf(cell);
    }
}

/// dc holds the gradient of the cell after this step on entry, of the one before it on return.
static void lstmCellGrad(const float* gates, const float* cBefore, const float* c, const float* dh, float* dc, float* dgates, int64_t n)
{
    const float *gi = gates, *gf = gates + n, *gg = gates + 2 * n, *go = gates + 3 * n;
#pragma omp simd
    for (int64_t k = 0; k < n; ++k) {
        const float i = gi[k], f = gf[k], g = gg[k], o = go[k];
        const float t = tanhOf(c[k]);
        const float cell = dc[k] + dh[k] * o * (1.0f - t * t);
        dgates[k] = cell * g * i * (1.0f - i);
        dgates[n + k] = cell * cBefore[k] * f * (1.0f - f);
        dgates[2 * n + k] = cell * i * (1.0f - g * g);
        dgates[3 * n + k] = dh[k] * t * o * (1.0f - o);
        dc[k] = cell * f;
    }
}

// Gates in PyTorch's order: reset, update, new.
static void gruCell(float* gates, const float* recurrent, const float* hBefore, float* h, int64_t n)
{
    float *gr = gates, *gz = gates + n, *gn = gates + 2 * n;
#pragma omp simd
    for (int64_t k = 0; k < n; ++k) {
        const float r = sigmoidOf(gr[k] + recurrent[k]), z = sigmoidOf(gz[k] + recurrent[n + k]);
        const float fresh = tanhOf(gn[k] + r * recurrent[2 * n + k]);
        gr[k] = r;
        gz[k] = z;
        gn[k] = fresh;
        h[k] = (1.0f - z) * fresh + z * hBefore[k];
    }
}

static void gruCellGrad(float* gates, float* recurrent, const float* hBefore, float* dh, int64_t n)
{
    float *gr = gates, *gz = gates + n, *gn = gates + 2 * n;
#pragma omp simd
    for (int64_t k = 0; k < n; ++k) {
        const float r = gr[k], z = gz[k], fresh = gn[k], g = dh[k];
        const float dn = g * (1.0f - z) * (1.0f - fresh * fresh);
        const float dr = dn * recurrent[2 * n + k] * r * (1.0f - r);
        const float dz = g * (hBefore[k] - fresh) * z * (1.0f - z);
        gr[k] = dr;
        gz[k] = dz;
        gn[k] = dn;
        recurrent[k] = dr;
        recurrent[n + k] = dz;
        recurrent[2 * n + k] = dn * r;
        dh[k] = g * z;
    }
}

static void rnnCellGrad(float* gates, const float* dh, int64_t n, bool relu)
{
#pragma omp simd
    for (int64_t k = 0; k < n; ++k) {
        const float g = gates[k], passed = g > 0.0f ? dh[k] : 0.0f;
        gates[k] = relu ? passed : dh[k] * (1.0f - g * g);
    }
}

void fillRecurrent(Functions& f)
{
    f.lstmCell = lstmCell;
    f.lstmCellGrad = lstmCellGrad;
    f.gruCell = gruCell;
    f.gruCellGrad = gruCellGrad;
    f.rnnCellGrad = rnnCellGrad;
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
