// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

/// The mean slope of the activation as a share of the steepest: of y = tanh(x) the slope is 1 - y², of y = sigmoid(x) it is y (1 - y), at
/// most 1/4.
double slopeOf(const std::string& function, const TensorStatistics& s)
{
    const double square = s.rootMeanSquare() * s.rootMeanSquare();
    return function == "tanh" ? 1 - square : 4 * (s.mean - square);
}

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const double slope = call.thresholds.number("slope");
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    const Trace::Series* last = nullptr; // the model's result may well be sure of itself
    for (const Trace::Series& series : call.trace.series())
        if (series.quantity == Quantity::Activation) last = &series;
    for (const Trace::Series& layer : call.trace.series()) {
        if (layer.quantity != Quantity::Activation || &layer == last || (layer.function != "tanh" && layer.function != "sigmoid")) continue;
        const auto flat =
            lastLooks(layer, looks, [&](const Trace::Look& look) { return slopeOf(layer.function, look.statistics) < slope; });
        if (flat.empty()) continue;
        findings.push_back({layer.name, flat.front()->update, flat.back()->update,
                            phrase("Inspector", "%1 is saturated: its mean slope is %2 % of the steepest.")
                                .with({layer.name, percentText(slopeOf(layer.function, flat.back()->statistics))})});
    }
}

} // namespace

extern const RuleSpec rule_saturated_activation = {
    .name = "saturated_activation",
    .title = "Saturated activation",
    .doc = "Most results of a tanh or sigmoid lie at its ends, where it is flat: hardly any gradient passes. Usual causes: weights "
           "or inputs that are too large, a learning rate that is too large.",
    .source = "Amazon SageMaker Debugger: SaturatedActivation; TheDeepChecker (TOSEM 2022)",
    .severity = Severity::Warning,
    .explains = {"vanishing_gradient", "unchanged_weights", "slow_convergence", "oscillating_loss", "plateau", "loss_not_decreasing",
                 "underfitting"},
    .remedies = {"normalise_layer", "relu_activation", "lower_learning_rate"},
    .thresholds =
        {{.name = "slope", .type = AttrType::Float, .fallback = 0.1, .min = 0, .max = 1, .doc = "Mean slope as a share of the steepest."},
         {.name = "looks", .type = AttrType::Int, .fallback = int64_t{3}, .min = 1, .doc = "Looks in a row."}},
    .check = check,
};

} // namespace ds::inspector
