// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts || facts->batchClasses >= call.thresholds.number("share")) return;
    findings.push_back({"", 0, 0,
                        phrase("Inspector", "A batch has only %1 % of the classes that it would have by chance: samples come in order.")
                            .with({percentText(facts->batchClasses)})});
}

} // namespace

extern const RuleSpec rule_unshuffled_data = {
    .name = "unshuffled_data",
    .title = "Data not shuffled",
    .doc = "Batches in which some classes are missing pull the weights to and fro: what was learnt of one class is lost with the next. "
           "Shuffle the training data.",
    .source = "Bottou, Stochastic gradient descent tricks, 2012",
    .severity = Severity::Error,
    .explains = {"update_ratio", "exploding_gradient", "not_finite", "saturated_activation", "dead_relu", "activation_drift",
                 "unchanged_weights", "slow_convergence", "oscillating_loss", "plateau", "loss_not_decreasing", "underfitting",
                 "overfitting", "train_eval_gap", "label_noise"},
    .remedies = {"shuffle"},
    .thresholds =
        {{.name = "share", .type = AttrType::Float, .fallback = 0.7, .min = 0, .max = 1, .doc = "Classes in a batch to those by chance."}},
    .check = check,
};

} // namespace ds::inspector
