// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const double share = call.thresholds.number("share");
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    for (const Trace::Series& layer : call.trace.series()) {
        if (layer.quantity != Quantity::Activation || layer.function != "relu") continue;
        // A unit that gives 0 for a whole batch passes no gradient to its bias.
        const Trace::Series* bias = call.trace.find(layer.source + ".bias", Quantity::WeightGradient);
        if (!bias) continue;
        const auto dead = lastLooks(*bias, looks, [&](const Trace::Look& look) { return look.statistics.zeroShare() >= share; });
        if (dead.empty()) continue;
        findings.push_back({layer.name, dead.front()->update, dead.back()->update,
                            phrase("Inspector", "%1 % of the units of %2 give nothing, whatever the input.")
                                .with({percentText(dead.back()->statistics.zeroShare()), layer.name})});
    }
}

} // namespace

extern const RuleSpec rule_dead_relu = {
    .name = "dead_relu",
    .title = "Dead ReLU",
    .doc = "Units whose input is negative for every sample give 0 and get no gradient: they cannot come back. Usual causes: a "
           "learning rate that is too large, large negative biases, inputs that are not normalised.",
    .source = "Amazon SageMaker Debugger: DeadRelu, more than half; AUTOTRAINER (ICSE 2021): 0.7",
    .severity = Severity::Warning,
    .explains = {"vanishing_gradient", "unchanged_weights", "slow_convergence", "plateau", "loss_not_decreasing", "underfitting",
                 "label_noise"},
    .remedies = {"lower_learning_rate", "leaky_relu", "normalise_layer"},
    .thresholds = {{.name = "share", .type = AttrType::Float, .fallback = 0.7, .min = 0, .max = 1, .doc = "Of the units of a layer."},
                   {.name = "looks", .type = AttrType::Int, .fallback = int64_t{15}, .min = 1, .doc = "Looks in a row."}},
    .check = check,
};

} // namespace ds::inspector
