// SPDX-License-Identifier: Apache-2.0
// Who watches a whole run: it sees more than the run's figures, and has records of its own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/json.h"

namespace ds {

struct Evaluation;
struct Feed;
struct NotFinite;
struct RunParts;
class RunRecord;
class TimeMachine;

/// kind: "start", "progress", "validation", "checkpoint", "learning_rate", "paused", "resumed", "stopped", and what an observer tells.
/// Everything in an event has been recorded before.
struct TrainEvent {
    std::string kind;
    Json data;
};

/// All on the thread of the session. What it throws ends the watching, not the run.
class RunObserver {
public:
    virtual ~RunObserver() = default;

    struct Step {
        int64_t update = 0;
        double loss = 0, gradNorm = 0, learningRate = 0;
        double milliseconds = 0, waiting = 0; ///< of the step; before it, for its data
    };

    /// Before the first step. Parts and record are there until end(). `updates`: how many were made when the run was at work before.
    virtual void begin(RunParts& parts, RunRecord& record, int64_t updates) = 0;
    /// With the last batch that went into the update.
    virtual void updated(const Step& step, const std::vector<Feed>& batch) = 0;
    /// A batch of the validation data, before all are validated.
    virtual void evaluated(const Evaluation& evaluation, const std::vector<Feed>& batch) = 0;
    /// The mean loss on validation data.
    virtual void validated(int64_t update, double loss) = 0;
    /// A step whose loss is no number ends the run. `past` may go back to where that began: no step is made any more.
    virtual void failed(int64_t update, const NotFinite& where, TimeMachine& past) = 0;
    /// What has come since it was last asked; it is in the records already.
    virtual std::vector<TrainEvent> news() = 0;
    /// Behind the last step, however the run ends. Gives figures for its summary.
    virtual Json end() = 0;
};

} // namespace ds
