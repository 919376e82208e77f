// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/optim/schedule.h"
#include "core/train/checkpointing.h"
#include "core/train/evaluator.h"

namespace ds {

/// What a validation means for the run.
struct Verdict {
    bool best = false;       ///< the weights are the best so far
    bool reduceRate = false; ///< the figure has come to a plateau
    bool stop = false;       ///< early stopping
};

/// One figure of the validation decides on the best checkpoint, the plateau schedule and early stopping. The counters are kept in
/// Progress, so that they survive a stop. An error if the monitored figure is not measured.
Result<Verdict> judge(const EvaluationResult& result, const Attrs& training, const ScheduleSpec& schedule, const Attrs& scheduleAttrs,
                      Progress& progress);

} // namespace ds
