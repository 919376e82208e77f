// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/watcher.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "inspector/engine/governor.h"
#include "inspector/engine/statistics_probe.h"

namespace ds::inspector {

namespace {

std::string groupOf(const Tap& tap)
{
    const bool parameter = tap.quantity == Quantity::Weight || tap.quantity == Quantity::WeightGradient || tap.quantity == Quantity::Update;
    return parameter ? layerOf(tap.name) : tap.name;
}

/// The probe of one plan: what belongs to one layer is watched together.
class Attached : public StatisticsProbe {
public:
    Attached(const Plan& plan, double budget, double pace, double grant)
        : StatisticsProbe(plan, findTaps(plan.graph())), m_governor(0, budget)
    {
        std::map<std::string, std::size_t> numbers;
        for (std::size_t tap = 0; tap < taps().size(); ++tap) {
            const std::size_t group = numbers.try_emplace(groupOf(taps()[tap]), numbers.size()).first->second;
            if (group == m_taps.size()) m_taps.emplace_back();
            m_taps[group].push_back(tap);
            m_groupOf.push_back(group);
        }
        m_governor = Governor(m_taps.size(), budget, pace, grant);
    }

    bool begin(double budget)
    {
        m_governor.setBudget(budget);
        std::vector<std::size_t> groups = m_governor.next();
        if (groups != m_groups) {
            std::vector<std::size_t> chosen;
            for (std::size_t group : groups) chosen.insert(chosen.end(), m_taps[group].begin(), m_taps[group].end());
            choose(chosen);
            m_groups = std::move(groups);
        }
        forget();
        return !m_groups.empty();
    }

    /// Gives what watching took.
    double end(double milliseconds)
    {
        std::vector<double> costs(m_groups.size());
        double all = 0;
        for (const Observation& o : observations()) {
            const auto at = std::lower_bound(m_groups.begin(), m_groups.end(), m_groupOf[o.tap]);
            costs[static_cast<std::size_t>(at - m_groups.begin())] += o.milliseconds;
            all += o.milliseconds;
        }
        m_governor.took(milliseconds, m_groups, costs);
        return all;
    }
    void charge(double milliseconds) { m_governor.charge(milliseconds); }

private:
    Governor m_governor;
    std::vector<std::vector<std::size_t>> m_taps; // of each group
    std::vector<std::size_t> m_groupOf;           // each tap
    std::vector<std::size_t> m_groups;            // that are watched in this step
};

} // namespace

std::unique_ptr<PlanObserver> Watcher::attach(const Plan& plan)
{
    return std::make_unique<Attached>(plan, m_budget, m_pace, std::exchange(m_grant, 0.0));
}

void Watcher::charge(double milliseconds)
{
    m_watching += milliseconds;
    m_charged += milliseconds;
}

bool Watcher::begin(PlanObserver& observer) { return static_cast<Attached&>(observer).begin(m_budget); }

void Watcher::end(PlanObserver& observer, int64_t update, double milliseconds)
{
    auto& attached = static_cast<Attached&>(observer);
    const double watching = attached.end(milliseconds);
    m_watching += watching;
    m_working += milliseconds - watching;
    attached.charge(std::exchange(m_charged, 0.0));
    tell(attached, update);
}

void Watcher::failed(PlanObserver& observer, int64_t update) { tell(observer, update); }

void Watcher::tell(const PlanObserver& observer, int64_t update)
{
    const auto& attached = static_cast<const Attached&>(observer);
    if (!m_see || attached.observations().empty()) return;
    const auto begin = std::chrono::steady_clock::now();
    std::vector<Sight> sights;
    for (const auto& o : attached.observations()) {
        const Tap& tap = attached.taps()[o.tap];
        sights.push_back({update, tap.name, tap.quantity, o.statistics, tap.function, tap.source});
    }
    m_see(std::move(sights));
    charge(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
}

} // namespace ds::inspector
