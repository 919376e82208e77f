// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ops/common.h"

namespace ds::ops {

inline AttrSpec streamAttribute()
{
    return {.name = "stream",
            .type = AttrType::Int,
            .fallback = int64_t{0},
            .min = 0,
            .max = 4294967295.0,
            .doc = "Which of the independent sequences of the run."};
}

} // namespace ds::ops
