// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/governor.h"

#include <algorithm>
#include <numeric>

namespace ds::inspector {

namespace {

constexpr double newest = 0.3; // weight of the last measurement of a cost

}

Governor::Governor(std::size_t groups, double budget, double pace, double grant)
    : m_cost(groups), m_turn(groups), m_seen(groups), m_budget(budget), m_pace(pace), m_grant(grant)
{
    std::iota(m_turn.begin(), m_turn.end(), std::size_t{0});
}

std::vector<std::size_t> Governor::next() const
{
    if (m_budget <= 0) return {};
    std::size_t count = 0;
    // Who comes first in turn was seen longest ago: if it is too early for that one, it is for all.
    const auto isDue = [this](std::size_t group) { return m_steps + 1 - m_seen[group] >= m_pace * (m_steps + 1); };
    if (m_measured)
        // The next one in turn is waited for, lest dear ones are never seen.
        for (double rest = m_account + std::max(0.0, m_grant - m_budget * m_working);
             count < m_turn.size() && m_cost[m_turn[count]] <= rest && isDue(m_turn[count]); ++count)
            rest -= m_cost[m_turn[count]];
    else count = m_turn.size();
    std::vector<std::size_t> groups(m_turn.begin(), m_turn.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(groups.begin(), groups.end());
    return groups;
}

void Governor::took(double step, const std::vector<std::size_t>& groups, const std::vector<double>& costs)
{
    double watching = 0;
    ++m_steps;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        m_seen[groups[i]] = m_steps;
        double& cost = m_cost[groups[i]];
        cost = m_measured ? (1 - newest) * cost + newest * costs[i] : costs[i];
        watching += costs[i];
    }
    m_measured = true;
    // Who was watched goes to the end of the queue.
    std::stable_partition(m_turn.begin(), m_turn.end(),
                          [&](std::size_t group) { return !std::binary_search(groups.begin(), groups.end(), group); });
    const double working = std::max(0.0, step - watching);
    m_working += working;
    charge(watching);
    // No more is saved up than two looks at everything cost.
    m_account = std::min(m_account + m_budget * working, 2 * std::accumulate(m_cost.begin(), m_cost.end(), 0.0));
}

void Governor::charge(double milliseconds)
{
    m_account -= milliseconds;
    m_watching += milliseconds;
}

} // namespace ds::inspector
