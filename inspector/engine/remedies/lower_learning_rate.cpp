// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_lower_learning_rate = {
    .name = "lower_learning_rate",
    .title = "Lower the learning rate",
    .doc = "So that the first update changes weights by about a hundredth of their size, later ones by less.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        // The first update tells what the rate does to weights of their usual size.
        double largest = 0;
        for (const Trace::Series& series : call.trace.series()) {
            if (series.quantity != Quantity::Update || !isWeight(series.name)) continue;
            if (const std::vector<double> ratios = updateRatios(call.trace, series); !ratios.empty())
                largest = std::max(largest, ratios.front());
        }
        constexpr double usual = 1e-2;
        const double factor = largest > 0 ? std::clamp(usual / largest, 1e-4, 0.3) : 0.1;
        const double before = optimizerNumber(call.document, "learning_rate");
        if (before <= 0) return {};
        return QuickFix{phrase("Inspector", "Learning rate %1 instead of %2").with({numberText(before * factor), numberText(before)}),
                        [after = before * factor](Document& d) { d.optimizer.attrs.set("learning_rate", after); }};
    },
};

} // namespace ds::inspector
