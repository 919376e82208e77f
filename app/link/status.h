// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json.h"

namespace ds::link {

enum class WorkerState { Starting, Running, Paused, Stopping, Finished, Stopped, Failed };
std::string_view workerStateName(WorkerState state);

/// What a worker says of itself when it is asked.
struct WorkerStatus {
    WorkerState state = WorkerState::Starting;
    int64_t epoch = 0, epochs = 0; ///< epoch counts from 1
    int64_t step = 0, steps = 0;
    double loss = 0, learningRate = 0, gradNorm = 0; ///< loss and gradNorm may be NaN or infinite
    double samplesPerSecond = 0, secondsLeft = -1;   ///< negative: not known
    int64_t memoryBytes = 0, predictedMemoryBytes = 0;
    double cpuShare = 0; ///< of all cores, 0 to 1
    Error error;         ///< of a run that failed
    Json summary;        ///< of one that finished or was stopped, as TrainSession gives it; else null

    bool ended() const { return state >= WorkerState::Finished; }
};

Json statusToJson(const WorkerStatus& status);
/// An error if anything is missing or of the wrong type.
Result<WorkerStatus> statusFromJson(const Json& json);

Json errorToJson(const Error& error);
Error errorFromJson(const Json& json);

/// A number of an event: NaN and infinities are text there.
double numberFrom(const Json& json);

} // namespace ds::link
