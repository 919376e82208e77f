// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts || facts->validationSeen == 0) return;
    // Of a part of the training samples, the others are not known: they will hold as many.
    const double seen = static_cast<double>(facts->validationSeen) * facts->trainingCompared;
    const double share = std::min(1.0, static_cast<double>(facts->validationKnown) / seen);
    if (share <= call.thresholds.number("share")) return;
    findings.push_back(
        {"", 0, 0, phrase("Inspector", "%1 % of the validation samples are among the training samples, too.").with({percentText(share)})});
}

} // namespace

extern const RuleSpec rule_data_overlap = {
    .name = "data_overlap",
    .title = "Training data in validation",
    .doc =
        "Figures on validation data say how the model does on what it has not seen. On samples that it was trained on they are too good, "
        "and overfitting cannot be seen.",
    .source = "Kaufman et al., Leakage in data mining, 2012",
    .severity = Severity::Error,
    .remedies = {"split_validation"},
    .thresholds = {{.name = "share", .type = AttrType::Float, .fallback = 0.05, .min = 0, .max = 1, .doc = "Of the validation samples."}},
    .check = check,
};

} // namespace ds::inspector
