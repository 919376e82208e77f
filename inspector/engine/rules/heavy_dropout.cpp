// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts) return;
    for (const LayerNode& node : facts->document.model.layers) {
        if (node.muted || !node.type.ends_with("Dropout") || !node.attrs.has("rate")) continue;
        const double rate = node.attrs.number("rate");
        if (rate <= call.thresholds.number("rate")) continue;
        findings.push_back({node.name, 0, 0, phrase("Inspector", "%1 drops %2 % of what it gets.").with({node.name, percentText(rate)})});
    }
}

} // namespace

extern const RuleSpec rule_heavy_dropout = {
    .name = "heavy_dropout",
    .title = "Too much is dropped",
    .doc = "Dropout that takes nearly everything leaves nothing to learn from, and what is left is scaled up until it is noise.",
    .source = "UMLAUT (CHI 2021): more than 0.5; Srivastava et al., Dropout, 2014",
    .severity = Severity::Warning,
    .explains = {"poor_initialisation", "update_ratio", "exploding_gradient", "dead_relu", "saturated_activation", "activation_drift",
                 "vanishing_gradient", "unchanged_weights", "slow_convergence", "oscillating_loss", "plateau", "loss_not_decreasing",
                 "underfitting", "label_noise"},
    .remedies = {"less_dropout"},
    .thresholds = {{.name = "rate", .type = AttrType::Float, .fallback = 0.7, .min = 0, .max = 1, .doc = "Share that is dropped."}},
    .check = check,
};

} // namespace ds::inspector
