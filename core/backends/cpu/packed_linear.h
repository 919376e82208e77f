// SPDX-License-Identifier: Apache-2.0
// Products with a constant weight that was packed once: what predictions of few rows gain most by.
#pragma once

#include "core/backends/cpu/kernel.h"

namespace ds::cpu {

/// Of the weight [K, N] (or [N, K] if the op transposes it): N in panels as the vector loops want them, K inside.
Layout packedWeight(bool transposed);

/// Of `linear` with its weight in that layout.
std::unique_ptr<Kernel> preparePackedLinear(const KernelRequest& request);

} // namespace ds::cpu
