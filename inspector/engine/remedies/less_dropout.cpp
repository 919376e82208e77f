// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_less_dropout = {
    .name = "less_dropout",
    .title = "Drop less",
    .doc = "Dropout that takes nearly everything leaves nothing to learn from.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        std::vector<std::string> layers;
        const double most = 0.3;
        for (const LayerNode& node : call.document.model.layers)
            if (node.type.ends_with("Dropout") && node.attrs.has("rate") && node.attrs.number("rate") > most) layers.push_back(node.name);
        if (layers.empty()) return {};
        return QuickFix{phrase("Inspector", "Drop at most 30 %"), [layers, most](Document& d) {
                            for (const std::string& layer : layers) setAttribute(d, layer, "rate", most);
                        }};
    },
};

} // namespace ds::inspector
