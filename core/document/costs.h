// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "core/graph/cost.h"

namespace ds {

/// What a layer costs in one step.
struct LayerCost {
    int64_t parameters = 0;
    double flops = 0;           ///< forward
    double activationBytes = 0; ///< of what its ops write, views left out
};

/// By path, of each layer of a lowered graph and of each composite around it; "" holds the total.
std::map<std::string, LayerCost> layerCosts(const Graph& graph);

/// What a layer takes of one training step, forward and backward together.
struct StepCost {
    double flops = 0;
    double seconds = 0; ///< about: each op takes as long as its arithmetic or its memory, whichever is more (the roofline model)
};

/// By path as layerCosts(), of the graph of a step as a backend runs it. What belongs to no layer (the update of the parameters is
/// under "optimizer") is in the total.
std::map<std::string, StepCost> stepCosts(const Graph& step, const MachineRates& rates);

} // namespace ds
