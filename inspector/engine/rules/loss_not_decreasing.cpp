// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& steps = call.trace.steps();
    const auto window = static_cast<std::size_t>(call.thresholds.integer("window"));
    const double share = call.thresholds.number("share");
    if (steps.size() < 4 * window) return;
    const double before = earlyMedian(call.trace, &Trace::Step::loss, window), now = lateMedian(call.trace, &Trace::Step::loss, window);
    if (!(before > 0) || now < (1 - share) * before) return;
    findings.push_back({{},
                        steps.front().update,
                        steps.back().update,
                        phrase("Inspector", "After %1 updates the loss is %2; it began at %3.")
                            .with({std::to_string(steps.size()), numberText(now), numberText(before)})});
}

} // namespace

extern const RuleSpec rule_loss_not_decreasing = {
    .name = "loss_not_decreasing",
    .title = "The loss does not fall",
    .doc = "Nothing is learnt. Usual causes: a learning rate that is far too large or far too small, gradients that do not reach "
           "the layers, a loss that does not fit the output, labels that do not belong to their samples.",
    .source = "TheDeepChecker (TOSEM 2022): 5 % within a period; Amazon SageMaker Debugger: LossNotDecreasing",
    .severity = Severity::Error,
    .explains = {"underfitting"},
    .remedies = {"raise_learning_rate", "adam", "fit_initializer", "longer_training"},
    .thresholds =
        {{.name = "share", .type = AttrType::Float, .fallback = 0.05, .min = 0, .max = 1, .doc = "By which it should have fallen."},
         {.name = "window",
          .type = AttrType::Int,
          .fallback = int64_t{25},
          .min = 1,
          .doc = "Updates whose median is compared; four times as many have to be there."}},
    .check = check,
};

} // namespace ds::inspector
