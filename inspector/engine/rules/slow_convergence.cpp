// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& steps = call.trace.steps();
    const auto window = static_cast<std::size_t>(call.thresholds.integer("window"));
    if (steps.size() < 4 * window) return;
    std::vector<double> ratios; // of all weights: the median over the training
    for (const Trace::Series& series : call.trace.series())
        if (series.quantity == Quantity::Update && isWeight(series.name))
            if (std::vector<double> of = updateRatios(call.trace, series); !of.empty()) ratios.push_back(median(std::move(of)));
    if (ratios.empty()) return;
    const double usual = median(ratios), early = earlyMedian(call.trace, &Trace::Step::loss, window),
                 late = lateMedian(call.trace, &Trace::Step::loss, window);
    const double chance = call.trace.facts() ? call.trace.facts()->chanceLoss : std::numeric_limits<double>::quiet_NaN();
    const bool far = late > call.thresholds.number("left") * early || late > chance;
    if (!(usual < call.thresholds.number("ratio")) || !far) return;
    findings.push_back({"", steps.front().update, steps.back().update,
                        phrase("Inspector", "An update changes weights by %1 of their size, and the loss has come from %2 to %3 only.")
                            .with({numberText(usual), numberText(early), numberText(late)})});
}

} // namespace

extern const RuleSpec rule_slow_convergence = {
    .name = "slow_convergence",
    .title = "Slow convergence",
    .doc =
        "Weights hardly move, so that learning takes far longer than it has to. About a thousandth of their size in each update is usual. "
        "Usual cause: a learning rate that is too small.",
    .source = "Deeplearning4j: about 1e-3, below 1e-4 is suspicious; AUTOTRAINER (ICSE 2021): slow convergence",
    .severity = Severity::Warning,
    .explains = {"oscillating_loss", "plateau", "loss_not_decreasing", "underfitting", "label_noise"},
    .remedies = {"steady_learning_rate", "raise_learning_rate", "adam"},
    .thresholds =
        {{.name = "ratio", .type = AttrType::Float, .fallback = 1e-4, .min = 0, .doc = "Norm of the update to that of the weights."},
         {.name = "left",
          .type = AttrType::Float,
          .fallback = 0.6,
          .min = 0,
          .doc = "Loss at the end to that of the beginning; none if it is worse than guessing by frequency."},
         {.name = "window", .type = AttrType::Int, .fallback = int64_t{25}, .min = 1, .doc = "Updates whose median is taken."}},
    .check = check,
};

} // namespace ds::inspector
