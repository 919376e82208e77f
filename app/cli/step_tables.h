// SPDX-License-Identifier: Apache-2.0
// What a step that was made again shows op by op, in the terminal.
#pragma once

#include "inspector/engine/origin.h"
#include "inspector/engine/step_ops.h"

namespace ds::cli {

/// One line an op; with `json` one object each.
void printOps(const inspector::StepOps& ops, bool json);
/// `failed`: the step whose loss was no number.
void printOrigin(const inspector::Origin& origin, int64_t failed, bool json);

} // namespace ds::cli
