// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_fit_loss = {
    .name = "fit_loss",
    .title = "Take a loss that fits",
    .doc = "Cross entropy for classes, the mean squared error for quantities.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Facts* facts = call.trace.facts();
        const FieldFacts* target = facts ? facts->target() : nullptr;
        if (!target) return {};
        const auto classes = static_cast<int64_t>(target->counts.size());
        const std::string type = classes > 1 ? "cross_entropy" : "mse";
        if (call.document.loss.type == type) return {};
        return QuickFix{phrase("Inspector", "Take the loss %1").with({type}), [type, classes](Document& d) {
                            d.loss = {type, {{"prediction", d.loss.attrs.string("prediction")}, {"target", d.loss.attrs.string("target")}}};
                            // The scores of all classes.
                            if (classes > 1) setAttribute(d, d.loss.attrs.string("prediction"), "units", classes);
                        }};
    },
};

} // namespace ds::inspector
