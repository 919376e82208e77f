// SPDX-License-Identifier: Apache-2.0
// Watches the steps of a learner within a budget of time.
#pragma once

#include <functional>
#include <string>

#include "core/train/learner.h"
#include "inspector/engine/taps.h"
#include "inspector/engine/tensor_statistics.h"

namespace ds::inspector {

/// One tensor as it was seen in a step.
struct Sight {
    int64_t update = 0; ///< how many updates there have been, with that of the step
    std::string name;   ///< path of the layer, or name of the parameter
    Quantity quantity = Quantity::Activation;
    TensorStatistics statistics;
    std::string function, source; ///< see Tap
};

class Watcher : public StepObserver {
public:
    /// Called behind each step with what was seen in it, on the learner's thread; not at all if nothing was.
    using See = std::function<void(std::vector<Sight> sights)>;

    /// budget: what watching may take, as a share of the time of a step, with what `see` takes; 0: nothing is watched. pace and grant: see
    /// Governor.
    Watcher(double budget, See see, double pace = 0, double grant = 0)
        : m_budget(budget), m_pace(pace), m_grant(grant), m_see(std::move(see))
    {
    }

    void setBudget(double budget) { m_budget = budget; }
    /// Takes from the budget what was spent on behalf of watching elsewhere; milliseconds.
    void charge(double milliseconds);
    /// What it has taken so far.
    double measured() const { return m_working > 0 ? m_watching / m_working : 0; }
    double seconds() const { return m_watching / 1000; }

    std::unique_ptr<PlanObserver> attach(const Plan& plan) override;
    bool begin(PlanObserver& observer) override;
    void end(PlanObserver& observer, int64_t update, double milliseconds) override;
    void failed(PlanObserver& observer, int64_t update) override;

private:
    void tell(const PlanObserver& observer, int64_t update);

    double m_budget, m_pace, m_grant;
    double m_working = 0, m_watching = 0, m_charged = 0; // milliseconds; charged: no plan has paid for it yet
    See m_see;
};

} // namespace ds::inspector
