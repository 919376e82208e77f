// SPDX-License-Identifier: Apache-2.0
// The text form of a graph: what `show --graph` prints and what the tests of passes compare. Example:
//
//   graph "mlp" {
//     feed %x: f32[2, 3]
//     parameter %fc.weight: f32[3, 4] = he_normal {fan_in = 3, fan_out = 4}
//     %2: f32[2, 4] = matmul(%x, %fc.weight) @fc
//     %3: f32[2, 4] = leaky_relu(%2) {slope = 0.1}
//     output y = %3
//   }
//
// A node that has several outputs lists them with commas; an absent optional input is `_`; a layout other
// than row-major follows its type: `f32[2, 16, 8, 8]:aBcd16b`. `again` before the layer marks what the pass recompute
// added. `update %state = %value` ends the list. Attributes that have their default value are left out.
#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/graph/graph.h"

namespace ds {

std::string printGraph(const Graph& graph);

/// Reads what printGraph wrote; types are checked against inference. Errors name the line. Values are numbered anew in
/// the order of the text, so that a graph whose inputs came after ops prints with other numbers than before.
Result<Graph> parseGraph(std::string_view text, const OpSet& ops);

} // namespace ds
