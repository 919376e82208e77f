// SPDX-License-Identifier: Apache-2.0
// A chain of elementwise ops as the op `elementwise` carries it: each stage is one line, "mul 0 1" or "clamp 2 max=1.0 min=0.0". The
// numbers are operands of the whole (0 to n - 1) and results of earlier stages (n, n + 1, ...). The last stage gives the result.
#pragma once

#include <string>
#include <vector>

#include "core/base/attributes.h"
#include "core/base/error.h"

namespace ds {

class OpSet;
struct OpSpec;

struct ElementwiseStage {
    const OpSpec* op = nullptr;
    Attrs attrs;
    std::vector<int> operands;
};

/// No list can be among the attributes (canBeStage() says so).
std::string stageText(const ElementwiseStage& stage);
/// Whether the op is elementwise, gives one result from operands of one type, and can be written as a stage.
bool canBeStage(const OpSpec& op);
/// Checks the ops, how many operands they take, and that these exist. The attributes have their defaults.
Result<std::vector<ElementwiseStage>> parseStages(const Strings& stages, int operands, const OpSet& ops);

} // namespace ds
