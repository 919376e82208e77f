// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const FieldFacts* target = call.trace.facts() ? call.trace.facts()->target() : nullptr;
    if (!target || !target->single || target->counts.size() < 2) return;
    const auto [rarest, commonest] = std::minmax_element(target->counts.begin(), target->counts.end());
    const double ratio = static_cast<double>(*commonest) / static_cast<double>(std::max<int64_t>(1, *rarest));
    if (ratio <= call.thresholds.number("ratio")) return;
    const auto number = [&](auto at) { return std::to_string(at - target->counts.begin()); };
    findings.push_back({target->name, 0, 0,
                        phrase("Inspector", "Class %1 comes %2 times where class %3 comes %4 times.")
                            .with({number(commonest), std::to_string(*commonest), number(rarest), std::to_string(*rarest)})});
}

} // namespace

extern const RuleSpec rule_class_imbalance = {
    .name = "class_imbalance",
    .title = "Unbalanced classes",
    .doc = "Where some classes are rare, a model that never predicts them has a small loss. Accuracy hides it; look at the recall of each "
           "class.",
    .source = "Amazon SageMaker Debugger: ClassImbalance, 10",
    .severity = Severity::Warning,
    .explains = {"label_noise", "oscillating_loss", "plateau", "underfitting"},
    .remedies = {"class_weights", "focal_loss"},
    .thresholds = {{.name = "ratio",
                    .type = AttrType::Float,
                    .fallback = 10.0,
                    .min = 1,
                    .doc = "Samples of the most frequent class to those of the rarest."}},
    .check = check,
};

} // namespace ds::inspector
