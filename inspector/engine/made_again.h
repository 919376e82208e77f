// SPDX-License-Identifier: Apache-2.0
// A step of an earlier run, made again with everything watched.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/document/document.h"
#include "core/train/time_machine.h"
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

/// A step of an earlier run at hand: it is made as often as something is to be seen of it.
class StepAgain {
public:
    /// `progress` hears after which update it stands. Errors: no such run or step, nothing left of the run, a project that cannot be
    /// trained any more.
    static Result<std::unique_ptr<StepAgain>> make(const std::string& runsFolder, const std::string& run, int64_t step,
                                                   const std::string& device, const std::function<void(int64_t update)>& progress = {});

    const MadeAgain& seen() const { return m_seen; }
    /// What one of seen().ops.values held, row-major. Errors: there is none, or the step did not come so far.
    Result<Tensor> value(int value);

private:
    explicit StepAgain(Rewound rewound) : m_rewound(std::move(rewound)), m_before(m_rewound.parts, keepAll) {}

    static constexpr std::size_t keepAll = std::size_t{1} << 62;
    Rewound m_rewound;
    TimeMachine m_before; // stands before the step
    MadeAgain m_seen;
};

/// For who only wants to see it once.
Result<MadeAgain> makeAgain(const std::string& runsFolder, const std::string& run, int64_t step, const std::string& device,
                            const std::function<void(int64_t update)>& progress = {});

/// Without the document, for another process.
Json madeAgainToJson(const MadeAgain& again);
Result<MadeAgain> madeAgainFromJson(const Json& json);

} // namespace ds::inspector
