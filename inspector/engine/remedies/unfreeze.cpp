// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_unfreeze = {
    .name = "unfreeze",
    .title = "Unfreeze the layer",
    .doc = "It learns like the others.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const LayerNode* node = layerAt(call.document, call.finding.place);
        if (!node || !node->frozen) return {};
        return QuickFix{phrase("Inspector", "Let %1 learn").with({node->name}), [name = node->name](Document& d) {
                            for (LayerNode& layer : d.model.layers)
                                if (layer.name == name) layer.frozen = false;
                        }};
    },
};

} // namespace ds::inspector
