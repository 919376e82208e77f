// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

/// Weights in the order of the model: that in which their layers' results are computed.
std::vector<const Trace::Series*> gradientsInOrder(const Trace& trace)
{
    std::vector<const Trace::Series*> gradients;
    for (const Trace::Series& layer : trace.series()) {
        if (layer.quantity != Quantity::Activation) continue;
        for (const Trace::Series& series : trace.series())
            if (series.quantity == Quantity::WeightGradient && isWeight(series.name) && layerOf(series.name) == layer.name)
                gradients.push_back(&series);
    }
    return gradients;
}

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const double ratio = call.thresholds.number("ratio"), size = call.thresholds.number("size");
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    const std::vector<const Trace::Series*> gradients = gradientsInOrder(call.trace);
    if (gradients.size() < 2) return;
    const Trace::Series &first = *gradients.front(), &last = *gradients.back();
    const auto far = [](const Trace::Series& series) { return series.looks.back().statistics.rootMeanSquare(); };
    const double deep = far(last);
    const auto gone = lastLooks(first, looks, [&](const Trace::Look& look) {
        const double early = look.statistics.rootMeanSquare();
        return early < size && early < ratio * deep;
    });
    if (gone.empty()) return;
    findings.push_back(
        {layerOf(first.name), gone.front()->update, gone.back()->update,
         phrase("Inspector", "The gradient of %1 is %2, that of %3 is %4: what the first layers should learn does not reach them.")
             .with({first.name, numberText(far(first)), last.name, numberText(deep)})});
}

} // namespace

extern const RuleSpec rule_vanishing_gradient = {
    .name = "vanishing_gradient",
    .title = "Vanishing gradient",
    .doc = "On the way back through the layers the gradient shrinks until the first layers hardly learn. Usual causes: sigmoid or "
           "tanh in many layers one behind the other, initial weights that are too small, depth without residual connections or "
           "normalisation.",
    .source = "AUTOTRAINER (ICSE 2021): first to last layer below 1e-3; TheDeepChecker (TOSEM 2022): below 1e-6",
    .severity = Severity::Error,
    .explains = {"unchanged_weights", "slow_convergence", "plateau", "loss_not_decreasing", "underfitting"},
    .remedies = {"relu_activation", "normalise_layer", "residual_connections"},
    .thresholds =
        {{.name = "ratio",
          .type = AttrType::Float,
          .fallback = 1e-3,
          .min = 0,
          .max = 1,
          .doc = "Of the first layer's gradient to that of the last, root mean squares."},
         {.name = "size", .type = AttrType::Float, .fallback = 1e-6, .min = 0, .doc = "Root mean square of the first layer's gradient."},
         {.name = "looks", .type = AttrType::Int, .fallback = int64_t{3}, .min = 1, .doc = "Looks in a row."}},
    .check = check,
};

} // namespace ds::inspector
