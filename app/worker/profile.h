// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/worker/options.h"

namespace ds::worker {

/// Trains the project for some steps and prints where their time goes, for the window: a line {"profile": {...}}
/// (inspector/engine/step_profile.h) or {"error": {...}}. Gives the exit code.
int profile(const Options& options);

} // namespace ds::worker
