// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_steady_learning_rate = {
    .name = "steady_learning_rate",
    .title = "Keep the learning rate up",
    .doc = "A schedule that ends too early leaves the model where it is.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const std::string& type = call.document.schedule.type;
        if (type.empty() || type == "constant" || type == "plateau") return {};
        return QuickFix{phrase("Inspector", "Let the learning rate fall along a cosine to the end"), [](Document& d) {
                            d.schedule = {"cosine", {{"minimum", 0.1}}};
                        }};
    },
};

} // namespace ds::inspector
