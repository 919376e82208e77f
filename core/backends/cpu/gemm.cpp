// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/gemm.h"

#include <cassert>
#include <vector>

#include <dnnl.h>

namespace ds::cpu {

void gemm(bool transposeA, bool transposeB, int64_t m, int64_t n, int64_t k, float alpha, const float* a, int64_t lda, const float* b,
          int64_t ldb, float beta, float* c, int64_t ldc)
{
    [[maybe_unused]] const dnnl_status_t status =
        dnnl_sgemm(transposeA ? 'T' : 'N', transposeB ? 'T' : 'N', m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
    assert(status == dnnl_success);
}

void prepareGemm()
{
    static const bool done = [] {
        constexpr int64_t side = 64;
        const std::vector<float> a(side * side, 0.0f);
        std::vector<float> c(side * side);
        for (bool first : {false, true})
            for (bool second : {false, true}) gemm(first, second, side, side, side, 1, a.data(), side, a.data(), side, 0, c.data(), side);
        return true;
    }();
    (void)done;
}

} // namespace ds::cpu
