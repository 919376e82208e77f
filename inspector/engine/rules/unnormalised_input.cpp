// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts) return;
    for (const FieldFacts& field : facts->fields) {
        const TensorStatistics& s = field.values;
        if (field.target || s.finite() == 0) continue;
        const bool large = s.rootMeanSquare() > call.thresholds.number("largest");
        const bool small = s.deviation() < call.thresholds.number("smallest");
        const bool aside = std::abs(s.mean) > call.thresholds.number("aside") * s.deviation();
        if (!large && !small && !aside) continue;
        findings.push_back({field.name, 0, 0,
                            phrase("Inspector", "%1 has the mean %2 and the standard deviation %3; layers expect about 0 and 1.")
                                .with({field.name, numberText(s.mean), numberText(s.deviation())})});
    }
}

} // namespace

extern const RuleSpec rule_unnormalised_input = {
    .name = "unnormalised_input",
    .title = "Input not normalised",
    .doc = "Initial weights are made for inputs with a mean near 0 and a standard deviation near 1. Far from that the first layers "
           "saturate, gradients get far too large or too small, and learning is slow or fails.",
    .source = "UMLAUT (CHI 2021): outside [-1, 1]; AUTOTRAINER (ICSE 2021): mean magnitude of at least 10; LeCun et al., Efficient "
              "BackProp, 1998",
    .severity = Severity::Warning,
    .explains = {"poor_initialisation", "update_ratio", "exploding_gradient", "not_finite", "saturated_activation", "dead_relu",
                 "activation_drift", "vanishing_gradient", "unchanged_weights", "slow_convergence", "oscillating_loss", "plateau",
                 "loss_not_decreasing", "underfitting", "overfitting", "train_eval_gap", "label_noise"},
    .remedies = {"normalise_input"},
    .thresholds =
        {{.name = "largest", .type = AttrType::Float, .fallback = 10.0, .min = 0, .doc = "Root mean square."},
         {.name = "smallest", .type = AttrType::Float, .fallback = 0.01, .min = 0, .doc = "Standard deviation."},
         {.name = "aside", .type = AttrType::Float, .fallback = 3.0, .min = 0, .doc = "Magnitude of the mean in standard deviations."}},
    .check = check,
};

} // namespace ds::inspector
