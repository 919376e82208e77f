// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/rule.h"

namespace ds::inspector {

namespace {

void check(const RuleCall& call, std::vector<Finding>& findings)
{
    const double largest = call.thresholds.number("largest");
    const auto looks = static_cast<std::size_t>(call.thresholds.integer("looks"));
    for (const Trace::Series& updates : call.trace.series()) {
        const Trace::Series* weights =
            updates.quantity == Quantity::Update && isWeight(updates.name) ? call.trace.find(updates.name, Quantity::Weight) : nullptr;
        if (!weights) continue;
        // Both were seen in the same steps.
        std::size_t at = 0;
        const auto ratioOf = [&](const Trace::Look& update) {
            while (at + 1 < weights->looks.size() && weights->looks[at].update < update.update) ++at;
            const double size = weights->looks[at].statistics.norm;
            return size > 0 ? update.statistics.norm / size : 0.0;
        };
        std::vector<double> ratios;
        for (const Trace::Look& look : updates.looks) ratios.push_back(ratioOf(look));
        if (ratios.size() < looks) continue;
        const double usual = median({ratios.end() - static_cast<std::ptrdiff_t>(looks), ratios.end()});
        if (usual <= largest) continue;
        findings.push_back({updates.name, updates.looks[updates.looks.size() - looks].update, updates.looks.back().update,
                            phrase("Inspector", "Each update changes %1 by %2 % of its size.").with({updates.name, percentText(usual)})});
    }
}

} // namespace

extern const RuleSpec rule_update_ratio = {
    .name = "update_ratio",
    .title = "Updates too large",
    .doc = "An update changes the weights by so much of their own size that what was learnt before is lost. About a thousandth is "
           "usual. Usual cause: a learning rate that is too large.",
    .source = "Deeplearning4j: about 1e-3; TheDeepChecker (TOSEM 2022): at most 0.1",
    .severity = Severity::Warning,
    .thresholds =
        {{.name = "largest", .type = AttrType::Float, .fallback = 0.1, .min = 0, .doc = "Norm of the update to that of the weights."},
         {.name = "looks", .type = AttrType::Int, .fallback = int64_t{5}, .min = 1, .doc = "Looks whose median is taken."}},
    .check = check,
};

} // namespace ds::inspector
