// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_shuffle = {
    .name = "shuffle",
    .title = "Shuffle the samples",
    .doc = "Each epoch in another order, so that a batch has samples of all kinds.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        if (call.document.training.has("shuffle") && call.document.training.boolean("shuffle")) return {};
        return QuickFix{phrase("Inspector", "Shuffle the training data"), [](Document& d) { d.training.set("shuffle", true); }};
    },
};

} // namespace ds::inspector
