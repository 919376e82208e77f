// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include "core/base/error.h"
#include "core/document/costs.h"

namespace ds {

struct ProjectCheck;

/// What one training step will take. Nothing of it is run or allocated.
struct StepForecast {
    std::size_t stateBytes = 0;            ///< parameters and what the optimiser keeps
    std::size_t arenaBytes = 0;            ///< the step's intermediate values at their peak
    std::size_t onceBytes = 0;             ///< constants
    std::map<std::string, StepCost> costs; ///< by path; "" is the total

    /// What a Learner takes once it has planned the step (Learner::memoryBytes()).
    std::size_t peakBytes() const { return stateBytes + arenaBytes + onceBytes; }
};

/// For a project without errors, on the CPU, with its batch size and optimiser. Takes as long as compiling the step does (for ten
/// thousand layers some seconds); asks `cancelled` now and then and gives up with an error when it says true.
Result<StepForecast> forecastStep(const ProjectCheck& check, const MachineRates& rates, const std::function<bool()>& cancelled = {});

} // namespace ds
