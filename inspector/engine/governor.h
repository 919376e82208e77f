// SPDX-License-Identifier: Apache-2.0
// Keeps the cost of watching within a share of the time that steps take.
#pragma once

#include <cstddef>
#include <vector>

namespace ds::inspector {

/// Each step puts `budget` of its own time on an account, from which watching is paid. What has waited longest comes first, so that all are
/// seen equally often, as often as the budget allows. The first step sees all, since what each costs has to be measured once; it is paid
/// off in the steps behind it.
class Governor {
public:
    /// Groups are watched together (the tensors of one layer). The budget is a share of the time of steps without watching: 0.03 is 3 %.
    /// `pace`: the steps between two looks at a group are at least this share of all steps so far, so that a long training has no more
    /// looks than records can hold; 0: no such limit. `grant`: milliseconds that may be spent in any case: the
    /// budget of a short training is lent to it.
    Governor(std::size_t groups, double budget, double pace = 0, double grant = 0);

    /// Groups to watch in the next step, in rising order.
    std::vector<std::size_t> next() const;
    /// After each step: what it took, watching included, and what each of the watched groups took of it; milliseconds.
    void took(double step, const std::vector<std::size_t>& groups, const std::vector<double>& costs);
    /// What was spent beside the steps, on records, say; milliseconds.
    void charge(double milliseconds);

    /// From the next step on.
    void setBudget(double budget) { m_budget = budget; }
    double budget() const { return m_budget; }
    /// What watching has cost so far, as a share of the time of steps without it.
    double measured() const { return m_working > 0 ? m_watching / m_working : 0; }

private:
    std::vector<double> m_cost;      // of each group, milliseconds
    std::vector<std::size_t> m_turn; // who waits longest comes first
    std::vector<double> m_seen;      // the step in which each group was watched last
    double m_budget, m_pace, m_grant, m_steps = 0;
    double m_account = 0, m_working = 0, m_watching = 0; // milliseconds
    bool m_measured = false;
};

} // namespace ds::inspector
