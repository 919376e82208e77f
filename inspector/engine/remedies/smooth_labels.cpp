// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_smooth_labels = {
    .name = "smooth_labels",
    .title = "Smooth the labels",
    .doc = "The loss then trusts no label wholly (Szegedy et al., 2016).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        if (call.document.loss.type != "cross_entropy") return {};
        if (call.document.loss.attrs.has("label_smoothing") && call.document.loss.attrs.number("label_smoothing") > 0) return {};
        return QuickFix{phrase("Inspector", "Spread 10 % of each label over all classes"),
                        [](Document& d) { d.loss.attrs.set("label_smoothing", 0.1); }};
    },
};

} // namespace ds::inspector
