// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

/// Of two, the quicker one: it shows what can be.
double lowerMiddle(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto reports = static_cast<std::size_t>(call.thresholds.integer("reports"));
    const auto& seen = call.trace.deviceReports();
    if (seen.size() < reports) return;
    // In each of the last reports, slower than the middle one of its stage: the others have the same work.
    std::map<int, std::size_t> slow;
    std::map<int, double> most;
    for (std::size_t i = seen.size() - reports; i < seen.size(); ++i) {
        std::map<int, std::vector<double>> stages;
        for (const Trace::DeviceTimes& d : seen[i].devices) stages[d.stage].push_back(d.computing);
        for (const Trace::DeviceTimes& d : seen[i].devices) {
            const double usual = lowerMiddle(stages[d.stage]);
            if (stages[d.stage].size() < 2 || usual <= 0 || d.computing <= call.thresholds.number("times") * usual) continue;
            ++slow[d.device];
            most[d.device] = std::max(most[d.device], d.computing / usual);
        }
    }
    for (const auto& [device, times] : slow)
        if (times == reports)
            findings.push_back(
                {"", seen[seen.size() - reports].update, seen.back().update,
                 phrase("Inspector", "Device %1 takes up to %2 times as long for the same work as the middle one of its kind.")
                     .with({std::to_string(device), numberText(most[device])})});
}

} // namespace

extern const RuleSpec rule_straggler = {
    .name = "straggler",
    .title = "One device is slower",
    .doc = "All wait for the slowest one at each exchange. Usual causes: another program on it, a processor that gets too hot, a slower "
           "model of device, or memory that is swapped out.",
    .source = "NVIDIA Resiliency Extension: straggler detection by times relative to those of the other ranks",
    .severity = Severity::Warning,
    .machine = true,
    .explains = {"communication_bound", "poor_overlap", "step_time_outliers"},
    .thresholds =
        {{.name = "times", .type = AttrType::Float, .fallback = 1.1, .min = 1, .doc = "The time of the middle one."},
         {.name = "reports", .type = AttrType::Int, .fallback = int64_t{5}, .min = 1, .doc = "One after another in which it is slower."}},
    .check = check,
};

} // namespace ds::inspector
