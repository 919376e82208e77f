// SPDX-License-Identifier: Apache-2.0
// What this machine can do, measured with the engine's own kernels.
#pragma once

#include <string>
#include <vector>

#include "core/graph/cost.h"

namespace ds {

/// Measures one core of this machine for about 100 ms and multiplies by the number of cores, so that what else runs disturbs little.
MachineRates measureRates();

/// The best of several runs of one op on all threads.
struct Ceiling {
    std::string name; ///< "matmul", "conv_3x3", "sweep"
    std::string size; ///< "1024 x 1024 x 1024"
    double seconds = 0;
    double flops = 0; ///< a second; 0 for what only moves memory
    double bytes = 0; ///< a second, read and written
};

/// Large products and convolutions, and a pass through more memory than caches hold: what no step can be faster than. Takes
/// about a second.
std::vector<Ceiling> measureCeilings();

} // namespace ds
