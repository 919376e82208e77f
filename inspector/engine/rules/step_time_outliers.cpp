// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& steps = call.trace.steps();
    if (steps.size() < static_cast<std::size_t>(call.thresholds.integer("steps"))) return;
    std::vector<double> times;
    for (const Trace::Step& step : steps) times.push_back(step.milliseconds);
    const double usual = median(times), limit = call.thresholds.number("times") * usual;
    double lost = 0, all = 0;
    int64_t slow = 0, first = 0, last = 0;
    for (const Trace::Step& step : steps) {
        all += step.milliseconds;
        if (step.milliseconds <= limit) continue;
        lost += step.milliseconds - usual;
        first = slow++ == 0 ? step.update : first;
        last = step.update;
    }
    if (slow < 2 || lost < 1000 * call.thresholds.number("least") || lost <= call.thresholds.number("share") * all) return;
    findings.push_back({"", first, last,
                        phrase("Inspector", "%1 of %2 steps take more than %3 times the usual %4 ms; that is %5 % of the time.")
                            .with({std::to_string(slow), std::to_string(steps.size()), numberText(call.thresholds.number("times")),
                                   numberText(usual), percentText(lost / all)})});
}

} // namespace

extern const RuleSpec rule_step_time_outliers = {
    .name = "step_time_outliers",
    .title = "Some steps take far longer",
    .doc = "The same work takes a step several times as long now and then. Usual causes: another program on the same cores, memory that is "
           "swapped out, a processor that gets too hot.",
    .source = "Amazon SageMaker Debugger: StepOutlier",
    .severity = Severity::Notice,
    .machine = true,
    .thresholds = {{.name = "times", .type = AttrType::Float, .fallback = 3.0, .min = 1, .doc = "The usual time."},
                   {.name = "share", .type = AttrType::Float, .fallback = 0.05, .min = 0, .max = 1, .doc = "Of all time that is lost."},
                   {.name = "least", .type = AttrType::Float, .fallback = 3.0, .min = 0, .unit = "s", .doc = "That are lost so far."},
                   {.name = "steps", .type = AttrType::Int, .fallback = int64_t{50}, .min = 1, .doc = "That have to be there."}},
    .check = check,
};

} // namespace ds::inspector
