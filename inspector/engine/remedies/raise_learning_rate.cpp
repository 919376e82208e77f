// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_raise_learning_rate = {
    .name = "raise_learning_rate",
    .title = "Raise the learning rate",
    .doc = "So that the first update changes weights by about a hundredth of their size, later ones by less.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        std::vector<double> ratios;
        for (const Trace::Series& series : call.trace.series())
            if (series.quantity == Quantity::Update && isWeight(series.name))
                if (std::vector<double> of = updateRatios(call.trace, series); !of.empty()) ratios.push_back(of.front());
        const double now = median(std::move(ratios)), before = optimizerNumber(call.document, "learning_rate");
        constexpr double usual = 1e-2;
        if (!(now > 0) || now >= usual / 2 || before <= 0 || before >= 1) return {};
        const double after = std::min(1.0, before * usual / now); // where gradients are nearly 0, the rate is not to blame
        return QuickFix{phrase("Inspector", "Learning rate %1 instead of %2").with({numberText(after), numberText(before)}),
                        [after](Document& d) { d.optimizer.attrs.set("learning_rate", after); }};
    },
};

} // namespace ds::inspector
