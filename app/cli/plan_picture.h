// SPDX-License-Identifier: Apache-2.0
// The arena of a step drawn: nodes from left to right, addresses from bottom to top.
#pragma once

#include <string>

#include "core/backends/plan.h"

namespace ds::cli {

/// For a terminal: a letter where the memory is taken for most of a cell, by kind.
std::string planText(const Plan& plan);

/// A rectangle for each stretch of memory, with what lies there as its tooltip.
std::string planSvg(const Plan& plan);

} // namespace ds::cli
