// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_split_validation = {
    .name = "split_validation",
    .title = "Split off validation data",
    .doc = "Keeps a tenth of the training data for validation, instead of data that overlap with it.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        if (call.document.validation.type.empty()) return {};
        return QuickFix{phrase("Inspector", "Keep 10 % of the training data for validation"), [](Document& d) {
                            d.validation = {};
                            d.training.set("validation_share", 0.1);
                        }};
    },
};

} // namespace ds::inspector
