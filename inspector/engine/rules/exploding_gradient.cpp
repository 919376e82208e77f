// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& steps = call.trace.steps();
    const auto window = static_cast<std::size_t>(call.thresholds.integer("window"));
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    const double times = call.thresholds.number("times");
    if (steps.size() < looks + 1) return;
    // It may begin with the very first update.
    const auto first = std::min_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(std::min(window, steps.size())),
                                        [](const Trace::Step& a, const Trace::Step& b) { return a.gradNorm < b.gradNorm; });
    const double before = first->gradNorm, loss = first->loss;
    std::size_t large = 0, at = static_cast<std::size_t>(first - steps.begin()) + 1;
    // Gradients that grow while the loss falls are no trouble.
    for (; at < steps.size() && large < looks; ++at) large = steps[at].gradNorm > times * before && steps[at].loss > loss ? large + 1 : 0;
    if (large < looks) return;
    const Trace::Step& grown = steps[at - 1];
    std::string place;
    double largest = 0;
    for (const Trace::Series& series : call.trace.series()) {
        if (series.quantity != Quantity::WeightGradient) continue;
        for (const Trace::Look& look : series.looks)
            if (look.update == grown.update && look.statistics.norm > largest) largest = look.statistics.norm, place = layerOf(series.name);
    }
    findings.push_back({place, steps[at - looks].update, steps.back().update,
                        phrase("Inspector", "The norm of the gradients grew from %1 to %2 and the loss did not fall.")
                            .with({numberText(before), numberText(grown.gradNorm)})});
}

} // namespace

extern const RuleSpec rule_exploding_gradient = {
    .name = "exploding_gradient",
    .title = "Exploding gradient",
    .doc = "Gradients grow from layer to layer or from update to update until updates throw the weights about. Usual causes: a "
           "learning rate that is too large, initial weights that are too large, many layers or long sequences without "
           "normalisation.",
    .source = "AUTOTRAINER (ICSE 2021); TheDeepChecker (TOSEM 2022)",
    .severity = Severity::Error,
    .explains = {"not_finite", "saturated_activation", "dead_relu", "activation_drift", "vanishing_gradient", "unchanged_weights",
                 "slow_convergence", "oscillating_loss", "plateau", "loss_not_decreasing", "underfitting", "train_eval_gap", "label_noise"},
    .remedies = {"lower_learning_rate", "clip_gradients", "normalise_layer"},
    .thresholds = {{.name = "times", .type = AttrType::Float, .fallback = 30.0, .min = 1, .doc = "How much larger than at the beginning."},
                   {.name = "looks", .type = AttrType::Int, .fallback = int64_t{1}, .min = 1, .doc = "Updates in a row."},
                   {.name = "window",
                    .type = AttrType::Int,
                    .fallback = int64_t{2},
                    .min = 1,
                    .doc = "First updates; the least of them is compared."}},
    .check = check,
};

} // namespace ds::inspector
