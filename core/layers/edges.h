// SPDX-License-Identifier: Apache-2.0
// Graphs as lists of edges, for the layers that work on them.
#pragma once

#include "core/layers/common.h"

namespace ds::layers {

struct Edges {
    Value from, to; ///< i64[E]
    int64_t nodes = 0;
};

/// From nodes [nodes, C] and whole numbers [2, E]; look at failed() afterwards.
Edges edgesOf(LayerBuilder& b, Value nodes, Value edges);
/// Sums what comes along the edges, [E, ...], at the nodes where they end: [nodes, ...].
Value sumAtTargets(LayerBuilder& b, Value alongEdges, const Edges& edges);

} // namespace ds::layers
