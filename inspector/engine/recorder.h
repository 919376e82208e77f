// SPDX-License-Identifier: Apache-2.0
// Watches a run within training.inspection_budget, writes down what it sees and judges it while the run is at work.
#pragma once

#include <chrono>
#include <future>
#include <memory>
#include <set>
#include <utility>

#include "core/train/run_observer.h"
#include "inspector/engine/confident_learning.h"
#include "inspector/engine/records.h"
#include "inspector/engine/retelling.h"
#include "inspector/engine/steady_verdicts.h"

namespace ds::inspector {

/// Tells "verdict" when a rule finds something for the first time: {"step", "rule", "title", "severity", "place", "text"}.
class Recorder : public RunObserver {
public:
    ~Recorder() override;

    void begin(RunParts& parts, RunRecord& record, int64_t updates) override;
    void updated(const Step& step, const Feeds& batch) override;
    void evaluated(const Evaluation& evaluation, const Feeds& batch) override;
    void validated(int64_t update, double loss) override;
    void failed(int64_t update, const NotFinite& where, TimeMachine& past) override;
    std::vector<TrainEvent> news() override { return std::exchange(m_news, {}); }
    /// {"inspection_share": what watching took as a share of the time of the steps, "inspection_seconds": all of it}.
    Json end() override;

private:
    using Clock = std::chrono::steady_clock;

    void see(const std::vector<Sight>& sights);
    void takeFacts();
    void charge(Clock::time_point since);
    void retell(Trace::Evaluation& evaluation);
    void forgetLabels();
    void judgeNow(int64_t update, bool atEnd = false);
    void tell(int64_t update, const Verdict& verdict);

    RunRecord* m_record = nullptr; // null: nothing is watched
    RunParts* m_parts = nullptr;
    double m_budget = 0;
    std::shared_ptr<Watcher> m_watcher;
    Trace m_trace;
    SightRecords m_sights;
    std::string m_target; // field of the labels
    ConfidentLearning m_labels;
    Retelling m_retelling;
    double m_working = 0, m_toldAgain = 0; // milliseconds: of the steps; of telling batches again
    bool m_planned = false;                // that there was a first time
    struct FactsTaken {
        Facts facts;
        double milliseconds; ///< of a processor
    };
    std::future<FactsTaken> m_facts;
    Clock::time_point m_nextJudgement, m_nextFigures;
    int64_t m_update = 0;
    RuleSettings m_rules;
    BrokenRules m_broken;
    SteadyVerdicts m_steady;
    std::set<std::string> m_told;    // rules
    std::vector<Verdict> m_verdicts; // as they were written last
    std::vector<TrainEvent> m_news;
};

} // namespace ds::inspector
