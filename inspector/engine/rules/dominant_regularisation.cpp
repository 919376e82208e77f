// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    const AttrValue* set = facts ? facts->document.optimizer.attrs.find("weight_decay") : nullptr;
    const double decay = set ? facts->document.optimizer.attrs.number("weight_decay") : 0;
    if (decay <= 0 || call.trace.steps().empty()) return;
    // In these the decay is a step of its own; in the others it is a part of the gradient.
    constexpr std::array apart = {"adamw", "lion", "lamb"};
    const bool own = std::find(apart.begin(), apart.end(), facts->document.optimizer.type) != apart.end();
    std::vector<double> rates;
    for (const Trace::Step& step : call.trace.steps()) rates.push_back(step.learningRate);
    const double rate = median(std::move(rates));
    std::vector<double> shares;
    for (const Trace::Series& weights : call.trace.series()) {
        if (weights.quantity != Quantity::Weight || !isWeight(weights.name)) continue;
        const Trace::Series* other = call.trace.find(weights.name, own ? Quantity::Update : Quantity::WeightGradient);
        if (!other) continue;
        std::vector<double> of;
        // Early: weights that a learning rate has blown up are pulled back by nothing else later on.
        const std::size_t looks = std::min(weights.looks.size(), other->looks.size());
        for (std::size_t i = 0; i < std::min(looks, 5 + looks / 4); ++i) {
            const double size = weights.looks[i].statistics.norm, step = other->looks[i].statistics.norm;
            if (step > 0) of.push_back((own ? rate : 1) * decay * size / step);
        }
        if (!of.empty()) shares.push_back(median(std::move(of)));
    }
    if (shares.empty()) return;
    const double usual = median(std::move(shares));
    if (usual <= call.thresholds.number("share")) return;
    findings.push_back({"", call.trace.steps().front().update, call.trace.steps().back().update,
                        phrase("Inspector", "Weight decay is %1 % of what moves the weights.").with({percentText(usual)})});
}

} // namespace

extern const RuleSpec rule_dominant_regularisation = {
    .name = "dominant_regularisation",
    .title = "Regularisation outweighs the loss",
    .doc =
        "Weights are pulled towards 0 more than the loss moves them, so that the model cannot learn what it should. Usual cause: a weight "
        "decay that is too large.",
    .source = "TheDeepChecker (TOSEM 2022): the regularisation gradient overwhelms that of the loss",
    .severity = Severity::Warning,
    .explains = {"update_ratio", "activation_drift", "dead_relu", "vanishing_gradient", "unchanged_weights", "slow_convergence",
                 "oscillating_loss", "plateau", "loss_not_decreasing", "underfitting", "train_eval_gap"},
    .remedies = {"less_decay"},
    .thresholds = {{.name = "share",
                    .type = AttrType::Float,
                    .fallback = 0.7,
                    .min = 0,
                    .doc = "Of the decay to the update, or to the gradient where it is a part of that; median over all weights."}},
    .check = check,
};

} // namespace ds::inspector
