// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/backends/backend.h"
#include "core/backends/cpu/simd/simd.h"

namespace ds::cpu {

/// The random numbers of an op in this step, as Philox(seed, stream, step) counts them.
inline simd::RandomKey randomKey(const StepContext& context, uint32_t stream)
{
    return {static_cast<uint32_t>(context.seed), static_cast<uint32_t>(context.seed >> 32), stream, static_cast<uint32_t>(context.step),
            static_cast<uint32_t>(context.step >> 32) << 16};
}

} // namespace ds::cpu
