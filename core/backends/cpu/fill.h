// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/tensor/dtype.h"

namespace ds::cpu {

/// The bytes of one element.
struct Pattern {
    uint64_t bits = 0;
    int64_t bytes = 1;
};

Pattern patternOf(DType dtype, double value);
/// On all threads.
void fillPattern(void* to, Pattern pattern, int64_t count);

} // namespace ds::cpu
