// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "core/graph/graph.h"

namespace ds {

/// Whether the device runs the node as a stage of the op `elementwise`.
using FusableStage = std::function<bool(const Graph&, const Node&)>;

/// Elementwise ops of which each only feeds the next become one op `elementwise`, so that what lies between them never reaches memory.
/// Forward and backward direction stay apart, and no chain keeps more values alive than its ops did.
Graph fuseElementwise(const Graph& graph, const FusableStage& fusable);

} // namespace ds
