// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_dropout = {
    .name = "dropout",
    .title = "Drop some results",
    .doc = "Units cannot rely on each other, so they learn what holds for new samples, too (Srivastava et al., 2014).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const std::string prediction = predictionOf(call.document);
        if (!call.document.model.find(prediction) || !namesOfType(call.document.model, {"Dropout", "SpatialDropout"}).empty()) return {};
        return QuickFix{phrase("Inspector", "Put a Dropout of 30 % before %1").with({prediction}), [prediction](Document& d) {
                            insertBefore(d, prediction, 0, "Dropout", {{"rate", 0.3}});
                        }};
    },
};

} // namespace ds::inspector
