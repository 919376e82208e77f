// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_less_decay = {
    .name = "less_decay",
    .title = "Lower the weight decay",
    .doc = "So that the loss moves the weights, and the decay only keeps them in bounds.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const double before = optimizerNumber(call.document, "weight_decay");
        const std::string& type = call.document.optimizer.type;
        const double after = type == "adamw" || type == "lion" || type == "lamb" ? 0.01 : 1e-4;
        if (before <= after) return {};
        return QuickFix{phrase("Inspector", "Weight decay %1 instead of %2").with({numberText(after), numberText(before)}),
                        [after](Document& d) { d.optimizer.attrs.set("weight_decay", after); }};
    },
};

} // namespace ds::inspector
