// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_adam = {
    .name = "adam",
    .title = "Take Adam",
    .doc = "It scales the step of each weight by itself (Kingma & Ba, 2015).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        if (call.document.optimizer.type.starts_with("adam")) return {};
        return QuickFix{phrase("Inspector", "Take the optimiser adam with a learning rate of 0.001"), [](Document& d) {
                            d.optimizer = {"adam", {{"learning_rate", 1e-3}}};
                        }};
    },
};

} // namespace ds::inspector
