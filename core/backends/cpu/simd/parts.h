// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu::simd {
namespace DS_ISA {

// Each file fills its own functions in.
void fillElementwise(Functions&);
void fillReduce(Functions&);
void fillPool(Functions&);
void fillNorm(Functions&);
void fillSoftmax(Functions&);
void fillOptimizer(Functions&);
void fillRecurrent(Functions&);
void fillRandom(Functions&);
void fillGemm(Functions&);
void fillStatistics(Functions&);
void fillTranspose(Functions&);

/// See Functions.
void transposeTile(const float* x, int64_t ldx, float* y, int64_t ldy);

} // namespace DS_ISA
} // namespace ds::cpu::simd
