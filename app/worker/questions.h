// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/worker/options.h"

namespace ds::worker {

/// `--questions`: one JSON question a line on standard input, about a run that is not at work or a project
/// (inspector/engine/laboratory.h). One line an answer on standard output: {"at": UPDATE} while it is under way, then {"answer": ...} or
/// {"error": ...}. Ends with its input. Gives the exit code.
int answerQuestions(const Options& options);

} // namespace ds::worker
