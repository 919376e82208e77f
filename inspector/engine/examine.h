// SPDX-License-Identifier: Apache-2.0
// Trains a project for a while, without records, and keeps what was seen.
#pragma once

#include "core/document/document.h"
#include "inspector/engine/trace.h"

namespace ds {
struct RunParts;
}

namespace ds::inspector {

struct ExamineOptions {
    int64_t updates = 100;   ///< to be made, at most those that the project plans
    double budget = 0;       ///< what watching may take, as a share of a step's time; 0: everything is seen at each step
    int64_t evaluations = 5; ///< on at most `evaluationSamples` of the validation data, spread over the updates
    int64_t evaluationSamples = 512;
};

struct Examination {
    Trace trace;
    double watchingShare = 0; ///< what watching took of the time of a step
};

/// Ends early where the loss is no number any more: that is in the trace. An error if the project cannot be trained.
Result<Examination> examine(RunParts& parts, const ExamineOptions& options);

} // namespace ds::inspector
