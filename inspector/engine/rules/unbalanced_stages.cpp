// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto reports = static_cast<std::size_t>(call.thresholds.integer("reports"));
    std::map<int, std::vector<double>> stages;
    for (const Trace::DeviceTimes& d : lateDeviceTimes(call.trace, reports)) stages[d.stage].push_back(d.computing);
    if (stages.size() < 2) return;
    double sum = 0, most = 0;
    int slowest = 0;
    for (const auto& [stage, times] : stages) {
        const double time = median(times);
        sum += time;
        if (time > most) most = time, slowest = stage;
    }
    const double mean = sum / static_cast<double>(stages.size());
    if (mean <= 0 || most <= call.thresholds.number("times") * mean) return;
    const auto& seen = call.trace.deviceReports();
    findings.push_back(
        {"", seen[seen.size() - reports].update, seen.back().update,
         phrase("Inspector", "Stage %1 of the pipeline computes %2 times as long as a stage does on average: the others wait.")
             .with({std::to_string(slowest), numberText(most / mean)})});
}

} // namespace

extern const RuleSpec rule_unbalanced_stages = {
    .name = "unbalanced_stages",
    .title = "Stages of unequal length",
    .doc = "A pipeline is as fast as its slowest stage. Layers have to be moved from that one to its neighbours, by the time that they "
           "take, not by their number.",
    .source = "Huang et al., GPipe, 2019: partitions by estimated cost",
    .severity = Severity::Warning,
    .machine = true,
    .explains = {"communication_bound", "poor_overlap"},
    .thresholds =
        {{.name = "times", .type = AttrType::Float, .fallback = 1.2, .min = 1, .doc = "The mean of all stages."},
         {.name = "reports", .type = AttrType::Int, .fallback = int64_t{5}, .min = 1, .doc = "Of the devices that are looked at."}},
    .check = check,
};

} // namespace ds::inspector
