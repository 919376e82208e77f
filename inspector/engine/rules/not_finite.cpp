// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    if (const auto& failure = call.trace.failure()) {
        const NotFinite& where = failure->where;
        findings.push_back({where.layer, failure->update, failure->update,
                            where.parameter ? phrase("Inspector", "The parameter %1 is not finite before update %2.")
                                                  .with({where.layer, std::to_string(failure->update)})
                                            : phrase("Inspector", "The first number that is not finite comes out of %1 (%2) in update %3.")
                                                  .with({where.layer, where.op, std::to_string(failure->update)})});
        return;
    }
    // The loss may be a number while others are none: the earliest such tensor, in the order of the step.
    const Trace::Series* first = nullptr;
    const Trace::Look* at = nullptr;
    for (const Trace::Series& series : call.trace.series())
        for (const Trace::Look& look : series.looks) {
            if (look.statistics.finite() == look.statistics.count) continue;
            if (!at || look.update < at->update) first = &series, at = &look;
            break;
        }
    if (!first) return;
    const TensorStatistics& s = at->statistics;
    findings.push_back(
        {first->name, at->update, first->looks.back().update,
         phrase("Inspector", "%1 of %2 numbers in %3 (%4) are not finite.")
             .with({std::to_string(s.count - s.finite()), std::to_string(s.count), first->name, quantityName(first->quantity)})});
}

} // namespace

extern const RuleSpec rule_not_finite = {
    .name = "not_finite",
    .title = "Not a number",
    .doc = "A result or a gradient is infinite or no number at all. Whatever is computed from it is spoilt, too. Usual causes: a "
           "learning rate that is too large, a logarithm or a division of zero, or data that are no numbers.",
    .source = "TensorFlow Debugger V2: the first tensor with NaN or infinity",
    .severity = Severity::Error,
    .remedies = {"plain_scale", "lower_learning_rate", "normalise_layer", "clip_gradients"},
    .thresholds = {},
    .check = check,
};

} // namespace ds::inspector
