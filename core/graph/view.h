// SPDX-License-Identifier: Apache-2.0
// Nodes whose result is their first input's memory: nothing is moved, only read otherwise.
#pragma once

#include <optional>

#include "core/graph/graph.h"

namespace ds {

/// The layout in which the result of a transposition is what its operand in `layout` is already. None for other ops and where the
/// operand is in blocks.
std::optional<Layout> transposedLayout(const Node& node, const Layout& layout);

/// Ops that are views by themselves, and transpositions whose layouts undo what they do.
bool isView(const Graph& graph, const Node& node);

} // namespace ds
