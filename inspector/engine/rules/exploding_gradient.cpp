// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto& steps = call.trace.steps();
    const auto window = static_cast<std::size_t>(call.thresholds.integer("window"));
    const double times = call.thresholds.number("times");
    if (steps.size() < 2 * window) return;
    const auto early = [&](double Trace::Step::*figure) { return earlyMedian(call.trace, figure, window); };
    const auto late = [&](double Trace::Step::*figure) { return lateMedian(call.trace, figure, window); };
    const double before = early(&Trace::Step::gradNorm), now = late(&Trace::Step::gradNorm);
    // Gradients that grow while the loss falls are no trouble.
    if (!(now > times * before) || late(&Trace::Step::loss) < early(&Trace::Step::loss)) return;
    const auto grown = std::find_if(steps.begin(), steps.end(), [&](const Trace::Step& step) { return step.gradNorm > times * before; });
    std::string place;
    double largest = 0;
    for (const Trace::Series& series : call.trace.series())
        if (series.quantity == Quantity::WeightGradient && series.looks.back().statistics.norm > largest) {
            largest = series.looks.back().statistics.norm;
            place = layerOf(series.name);
        }
    findings.push_back({place, grown->update, steps.back().update,
                        phrase("Inspector", "The norm of the gradients grew from %1 to %2 and the loss did not fall.")
                            .with({numberText(before), numberText(now)})});
}

} // namespace

extern const RuleSpec rule_exploding_gradient = {
    .name = "exploding_gradient",
    .title = "Exploding gradient",
    .doc = "Gradients grow from layer to layer or from update to update until updates throw the weights about. Usual causes: a "
           "learning rate that is too large, initial weights that are too large, many layers or long sequences without "
           "normalisation.",
    .source = "AUTOTRAINER (ICSE 2021); TheDeepChecker (TOSEM 2022)",
    .severity = Severity::Error,
    .thresholds =
        {{.name = "times", .type = AttrType::Float, .fallback = 50.0, .min = 1, .doc = "How much larger than at the beginning."},
         {.name = "window", .type = AttrType::Int, .fallback = int64_t{10}, .min = 1, .doc = "Updates whose median is compared."}},
    .check = check,
};

} // namespace ds::inspector
