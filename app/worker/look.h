// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/worker/options.h"
#include "core/base/json.h"

namespace ds::worker {

/// Makes a step of a run again and prints what was seen of it, for the window: lines {"at": UPDATE} on the way, at last
/// {"made_again": {...}} (inspector/engine/made_again.h) or {"error": {...}}. Gives the exit code.
int look(const Options& options);

/// To standard output, at once.
void printLine(const Json& line);

} // namespace ds::worker
