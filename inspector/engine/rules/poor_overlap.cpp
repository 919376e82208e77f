// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto reports = static_cast<std::size_t>(call.thresholds.integer("reports"));
    double communicating = 0, overlapped = 0, computing = 0;
    for (const Trace::DeviceTimes& d : lateDeviceTimes(call.trace, reports))
        communicating += d.communicating, overlapped += d.overlapped, computing += d.computing;
    if (communicating <= 0 || overlapped >= call.thresholds.number("overlap") * communicating) return;
    // Where there is less to compute than to send, that much cannot be hidden.
    const double saved = std::min(communicating, computing) - overlapped;
    if (saved <= call.thresholds.number("share") * (computing + communicating - overlapped)) return;
    const auto& seen = call.trace.deviceReports();
    findings.push_back({"", seen[seen.size() - reports].update, seen.back().update,
                        phrase("Inspector", "Only %1 % of the time in which gradients are exchanged is used to compute others.")
                            .with({percentText(overlapped / communicating)})});
}

} // namespace

extern const RuleSpec rule_poor_overlap = {
    .name = "poor_overlap",
    .title = "Exchange is not hidden",
    .doc = "While gradients are exchanged, those of earlier layers can be computed. Here one waits for the other: gradients are sent in "
           "buckets that are too large, so that the first is full only at the end, or by the thread that computes.",
    .source = "Holistic Trace Analysis: overlap of communication and computation",
    .severity = Severity::Notice,
    .machine = true,
    .explains = {"communication_bound"},
    .thresholds =
        {{.name = "overlap", .type = AttrType::Float, .fallback = 0.5, .min = 0, .max = 1, .doc = "Share that is hidden when all is well."},
         {.name = "share", .type = AttrType::Float, .fallback = 0.05, .min = 0, .max = 1, .doc = "Of the time that could be saved."},
         {.name = "reports", .type = AttrType::Int, .fallback = int64_t{5}, .min = 1, .doc = "Of the devices that are looked at."}},
    .check = check,
};

} // namespace ds::inspector
