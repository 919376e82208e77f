// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const Facts* facts = call.trace.facts();
    const auto& steps = call.trace.steps();
    const auto window = static_cast<std::size_t>(call.thresholds.integer("window"));
    if (!facts || !(facts->chanceLoss > 0) || steps.size() < 4 * window) return;
    if (static_cast<double>(steps.back().update) < call.thresholds.number("done") * static_cast<double>(facts->updates)) return;
    const double loss = lateMedian(call.trace, &Trace::Step::loss, window);
    if (loss < call.thresholds.number("share") * facts->chanceLoss) return;
    findings.push_back({"", steps[steps.size() - window].update, steps.back().update,
                        phrase("Inspector", "At the end the loss is %1 on training data; guessing by frequency gives %2.")
                            .with({numberText(loss), numberText(facts->chanceLoss)})});
}

} // namespace

extern const RuleSpec rule_underfitting = {
    .name = "underfitting",
    .title = "Underfitting",
    .doc = "Not even the training samples are learnt. Usual causes: a model that is too small, too much dropout or weight decay, training "
           "that is too short or too slow, inputs that do not tell the target.",
    .source = "Goodfellow, Bengio & Courville, Deep Learning, 2016, 5.2",
    .severity = Severity::Warning,
    .remedies = {"longer_training", "less_dropout", "less_augmentation", "wider_layers", "less_decay"},
    .thresholds =
        {{.name = "share", .type = AttrType::Float, .fallback = 0.4, .min = 0, .doc = "Training loss to that of guessing by frequency."},
         {.name = "done", .type = AttrType::Float, .fallback = 0.8, .min = 0, .max = 1, .doc = "Of the planned updates have to be made."},
         {.name = "window", .type = AttrType::Int, .fallback = int64_t{25}, .min = 1, .doc = "Updates whose median is taken."}},
    .check = check,
};

} // namespace ds::inspector
