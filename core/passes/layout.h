// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/graph/graph.h"

namespace ds {

/// What a node would like, given the layouts that its inputs have now.
using LayoutsOf = std::function<LayoutWish(const Graph&, const Node&, const std::vector<Layout>& now)>;
/// The layout in which a state is already kept; null if it is not kept yet.
using StateLayout = std::function<const Layout*(const std::string& name)>;

/// Carries layouts from end to end: a node gets what it wishes for, a reorder stands wherever a value is needed in another
/// layout, ops that work on any layout pass it through. New states take the layout that their first reader wants. Outputs of
/// the graph are row-major.
Graph assignLayouts(const Graph& graph, const LayoutsOf& wishes, const StateLayout& stateLayout);

} // namespace ds
