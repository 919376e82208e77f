// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "core/train/learner.h"
#include "core/train/run_observer.h"
#include "core/train/run_record.h"

namespace ds {

/// Asks an observer without letting it end the run: what it throws ends the watching, with an event that says so.
class GuardedObserver {
public:
    /// `observer` may be null. The others must live longer.
    GuardedObserver(std::shared_ptr<RunObserver> observer, Learner& learner, RunRecord& record)
        : m_observer(std::move(observer)), m_learner(learner), m_record(record)
    {
    }

    /// `update`: where the run stands.
    template <class Function>
    void ask(int64_t update, Function function)
    {
        if (!m_observer) return;
        try {
            function(*m_observer);
        } catch (const std::exception& problem) {
            m_record.event(update, "inspector", phrase("Training", "The Inspector has stopped: %1").with({problem.what()}));
            giveUp();
        }
    }
    std::vector<TrainEvent> news(int64_t update)
    {
        std::vector<TrainEvent> news;
        ask(update, [&](RunObserver& observer) { news = observer.news(); });
        return news;
    }
    /// Gives what the observer adds to the summary, the first time and ever after.
    const Json& end(int64_t update)
    {
        if (std::exchange(m_ended, true)) return m_figures;
        ask(update, [this](RunObserver& observer) { m_figures = observer.end(); });
        m_learner.observe(nullptr);
        return m_figures;
    }

private:
    /// It still has to let go of the parts of the run.
    void giveUp()
    {
        m_learner.observe(nullptr);
        try {
            if (!std::exchange(m_ended, true)) m_observer->end();
        } catch (const std::exception&) { // of the same trouble
        }
        m_observer = nullptr;
    }

    std::shared_ptr<RunObserver> m_observer;
    Learner& m_learner;
    RunRecord& m_record;
    bool m_ended = false;
    Json m_figures;
};

} // namespace ds
