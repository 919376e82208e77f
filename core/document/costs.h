// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "core/graph/graph.h"

namespace ds {

/// What a layer costs in one step.
struct LayerCost {
    int64_t parameters = 0;
    double flops = 0;           ///< forward
    double activationBytes = 0; ///< of what its ops write, views left out
};

/// By path, of each layer of a lowered graph and of each composite around it; "" holds the total.
std::map<std::string, LayerCost> layerCosts(const Graph& graph);

} // namespace ds
