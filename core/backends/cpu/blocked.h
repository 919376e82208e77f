// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/backends/backend.h"

namespace ds::cpu {

/// A channels-first tensor [N, C, spatial...] seen as [N, C / block, spatial, block]: row-major is a block of one.
struct Blocked {
    bool ok = false; ///< neither row-major nor blocked over channels only
    int64_t batch = 1, channelBlocks = 1, spatial = 1, block = 1;
    int64_t outer = 1; ///< batch × channelBlocks
};

Blocked blockedForm(const Operand& operand);

} // namespace ds::cpu
