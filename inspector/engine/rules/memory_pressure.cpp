// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts || facts->memory == 0) return;
    const double share = static_cast<double>(facts->predictedMemory) / static_cast<double>(facts->memory);
    if (share <= call.thresholds.number("share")) return;
    findings.push_back({"", 0, 0,
                        phrase("Inspector", "The run needs %1 MiB; the machine has %2 MiB.")
                            .with({std::to_string(facts->predictedMemory >> 20), std::to_string(facts->memory >> 20)})});
}

} // namespace

extern const RuleSpec rule_memory_pressure = {
    .name = "memory_pressure",
    .title = "Memory runs short",
    .doc = "Where the memory of the machine does not suffice, it swaps, which is a hundred times slower, or ends the run. Give the run a "
           "memory budget, or make its batches smaller.",
    .source = "Amazon SageMaker Debugger: GPUMemoryIncrease",
    .severity = Severity::Warning,
    .machine = true,
    .explains = {"step_time_outliers", "data_bound"},
    .remedies = {"smaller_batch", "memory_budget", "half_precision"},
    .thresholds = {{.name = "share", .type = AttrType::Float, .fallback = 0.85, .min = 0, .doc = "Of the main memory."}},
    .check = check,
};

} // namespace ds::inspector
