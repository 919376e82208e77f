// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    const FieldFacts* target = facts ? facts->target() : nullptr;
    if (!target) return;
    const std::string& loss = facts->document.loss.type;
    constexpr std::array numbers = {"mse", "mae", "huber", "smooth_l1", "log_cosh", "quantile", "poisson_nll", "gaussian_nll"};
    const bool ofNumbers = std::find(numbers.begin(), numbers.end(), loss) != numbers.end();
    const TensorStatistics& s = target->values;
    Phrase text;
    if (target->counts.size() > 2 && (ofNumbers || loss == "bce"))
        text = phrase("Inspector", "%1 takes the numbers of the %2 classes in %3 for quantities.")
                   .with({loss, std::to_string(target->counts.size()), target->name});
    else if (loss == "bce" && s.finite() > 0 && (s.min < 0 || s.max > 1))
        text = phrase("Inspector", "%1 expects targets from 0 to 1, those in %2 go from %3 to %4.")
                   .with({loss, target->name, numberText(s.min), numberText(s.max)});
    else if (loss == "poisson_nll" && s.finite() > 0 && s.min < 0)
        text = phrase("Inspector", "%1 expects counts, those in %2 go down to %3.").with({loss, target->name, numberText(s.min)});
    if (!text.empty()) findings.push_back({target->name, 0, 0, text});
}

} // namespace

extern const RuleSpec rule_wrong_loss = {
    .name = "wrong_loss",
    .title = "Loss does not fit the target",
    .doc =
        "The loss is made for another kind of target. Classes want cross_entropy, yes or no wants bce, quantities want mse, mae or huber.",
    .source = "AUTOTRAINER (ICSE 2021): improper loss",
    .severity = Severity::Error,
    .explains = {"update_ratio", "exploding_gradient", "not_finite", "dead_relu", "activation_drift", "unchanged_weights",
                 "oscillating_loss", "plateau", "loss_not_decreasing", "underfitting"},
    .remedies = {"fit_loss"},
    .thresholds = {},
    .check = check,
};

} // namespace ds::inspector
