// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& evaluations = call.trace.evaluations();
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    const double times = call.thresholds.number("times");
    if (evaluations.size() < looks || call.trace.steps().empty()) return;
    const double least = call.thresholds.number("least") * call.trace.steps().front().loss;
    double trained = 0, retold = 0; // sums: moments that follow slowly give a better loss by chance now and then
    for (std::size_t i = evaluations.size() - looks; i < evaluations.size(); ++i)
        trained += evaluations[i].trained, retold += evaluations[i].retold;
    if (!(retold > times * trained + static_cast<double>(looks) * least)) return;
    const Trace::Evaluation &first = evaluations[evaluations.size() - looks], &last = evaluations.back();
    findings.push_back({"", first.update, last.update,
                        phrase("Inspector", "The same batches have a loss of %1 in training and of %2 in evaluation.")
                            .with({numberText(trained / static_cast<double>(looks)), numberText(retold / static_cast<double>(looks))})});
}

} // namespace

extern const RuleSpec rule_train_eval_gap = {
    .name = "train_eval_gap",
    .title = "Evaluation differs from training",
    .doc = "On samples that it was just trained on the model does far worse when it is evaluated. Usual causes: running moments of a batch "
           "normalisation that lag behind or come from tiny batches, or a layer that works differently in evaluation.",
    .source = "TheDeepChecker (TOSEM 2022): consistency of training and evaluation, 50 %",
    .severity = Severity::Error,
    .explains = {"overfitting"},
    .remedies = {"quicker_moments", "larger_batch"},
    .thresholds = {{.name = "times", .type = AttrType::Float, .fallback = 1.5, .min = 1, .doc = "Loss in evaluation to that in training."},
                   {.name = "least",
                    .type = AttrType::Float,
                    .fallback = 0.05,
                    .min = 0,
                    .doc = "Difference that counts, as a share of the loss of the first batch."},
                   {.name = "looks", .type = AttrType::Int, .fallback = int64_t{2}, .min = 1, .doc = "Last evaluations, together."}},
    .check = check,
};

} // namespace ds::inspector
