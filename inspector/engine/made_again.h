// SPDX-License-Identifier: Apache-2.0
// A step of an earlier run, made again with everything watched.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/document/document.h"
#include "inspector/engine/step_ops.h"
#include "inspector/engine/trace.h"

namespace ds::inspector {

struct MadeAgain {
    int64_t step = 0;
    std::string from;                      ///< the checkpoint that it began with; empty: the start of the run
    int64_t compared = 0, same = 0;        ///< steps whose loss was recorded; where the bits are the same
    std::vector<Trace::Step> steps;        ///< that were made; times are not measured
    std::vector<Sight> sights;             ///< of the step itself, in the order of the model
    StepOps ops;                           ///< of the step itself
    std::optional<Trace::Failure> failure; ///< with where it began, which may be an earlier step
    Document document;

    /// Of the step alone.
    Trace trace() const;
};

/// `progress` hears after which update it stands. Errors: no such run or step, nothing left of the run, a project that cannot be trained
/// any more.
Result<MadeAgain> makeAgain(const std::string& runsFolder, const std::string& run, int64_t step, const std::string& device,
                            const std::function<void(int64_t update)>& progress = {});

/// Without the document, for another process.
Json madeAgainToJson(const MadeAgain& again);
Result<MadeAgain> madeAgainFromJson(const Json& json);

} // namespace ds::inspector
