// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

/// `failed`: the update in which the loss told of it.
Finding findingOf(const Origin& origin, int64_t failed)
{
    const std::string update = std::to_string(origin.update);
    const auto finding = [&](const std::string& place, const Phrase& text) { return Finding{place, origin.update, failed, text}; };
    // Of what was there before the step, the way begins with who reads it first.
    if (origin.op.empty())
        return finding(
            origin.way.empty() ? "" : origin.way.front(),
            phrase("Inspector", "In the batch of update %2, the field %1 holds numbers that are not finite.").with({origin.layer, update}));
    const std::vector<Phrase> words{origin.layer, origin.op, update};
    switch (origin.phase) {
    case Phase::Forward:
        return finding(origin.layer,
                       phrase("Inspector", "The first number that is not finite comes out of %1 (%2) in update %3.").with(words));
    case Phase::Backward:
        return finding(
            origin.layer,
            phrase("Inspector", "The first number that is not finite is a gradient: it comes out of %1 (%2) in update %3.").with(words));
    case Phase::Update: break;
    }
    return finding(
        origin.layer,
        phrase("Inspector",
               "The first number that is not finite is made by the optimiser: it comes out of the update of %1 (%2) in update %3.")
            .with(words));
}

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    if (const auto& failure = call.trace.failure()) {
        if (failure->origin) {
            findings.push_back(findingOf(*failure->origin, failure->update));
            return;
        }
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
