// SPDX-License-Identifier: Apache-2.0
// What a node costs, before it is run: arithmetic, memory that it moves, and about how long that takes.
#pragma once

#include "core/graph/graph.h"

namespace ds {

/// What a machine does in a second. The defaults stand for a small desktop; measureRates() (core/train/machine_rates.h) measures the real
/// one.
struct MachineRates {
    double flops = 100e9; ///< in convolutions and products of matrices
    double bytes = 20e9;  ///< read and written by ops that work through their operands once
    double perOp = 4e-7;  ///< seconds to call a kernel
};

struct Work {
    double flops = 0;
    double read = 0, written = 0; ///< bytes
    bool contraction = false;     ///< the arithmetic counts, not only the memory
};

Work workOf(const Graph& graph, const Node& node);

/// An op takes as long as its arithmetic or its memory, whichever is more (the roofline model). Views take no time.
double secondsOf(const Graph& graph, const Node& node, const MachineRates& rates);

} // namespace ds
