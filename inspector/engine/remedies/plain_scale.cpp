// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_plain_scale = {
    .name = "plain_scale",
    .title = "Take out the factor",
    .doc = "A constant factor makes results leave the range that layers are made for.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const LayerNode* node = layerAt(call.document, call.finding.place);
        if (!node || node->type != "Scale") return {};
        return QuickFix{phrase("Inspector", "Set the factor of %1 to 1").with({node->name}),
                        [name = node->name](Document& d) { setAttribute(d, name, "factor", 1.0); }};
    },
};

} // namespace ds::inspector
