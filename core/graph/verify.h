// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/graph/graph.h"

namespace ds {

/// Every structural rule of a graph: ids in range, each value defined once and before it is read, types as
/// inference gives them, names of inputs and outputs unique, updates of the right type and only of states.
Errors verify(const Graph& graph);

} // namespace ds
