// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const double smallest = call.thresholds.number("smallest");
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    for (const Trace::Series& updates : call.trace.series()) {
        const Trace::Series* weights =
            updates.quantity == Quantity::Update && isWeight(updates.name) ? call.trace.find(updates.name, Quantity::Weight) : nullptr;
        if (!weights) continue;
        const double size = weights->looks.back().statistics.norm;
        const auto still = lastLooks(updates, looks, [&](const Trace::Look& look) { return look.statistics.norm <= smallest * size; });
        if (still.empty()) continue;
        findings.push_back({updates.name, still.front()->update, still.back()->update,
                            phrase("Inspector", "%1 does not change: an update is %2, its size %3.")
                                .with({updates.name, numberText(still.back()->statistics.norm), numberText(size)})});
    }
}

} // namespace

extern const RuleSpec rule_unchanged_weights = {
    .name = "unchanged_weights",
    .title = "Weights do not change",
    .doc = "Updates are so small beside the weights that nothing is learnt. Usual causes: a learning rate that is too small, a "
           "gradient that does not reach the layer.",
    .source = "Amazon SageMaker Debugger: WeightUpdateRatio, 1e-8",
    .severity = Severity::Warning,
    .explains = {"slow_convergence", "oscillating_loss", "plateau", "loss_not_decreasing", "underfitting", "label_noise"},
    .remedies = {"steady_learning_rate", "raise_learning_rate", "unfreeze"},
    .thresholds =
        {{.name = "smallest", .type = AttrType::Float, .fallback = 1e-7, .min = 0, .doc = "Norm of the update to that of the weights."},
         {.name = "looks", .type = AttrType::Int, .fallback = int64_t{5}, .min = 1, .doc = "Looks in a row."}},
    .check = check,
};

} // namespace ds::inspector
