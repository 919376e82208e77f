// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_wider_layers = {
    .name = "wider_layers",
    .title = "Make the layers wider",
    .doc = "A larger model can learn more.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const std::string prediction = predictionOf(call.document);
        std::vector<std::pair<std::string, int64_t>> dense;
        for (const LayerNode& node : call.document.model.layers)
            if (node.type == "Dense" && node.name != prediction && node.attrs.has("units"))
                dense.emplace_back(node.name, node.attrs.integer("units"));
        // The last one gives what the loss expects, be there an activation behind it or not.
        const LayerNode* last = call.document.model.find(prediction);
        if (!dense.empty() && last && last->type != "Dense") dense.pop_back();
        if (dense.empty()) return {};
        return QuickFix{phrase("Inspector", "More units in %1 layers").with({std::to_string(dense.size())}), [dense](Document& d) {
                            for (const auto& [name, units] : dense) setAttribute(d, name, "units", std::max<int64_t>(32, 2 * units));
                        }};
    },
};

} // namespace ds::inspector
