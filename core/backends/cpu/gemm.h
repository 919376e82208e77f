// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ds::cpu {

/// c[m, n] = alpha × op(a)[m, k] × op(b)[k, n] + beta × c, row-major with the distances lda, ldb, ldc from row to row as stored.
/// By oneDNN: on all threads, or on one when called inside of a parallel region.
void gemm(bool transposeA, bool transposeB, int64_t m, int64_t n, int64_t k, float alpha, const float* a, int64_t lda, const float* b,
          int64_t ldb, float beta, float* c, int64_t ldc);

/// Lets the library generate its code now rather than in the first step. Kernels that use gemm() call it when they are prepared.
void prepareGemm();

} // namespace ds::cpu
