// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_quicker_moments = {
    .name = "quicker_moments",
    .title = "Let running moments follow",
    .doc = "Batch normalisation evaluates with moments of the last ten batches or so.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        std::vector<std::string> layers;
        const double usual = 0.1;
        for (const LayerNode& node : call.document.model.layers)
            if (node.type == "BatchNorm" && node.attrs.has("momentum") && node.attrs.number("momentum") < usual)
                layers.push_back(node.name);
        if (layers.empty()) return {};
        return QuickFix{phrase("Inspector", "Momentum 0.1 in %1 layers").with({std::to_string(layers.size())}),
                        [layers, usual](Document& d) {
                            for (const std::string& layer : layers) setAttribute(d, layer, "momentum", usual);
                        }};
    },
};

} // namespace ds::inspector
