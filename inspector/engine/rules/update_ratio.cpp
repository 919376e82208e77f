// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const double limit = call.thresholds.number("largest");
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    for (const Trace::Series& updates : call.trace.series()) {
        if (updates.quantity != Quantity::Update || !isWeight(updates.name)) continue;
        const std::vector<double> ratios = updateRatios(call.trace, updates);
        // At any time: weights that have become huge change little any more. A run that ends with a number that is none ends early.
        const std::size_t window = call.trace.failure() ? std::min(looks, ratios.size()) : looks;
        double largest = 0;
        std::size_t at = 0;
        for (std::size_t i = 0; window > 0 && i + window <= ratios.size(); ++i) {
            const auto begin = ratios.begin() + static_cast<std::ptrdiff_t>(i);
            const double usual = median({begin, begin + static_cast<std::ptrdiff_t>(window)});
            if (usual > largest) largest = usual, at = i;
        }
        if (largest <= limit) continue;
        findings.push_back({updates.name, updates.looks[at].update, updates.looks[at + window - 1].update,
                            phrase("Inspector", "Each update changes %1 by %2 % of its size.").with({updates.name, percentText(largest)})});
    }
}

} // namespace

extern const RuleSpec rule_update_ratio = {
    .name = "update_ratio",
    .title = "Updates too large",
    .doc = "An update changes the weights by so much of their own size that what was learnt before is lost. About a thousandth is "
           "usual. Usual cause: a learning rate that is too large.",
    .source = "Deeplearning4j: about 1e-3; TheDeepChecker (TOSEM 2022): at most 0.1",
    .severity = Severity::Warning,
    .explains = {"exploding_gradient", "not_finite", "saturated_activation", "dead_relu", "activation_drift", "vanishing_gradient",
                 "unchanged_weights", "slow_convergence", "oscillating_loss", "plateau", "loss_not_decreasing", "underfitting",
                 "overfitting", "train_eval_gap", "label_noise"},
    .remedies = {"lower_learning_rate", "warm_up", "clip_gradients"},
    .thresholds =
        {{.name = "largest", .type = AttrType::Float, .fallback = 0.1, .min = 0, .doc = "Norm of the update to that of the weights."},
         {.name = "looks", .type = AttrType::Int, .fallback = int64_t{3}, .min = 1, .doc = "Looks whose median is taken."}},
    .check = check,
};

} // namespace ds::inspector
