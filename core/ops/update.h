// SPDX-License-Identifier: Apache-2.0
// What the descriptions of optimiser updates share.
#pragma once

#include <string_view>
#include <vector>

#include "core/ops/common.h"

namespace ds::ops {

/// Which input of an update is what. Input 0 is the parameter, input 1 its gradient.
struct UpdatePorts {
    std::vector<std::string_view> names;
    std::vector<int> states; ///< of the type of the parameter; absent ones are left out of the outputs
    int lr;                  ///< f32[]
    int step = -1;           ///< i64[], counted from 1; -1: none
};

/// The last input of every update: what the gradient is multiplied by first, f32[]. The pass `fuse` moves the factor of clipping there.
Port gradScalePort();

/// The outputs are the parameter and the states that are given.
Inferred inferUpdate(const InferCall& call, const UpdatePorts& ports);

} // namespace ds::ops
