// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

struct Range {
    std::string_view layer;
    double low, high;
};
constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr Range ranges[] = {{"ReLU", 0, unbounded}, {"Softplus", 0, unbounded}, {"Sigmoid", 0, 1}, {"HardSigmoid", 0, 1}, {"Softmax", 0, 1},
                            {"Tanh", -1, 1},        {"Softsign", -1, 1}};

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    if (!facts) return;
    // What is wrong before the loss of classes is known to the checks of a drawing.
    constexpr std::array lints = {"softmax_before_cross_entropy", "sigmoid_before_bce", "activation_after_last_layer"};
    for (const Problem& problem : facts->problems)
        if (std::find(lints.begin(), lints.end(), problem.rule) != lints.end()) findings.push_back({problem.layer, 0, 0, problem.text});
    const FieldFacts* target = facts->target();
    const LayerNode* last = facts->prediction();
    if (!findings.empty() || !target || !last || last->muted || target->values.finite() == 0) return;
    const TensorStatistics& s = target->values;
    for (const Range& range : ranges) {
        if (last->type != range.layer || facts->document.loss.type == "bce") continue;
        // A tenth of the spread outside is not worth a word.
        const double slack = 0.1 * s.deviation();
        if (s.min >= range.low - slack && s.max <= range.high + slack) continue;
        findings.push_back({last->name, 0, 0,
                            phrase("Inspector", "%1 cannot give what is to be predicted: %2 goes from %3 to %4.")
                                .with({last->name, target->name, numberText(s.min), numberText(s.max)})});
    }
}

} // namespace

extern const RuleSpec rule_wrong_output_activation = {
    .name = "wrong_output_activation",
    .title = "Wrong activation at the output",
    .doc =
        "The last activation limits or bends what the loss gets. Losses of classes take plain scores; quantities need an output that can "
        "reach them.",
    .source = "UMLAUT (CHI 2021); AUTOTRAINER (ICSE 2021): improper activation",
    .severity = Severity::Error,
    .explains = {"dead_relu", "saturated_activation", "vanishing_gradient", "unchanged_weights", "slow_convergence", "plateau",
                 "loss_not_decreasing", "underfitting", "label_noise"},
    .remedies = {"free_output"},
    .thresholds = {},
    .check = check,
};

} // namespace ds::inspector
