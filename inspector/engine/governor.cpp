// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/governor.h"

#include <algorithm>
#include <numeric>

namespace ds::inspector {

namespace {

constexpr double newest = 0.3; // weight of the last measurement of a cost

}

Governor::Governor(std::size_t groups, double budget) : m_groups(groups), m_budget(budget) {}

std::vector<std::size_t> Governor::next() const
{
    std::vector<std::size_t> order(m_groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (m_budget <= 0) return {};
    if (m_step == 0) return order;
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return m_groups[a].seen < m_groups[b].seen; });
    double rest = m_account;
    std::size_t count = 0;
    // The next one in turn is waited for, lest dear ones are never seen.
    while (count < order.size() && m_groups[order[count]].cost <= rest) rest -= m_groups[order[count++]].cost;
    order.resize(count);
    std::sort(order.begin(), order.end());
    return order;
}

void Governor::took(double step, const std::vector<std::size_t>& groups, const std::vector<double>& costs)
{
    ++m_step;
    double watching = 0, all = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        Group& group = m_groups[groups[i]];
        group.cost = group.seen == 0 ? costs[i] : (1 - newest) * group.cost + newest * costs[i];
        group.seen = m_step;
        watching += costs[i];
    }
    for (const Group& group : m_groups) all += group.cost;
    const double working = std::max(0.0, step - watching);
    m_working += working;
    m_watching += watching;
    // More than one look at everything is not saved up.
    m_account = std::min(m_account + m_budget * working - watching, all);
}

} // namespace ds::inspector
