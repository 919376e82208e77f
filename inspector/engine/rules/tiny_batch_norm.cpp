// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts) return;
    for (const Problem& problem : facts->problems)
        if (problem.rule == "batch_norm_small_batch") findings.push_back({problem.layer, 0, 0, problem.text});
}

} // namespace

extern const RuleSpec rule_tiny_batch_norm = {
    .name = "tiny_batch_norm",
    .title = "Batch normalisation of tiny batches",
    .doc = "Mean and variance of a few samples are noise, and the moments that predictions use are those of other batches. Take larger "
           "batches, or a normalisation that looks at one sample.",
    .source = "Wu & He, Group normalization, 2018",
    .severity = Severity::Warning,
    .explains = {"update_ratio", "exploding_gradient", "saturated_activation", "activation_drift", "dead_relu", "oscillating_loss",
                 "plateau", "loss_not_decreasing", "underfitting", "overfitting", "train_eval_gap", "label_noise"},
    .remedies = {"larger_batch", "group_norm"},
    .thresholds = {},
    .check = check,
};

} // namespace ds::inspector
