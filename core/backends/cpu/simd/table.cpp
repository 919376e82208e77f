// SPDX-License-Identifier: Apache-2.0
#include "core/backends/cpu/simd/parts.h"

namespace ds::cpu::simd {
namespace DS_ISA {

#define DS_TEXT(x) #x
#define DS_NAME(x) DS_TEXT(x)

void fill(Functions& f)
{
    f.name = DS_NAME(DS_ISA);
    fillElementwise(f);
    fillReduce(f);
    fillPool(f);
    fillNorm(f);
    fillSoftmax(f);
    fillOptimizer(f);
    fillRecurrent(f);
    fillRandom(f);
    fillGemm(f);
    fillStatistics(f);
    fillTranspose(f);
}

} // namespace DS_ISA
} // namespace ds::cpu::simd
