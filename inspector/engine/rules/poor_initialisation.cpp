// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

/// Weights that are all the same: units of a layer then learn the same.
void checkSymmetry(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto least = call.thresholds.integer("elements");
    for (const Trace::Series& series : call.trace.series()) {
        if (series.quantity != Quantity::Weight || !series.name.ends_with("weight")) continue;
        const TensorStatistics& s = series.looks.front().statistics;
        if (s.finite() < least || s.deviation() > 1e-6 * std::abs(s.mean)) continue;
        findings.push_back({series.name, series.looks.front().update, series.looks.front().update,
                            phrase("Inspector", "All weights of %1 begin as %2, so that its units learn the same.")
                                .with({series.name, numberText(s.mean)})});
    }
}

/// Results that are far too large or nearly nothing in the very first step.
void checkSize(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    const int64_t few = facts ? 8 * facts->batchSize : 0; // a few units may well be 0 by chance
    const double largest = call.thresholds.number("largest"), smallest = call.thresholds.number("smallest");
    for (const Trace::Series& layer : call.trace.series()) {
        if (layer.quantity != Quantity::Activation || layer.looks.front().update > 1) continue;
        const double size = layer.looks.front().statistics.rootMeanSquare();
        if (size < smallest && layer.looks.front().statistics.count < few) continue;
        if (size >= smallest && size <= largest) continue;
        findings.push_back(
            {layer.name, 1, 1,
             phrase("Inspector", "In the first step the results of %1 are %2; about 1 is usual.").with({layer.name, numberText(size)})});
        return; // those behind it follow
    }
}

void checkLoss(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts || facts->document.loss.type != "cross_entropy" || call.trace.steps().empty()) return;
    // Not even how frequent classes are can be known yet.
    const FieldFacts* target = facts->target();
    if (!target || target->counts.size() < 2) return;
    const double loss = call.trace.steps().front().loss, ignorant = std::log(static_cast<double>(target->counts.size()));
    if (!(loss > call.thresholds.number("loss") * ignorant)) return;
    const LayerNode* last = facts->prediction();
    findings.push_back({last ? last->name : "", 1, 1,
                        phrase("Inspector", "The first loss is %1; a model that knows nothing would have about %2.")
                            .with({numberText(loss), numberText(ignorant)})});
}

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    checkSymmetry(call, findings);
    if (findings.empty()) checkSize(call, findings);
    if (findings.empty()) checkLoss(call, findings);
}

} // namespace

extern const RuleSpec rule_poor_initialisation = {
    .name = "poor_initialisation",
    .title = "Poor initialisation",
    .doc = "The first weights make results that are far too large, nearly nothing, or the same for all units. Training begins with "
           "repairing that, or never gets going. He's initialiser suits ReLU, Xavier's suits tanh and sigmoid.",
    .source = "Glorot & Bengio, 2010; He et al., 2015; TheDeepChecker (TOSEM 2022): initial loss",
    .severity = Severity::Warning,
    .initial = true,
    .explains = {"update_ratio", "exploding_gradient", "not_finite", "saturated_activation", "dead_relu", "activation_drift",
                 "vanishing_gradient", "unchanged_weights", "slow_convergence", "oscillating_loss", "plateau", "loss_not_decreasing",
                 "underfitting", "overfitting", "train_eval_gap", "label_noise"},
    .remedies = {"plain_scale", "fit_initializer", "normalise_layer"},
    .thresholds =
        {{.name = "largest", .type = AttrType::Float, .fallback = 30.0, .min = 0, .doc = "Root mean square of a layer's results."},
         {.name = "smallest", .type = AttrType::Float, .fallback = 1e-3, .min = 0, .doc = "The same, at the other end."},
         {.name = "loss",
          .type = AttrType::Float,
          .fallback = 10.0,
          .min = 1,
          .doc = "First loss to that of equal scores for all classes."},
         {.name = "elements", .type = AttrType::Int, .fallback = int64_t{16}, .min = 2, .doc = "Of weights that may not all be the same."}},
    .check = check,
};

} // namespace ds::inspector
