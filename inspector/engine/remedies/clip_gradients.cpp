// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_clip_gradients = {
    .name = "clip_gradients",
    .title = "Clip the gradients",
    .doc = "A single wild batch can then not throw the weights away (Pascanu et al., 2013).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const AttrValue* before = call.document.training.find("clip_global_norm");
        if (before && call.document.training.number("clip_global_norm") > 0) return {};
        return QuickFix{phrase("Inspector", "Limit the norm of all gradients to 1"),
                        [](Document& d) { d.training.set("clip_global_norm", 1.0); }};
    },
};

} // namespace ds::inspector
