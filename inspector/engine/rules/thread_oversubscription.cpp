// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts) return;
    const int threads = facts->loaderThreads + facts->computeThreads;
    if (threads <= call.thresholds.number("times") * facts->processors + 2) return;
    findings.push_back(
        {"", 0, 0,
         phrase("Inspector", "%1 threads compute and %2 read data; there are %3 processors.")
             .with({std::to_string(facts->computeThreads), std::to_string(facts->loaderThreads), std::to_string(facts->processors)})});
}

} // namespace

extern const RuleSpec rule_thread_oversubscription = {
    .name = "thread_oversubscription",
    .title = "Too many threads",
    .doc = "More threads than processors take turns and wait for each other, and a step waits for the slowest of its team. Fewer loader "
           "threads are quicker.",
    .source = "Amazon SageMaker Debugger: Dataloader, 200 % of the cores",
    .severity = Severity::Warning,
    .machine = true,
    .explains = {"step_time_outliers", "data_bound"},
    .remedies = {"fewer_loader_threads"},
    .thresholds =
        {{.name = "times", .type = AttrType::Float, .fallback = 2.0, .min = 1, .doc = "Threads to processors; two more are free."}},
    .check = check,
};

} // namespace ds::inspector
