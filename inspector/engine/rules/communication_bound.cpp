// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto reports = static_cast<std::size_t>(call.thresholds.integer("reports"));
    double exposed = 0, all = 0;
    for (const Trace::DeviceTimes& d : lateDeviceTimes(call.trace, reports)) {
        exposed += d.communicating - d.overlapped;
        all += d.computing + d.communicating - d.overlapped + d.waiting;
    }
    if (all <= 0 || exposed <= call.thresholds.number("share") * all) return;
    const auto& seen = call.trace.deviceReports();
    findings.push_back({"", seen[seen.size() - reports].update, seen.back().update,
                        phrase("Inspector", "The devices spend %1 % of their time with nothing but sending numbers to each other.")
                            .with({percentText(exposed / all)})});
}

} // namespace

extern const RuleSpec rule_communication_bound = {
    .name = "communication_bound",
    .title = "Devices wait for the network",
    .doc = "Gradients take longer to be exchanged than there is work to hide that behind. Larger batches, or several batches for each "
           "update, make exchanges rarer; gradients in half precision make them smaller.",
    .source = "Holistic Trace Analysis: temporal breakdown of computation and communication",
    .severity = Severity::Warning,
    .machine = true,
    .remedies = {"larger_batch"},
    .thresholds =
        {{.name = "share", .type = AttrType::Float, .fallback = 0.15, .min = 0, .max = 1, .doc = "Of the time of a device."},
         {.name = "reports", .type = AttrType::Int, .fallback = int64_t{5}, .min = 1, .doc = "Of the devices that are looked at."}},
    .check = check,
};

} // namespace ds::inspector
