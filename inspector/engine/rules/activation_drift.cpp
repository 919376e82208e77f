// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

double sizeOver(const std::vector<Trace::Look>& looks, std::size_t begin, std::size_t end)
{
    std::vector<double> sizes;
    for (std::size_t i = begin; i < end; ++i) sizes.push_back(looks[i].statistics.rootMeanSquare());
    return median(std::move(sizes));
}

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    const double times = call.thresholds.number("times");
    const Trace::Series* last = nullptr; // the scores of a model that learns grow
    for (const Trace::Series& series : call.trace.series())
        if (series.quantity == Quantity::Activation) last = &series;
    for (const Trace::Series& layer : call.trace.series()) {
        if (layer.quantity != Quantity::Activation || &layer == last || layer.looks.size() < 4 * looks) continue;
        const std::size_t end = layer.looks.size();
        const double before = sizeOver(layer.looks, 0, looks), now = sizeOver(layer.looks, end - looks, end);
        if (!(now > times * before) && !(now < before / times)) continue;
        const auto since = std::find_if(layer.looks.begin(), layer.looks.end(), [&](const Trace::Look& look) {
            const double size = look.statistics.rootMeanSquare();
            return size > times * before || size < before / times;
        });
        findings.push_back(
            {layer.name, since->update, layer.looks.back().update,
             phrase("Inspector", "The results of %1 were %2 and are %3 now.").with({layer.name, numberText(before), numberText(now)})});
        return; // those behind it follow
    }
}

} // namespace

extern const RuleSpec rule_activation_drift = {
    .name = "activation_drift",
    .title = "Activations drift",
    .doc = "The results of a layer within the model have become many times larger or smaller than they were. Layers behind it learn after "
           "a moving target. Usual causes: a learning rate that is too large, no normalisation.",
    .source = "TheDeepChecker (TOSEM 2022): activations within [0.5, 2]; Ioffe & Szegedy, 2015",
    .severity = Severity::Warning,
    .explains = {"oscillating_loss", "plateau", "loss_not_decreasing", "underfitting", "train_eval_gap"},
    .remedies = {"lower_learning_rate", "normalise_layer"},
    .thresholds =
        {{.name = "times", .type = AttrType::Float, .fallback = 20.0, .min = 1, .doc = "Root mean square to that of the beginning."},
         {.name = "looks", .type = AttrType::Int, .fallback = int64_t{10}, .min = 1, .doc = "Looks whose median is taken."}},
    .check = check,
};

} // namespace ds::inspector
