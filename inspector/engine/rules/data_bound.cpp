// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& steps = call.trace.steps();
    if (steps.size() < static_cast<std::size_t>(call.thresholds.integer("steps"))) return;
    double waiting = 0, all = 0;
    for (const Trace::Step& step : steps) waiting += step.waiting, all += step.waiting + step.milliseconds;
    if (waiting < 1000 * call.thresholds.number("least") || waiting / all <= call.thresholds.number("share")) return;
    findings.push_back({"", steps.front().update, steps.back().update,
                        phrase("Inspector", "%1 % of the time steps wait for their data.").with({percentText(waiting / all)})});
}

} // namespace

extern const RuleSpec rule_data_bound = {
    .name = "data_bound",
    .title = "Steps wait for data",
    .doc = "Samples are read and transformed more slowly than the model trains on them. More loader threads, cheaper transforms or files "
           "that are quicker to read help.",
    .source = "TensorFlow's profiler: input-bound from 5 %, highly from 20 %",
    .severity = Severity::Warning,
    .machine = true,
    .explains = {"step_time_outliers"},
    .remedies = {"loader_threads"},
    .thresholds = {{.name = "share", .type = AttrType::Float, .fallback = 0.2, .min = 0, .max = 1, .doc = "Of the time."},
                   {.name = "least", .type = AttrType::Float, .fallback = 3.0, .min = 0, .unit = "s", .doc = "That are lost so far."},
                   {.name = "steps", .type = AttrType::Int, .fallback = int64_t{20}, .min = 1, .doc = "That have to be there."}},
    .check = check,
};

} // namespace ds::inspector
