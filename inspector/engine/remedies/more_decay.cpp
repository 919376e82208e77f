// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_more_decay = {
    .name = "more_decay",
    .title = "Raise the weight decay",
    .doc = "Keeps weights small, so that the model stays simple (Krogh & Hertz, 1991).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const double before = optimizerNumber(call.document, "weight_decay");
        const double after = before > 0 ? 10 * before : call.document.optimizer.type == "adamw" ? 0.1 : 1e-3;
        return QuickFix{phrase("Inspector", "Weight decay %1 instead of %2").with({numberText(after), numberText(before)}),
                        [after](Document& d) { d.optimizer.attrs.set("weight_decay", after); }};
    },
};

} // namespace ds::inspector
