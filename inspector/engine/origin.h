// SPDX-License-Identifier: Apache-2.0
// Where numbers stopped being finite: the very op and step, which may lie long before the loss tells it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "inspector/engine/step_ops.h"

namespace ds {
struct RunParts;
class TimeMachine;
} // namespace ds

namespace ds::inspector {

struct Origin {
    int64_t update = 0; ///< the step is on its way to so many updates
    std::string layer;  ///< see StepOp; of what was there before the step: the name of the field, parameter or state
    std::string op;     ///< empty: it was there before the step
    Phase phase = Phase::Forward;
    int place = -1;               ///< of the op among those of the step (StepOps); -1: none
    std::vector<std::string> way; ///< layers and parameters through which it spread to the loss or a parameter, the first one first

    bool operator==(const Origin&) const = default;
};

/// None if loss, parameters and states are finite behind the step: what is infinite within it then has done no harm (a mask, say).
std::optional<Origin> originOf(const StepOps& ops, int64_t update);

/// Of a training that failed in the step on its way to `failed` updates: by going back to a snapshot that is whole and making the steps
/// since again with each op watched. None if there is no such snapshot, or if it would take longer than `mostSeconds`, `stepSeconds` being
/// those of a step. `first`, if given, looks at these steps before each op is. The training stands somewhere else then.
std::optional<Origin> findOrigin(RunParts& parts, TimeMachine& past, int64_t failed, double stepSeconds, double mostSeconds,
                                 const std::shared_ptr<StepObserver>& first = {});

/// The same of an earlier run, from its checkpoints and snapshots. `progress` hears after which update it stands. Errors: no such run,
/// nothing left of it, nothing that is not finite.
Result<Origin> findOrigin(const std::string& runFolder, int64_t failed, const std::string& device,
                          const std::function<void(int64_t update)>& progress = {});

Json originToJson(const Origin& origin);
/// Throws Json::exception.
Origin originFromJson(const Json& json);

} // namespace ds::inspector
