// SPDX-License-Identifier: Apache-2.0
// What the Inspector costs: steps with and without it, in turns within one training, since machines are noisier than the difference.
#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/bench_steps.h"
#include "app/cli/cli.h"
#include "core/train/batch_feed.h"
#include "inspector/engine/packed_statistics.h"
#include "inspector/engine/rule.h"
#include "inspector/engine/watcher.h"

namespace ds::cli {

namespace {

constexpr int inTurn = 10;     // steps with, then as many without
constexpr double pace = 0.01;  // as in a run that is recorded
constexpr int firstLooks = 20; // steps: the first sees everything, and is paid off by the next

/// A watcher that can be sent away for a while.
class InTurns : public StepObserver {
public:
    explicit InTurns(std::shared_ptr<StepObserver> watcher) : m_watcher(std::move(watcher)) {}

    bool on = true;

    std::unique_ptr<PlanObserver> attach(const Plan& plan) override { return m_watcher->attach(plan); }
    bool begin(PlanObserver& observer) override { return on && m_watcher->begin(observer); }
    void end(PlanObserver& observer, int64_t update, double milliseconds) override
    {
        if (on) m_watcher->end(observer, update, milliseconds);
    }
    void failed(PlanObserver&, int64_t) override {}

private:
    std::shared_ptr<StepObserver> m_watcher;
};

struct Cost {
    double own = 0, measured = 0, median = 0; ///< shares; by its own reckoning, of all steps, of the pairs of turns
    double stepMs = 0;                        ///< without it
    int64_t looks = 0;
};

Result<Cost> measure(RunParts& parts, int steps, double budget)
{
    inspector::Trace trace;
    Cost cost;
    const auto watcher = std::make_shared<inspector::Watcher>(
        budget,
        [&](const std::vector<inspector::Sight>& sights) {
            for (const inspector::Sight& sight : sights) (void)inspector::pack(sight.statistics); // as for the records
            trace.add(sights);
            cost.looks += static_cast<int64_t>(sights.size());
        },
        budget < 1 ? pace : 0);
    const auto turns = std::make_shared<InTurns>(watcher);
    Learner& learner = *parts.learner;
    learner.observe(turns);
    BatchFeed feed(parts);
    const auto turn = [&](int count) -> Result<double> {
        double seconds = 0;
        for (int i = 0; i < count; ++i) {
            const Feeds& feeds = feed.next();
            const auto begin = std::chrono::steady_clock::now();
            DS_TRY(learner.step(feeds));
            seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        }
        return seconds;
    };
    DS_TRY(turn(firstLooks));
    double with = 0, without = 0;
    std::vector<double> pairs;
    for (int pair = 0; pair < std::max(1, steps / (2 * inTurn)); ++pair) {
        double seconds[2] = {};
        for (int half = 0; half < 2; ++half) {
            turns->on = (pair + half) % 2 == 0; // who comes first takes turns, too
            seconds[turns->on] = DS_TRY(turn(inTurn));
        }
        with += seconds[1], without += seconds[0];
        pairs.push_back(seconds[1] / seconds[0] - 1);
    }
    learner.observe(nullptr);
    cost.own = watcher->measured();
    cost.measured = with / without - 1;
    cost.median = inspector::median(pairs);
    cost.stepMs = 1000 * without / static_cast<double>(pairs.size() * inTurn);
    return cost;
}

} // namespace

int benchWatching(Document document, int steps, double budget, bool json)
{
    Result<RunParts> parts = prepareRun(std::move(document), "cpu", {}, false);
    if (!parts) return tell(parts.error());
    const std::string name = parts->learner->document().name;
    if (budget < 0) budget = parts->training().number("inspection_budget");
    const Result<Cost> cost = measure(*parts, steps, budget);
    if (!cost) return tell(cost.error());
    if (json)
        printLine({{"event", "summary"},
                   {"name", name},
                   {"budget", budget},
                   {"own_share", cost->own},
                   {"measured_share", cost->measured},
                   {"measured_share_median", cost->median},
                   {"looks", cost->looks},
                   {"step_ms", cost->stepMs}});
    else
        fmt::print(
            "{}: watching takes {:.1f} % of the time of steps (median of pairs {:.1f} %, by its own reckoning {:.1f} %, budget {:.1f} %); "
            "{} looks, step {:.2f} ms\n",
            name, 100 * cost->measured, 100 * cost->median, 100 * cost->own, 100 * budget, grouped(cost->looks), cost->stepMs);
    return 0;
}

} // namespace ds::cli
