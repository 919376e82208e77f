// SPDX-License-Identifier: Apache-2.0
// Several who look at the same steps.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "core/backends/plan.h"
#include "core/train/learner.h"

namespace ds::inspector {

/// Each sees what it would see alone, in the order in which they stand.
class Together : public StepObserver {
public:
    explicit Together(std::vector<std::shared_ptr<StepObserver>> observers) : m_observers(std::move(observers)) {}

    std::unique_ptr<PlanObserver> attach(const Plan& plan) override
    {
        auto together = std::make_unique<Attached>();
        for (const auto& observer : m_observers) together->parts.push_back({observer->attach(plan)});
        return together;
    }
    bool begin(PlanObserver& observer) override
    {
        bool any = false;
        each(observer, [&](StepObserver& o, Part& part) { any |= part.looking = o.begin(*part.observer); });
        return any;
    }
    void end(PlanObserver& observer, int64_t update, double milliseconds) override
    {
        each(observer, [&](StepObserver& o, Part& part) { o.end(*part.observer, update, milliseconds); });
    }
    void failed(PlanObserver& observer, int64_t update) override
    {
        each(observer, [&](StepObserver& o, Part& part) {
            if (part.looking) o.failed(*part.observer, update);
        });
    }

private:
    struct Part {
        std::unique_ptr<PlanObserver> observer;
        bool looking = false;
    };
    struct Attached : PlanObserver {
        void before(NodeId node) override
        {
            for (Part& part : parts)
                if (part.looking) part.observer->before(node);
        }
        void after(NodeId node) override
        {
            for (Part& part : parts)
                if (part.looking) part.observer->after(node);
        }
        std::vector<Part> parts;
    };

    template <class Ask>
    void each(PlanObserver& observer, Ask ask)
    {
        auto& parts = static_cast<Attached&>(observer).parts;
        for (std::size_t i = 0; i < m_observers.size(); ++i) ask(*m_observers[i], parts[i]);
    }

    std::vector<std::shared_ptr<StepObserver>> m_observers;
};

} // namespace ds::inspector
