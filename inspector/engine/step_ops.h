// SPDX-License-Identifier: Apache-2.0
// A step op by op: what each op read and what it made.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/train/learner.h"
#include "inspector/engine/tensor_statistics.h"

namespace ds::inspector {

enum class Phase { Forward, Backward, Update };
constexpr int phases = 3;
/// "forward", "backward", "update".
const char* phaseName(Phase phase);
/// The reverse; Forward of an unknown name.
Phase phaseFrom(const std::string& name);

/// One tensor of floating-point numbers within a step.
struct StepValue {
    std::string name;  ///< of a batch's field, a parameter or a state: what the step begins with, or what it writes there; else empty
    int op = -1;       ///< that made it; -1: it was there before
    bool kept = false; ///< the next value of a parameter or state
    std::vector<int64_t> shape;
    TensorStatistics statistics; ///< count is 0 if the step did not come so far

    bool finite() const { return statistics.finite() == statistics.count; }
};

struct StepOp {
    std::string layer; ///< path; of the optimiser: the parameter, or "optimizer" if it is about all of them
    std::string op;    ///< "conv", "elementwise relu mul"
    Phase phase = Phase::Forward;
    std::vector<int> reads, makes; ///< values; what only looks at another's memory is taken for that one
};

/// In the order of execution: all nodes that a step runs but for views. Integers are not there.
struct StepOps {
    std::vector<StepOp> ops;
    std::vector<StepValue> values;
    int loss = -1; ///< a value
};

/// Of a plan, without statistics. What is computed once when the plan is made counts as there before.
StepOps stepOpsOf(const Plan& plan);

Json stepOpsToJson(const StepOps& ops);
/// Throws Json::exception; an error if it is damaged otherwise.
Result<StepOps> stepOpsFromJson(const Json& json);

/// Looks at all that each op makes. A step then takes some two or three times as long.
class OpWatcher : public StepObserver {
public:
    /// Called behind each step, on the learner's thread. `update`: how many updates there have been, with that of the step. Gives whether
    /// the next one is to be looked at, too.
    using See = std::function<bool(int64_t update, StepOps ops)>;
    explicit OpWatcher(See see) : m_see(std::move(see)) {}

    std::unique_ptr<PlanObserver> attach(const Plan& plan) override;
    bool begin(PlanObserver& observer) override;
    void end(PlanObserver& observer, int64_t update, double milliseconds) override;
    void failed(PlanObserver& observer, int64_t update) override;

private:
    See m_see;
    bool m_looking = true;
};

/// Takes a copy of one value of each step.
class ValueWatcher : public StepObserver {
public:
    /// `value`: its place among the values of the step.
    explicit ValueWatcher(int value) : m_value(value) {}
    /// As it was in the last step, row-major; undefined if that did not come so far.
    const Tensor& taken() const { return m_taken; }

    std::unique_ptr<PlanObserver> attach(const Plan& plan) override;
    bool begin(PlanObserver& observer) override;
    void end(PlanObserver&, int64_t, double) override {}
    void failed(PlanObserver&, int64_t) override {}

private:
    int m_value;
    Tensor m_taken;
};

} // namespace ds::inspector
