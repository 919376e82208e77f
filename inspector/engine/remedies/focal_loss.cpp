// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_focal_loss = {
    .name = "focal_loss",
    .title = "Take the focal loss",
    .doc = "It looks away from what is right already (Lin et al., 2017).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        if (call.document.loss.type != "cross_entropy") return {};
        return QuickFix{
            phrase("Inspector", "Take the loss %1").with({"focal"}), [](Document& d) {
                d.loss = {"focal", {{"prediction", d.loss.attrs.string("prediction")}, {"target", d.loss.attrs.string("target")}}};
            }};
    },
};

} // namespace ds::inspector
