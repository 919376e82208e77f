// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& steps = call.trace.steps();
    const auto least = static_cast<std::size_t>(call.thresholds.integer("least"));
    if (steps.size() < least) return;
    const std::size_t quarter = steps.size() / 4;
    const auto medianAt = [&](std::size_t begin) {
        std::vector<double> losses;
        for (std::size_t i = begin; i < begin + quarter; ++i) losses.push_back(steps[i].loss);
        return median(std::move(losses));
    };
    const Facts* facts = call.trace.facts();
    const double start = earlyMedian(call.trace, &Trace::Step::loss, 5), middle = medianAt(2 * quarter),
                 end = medianAt(steps.size() - quarter);
    const double fallen = call.thresholds.number("fallen"), still = call.thresholds.number("still"), left = call.thresholds.number("left");
    const double much = facts && facts->chanceLoss > 0 ? facts->chanceLoss : start;
    if (!(middle < (1 - fallen) * start) || !(end > (1 - still) * middle) || !(end > left * much)) return;
    findings.push_back({"", steps[steps.size() / 2].update, steps.back().update,
                        phrase("Inspector", "The loss fell from %1 to %2 and has been at %3 for the last %4 updates.")
                            .with({numberText(start), numberText(middle), numberText(end), std::to_string(steps.size() / 2)})});
}

} // namespace

extern const RuleSpec rule_plateau = {
    .name = "plateau",
    .title = "Plateau",
    .doc = "The loss fell at first and then stood still, far from nothing. Usual causes: a learning rate that is too large to get closer, "
           "or was lowered too early; a model that cannot do better.",
    .source = "AUTOTRAINER (ICSE 2021): slow convergence",
    .severity = Severity::Warning,
    .explains = {"underfitting"},
    .remedies = {"steady_learning_rate", "lower_learning_rate"},
    .thresholds = {{.name = "fallen",
                    .type = AttrType::Float,
                    .fallback = 0.1,
                    .min = 0,
                    .max = 1,
                    .doc = "By which the loss fell in the first half."},
                   {.name = "still",
                    .type = AttrType::Float,
                    .fallback = 0.05,
                    .min = 0,
                    .max = 1,
                    .doc = "By which it fell from the third quarter to the last."},
                   {.name = "left",
                    .type = AttrType::Float,
                    .fallback = 0.25,
                    .min = 0,
                    .doc = "Loss at the end to that of guessing by frequency, or of the beginning."},
                   {.name = "least", .type = AttrType::Int, .fallback = int64_t{150}, .min = 20, .doc = "Updates that have to be there."}},
    .check = check,
};

} // namespace ds::inspector
