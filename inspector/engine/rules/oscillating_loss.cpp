// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& steps = call.trace.steps();
    const auto window = static_cast<std::size_t>(call.thresholds.integer("window"));
    if (steps.size() < 2 * window || window < 5) return;
    // One leap far away is another trouble.
    const double start = earlyMedian(call.trace, &Trace::Step::loss, 5), most = 5 * start;
    double usual = 0, change = 0;
    for (std::size_t i = steps.size() - window; i < steps.size(); ++i) {
        usual += std::min(steps[i].loss, most) / static_cast<double>(window);
        change += std::min(std::abs(steps[i].loss - steps[i - 1].loss), most) / static_cast<double>(window);
    }
    const Facts* facts = call.trace.facts();
    // A large loss has large noise.
    const double much = facts && facts->chanceLoss > 0 ? std::max(facts->chanceLoss, usual) : start;
    if (!(change > call.thresholds.number("change") * much) || !(usual > call.thresholds.number("left") * much)) return;
    findings.push_back({"", steps[steps.size() - window].update, steps.back().update,
                        phrase("Inspector", "From one update to the next the loss changes by %1; it is about %2.")
                            .with({numberText(change), numberText(usual)})});
}

} // namespace

extern const RuleSpec rule_oscillating_loss = {
    .name = "oscillating_loss",
    .title = "Oscillating loss",
    .doc = "The loss jumps up and down instead of falling. Usual causes: a learning rate or a momentum that is too large, batches that are "
           "too small.",
    .source = "AUTOTRAINER (ICSE 2021): oscillating loss",
    .severity = Severity::Warning,
    .explains = {"plateau", "loss_not_decreasing", "underfitting"},
    .remedies = {"lower_learning_rate", "larger_batch"},
    .thresholds =
        {{.name = "change",
          .type = AttrType::Float,
          .fallback = 0.25,
          .min = 0,
          .doc = "Mean change from one update to the next, as a share of the loss of guessing by frequency, or of the first."},
         {.name = "left", .type = AttrType::Float, .fallback = 0.3, .min = 0, .doc = "Loss as a share of the same; below it all is well."},
         {.name = "window", .type = AttrType::Int, .fallback = int64_t{50}, .min = 2, .doc = "Updates that are looked at."}},
    .check = check,
};

} // namespace ds::inspector
