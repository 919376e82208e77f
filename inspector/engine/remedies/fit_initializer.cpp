// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_fit_initializer = {
    .name = "fit_initializer",
    .title = "Begin with weights that fit",
    .doc = "He for ReLU and its kin, Xavier for tanh and sigmoid, so that results keep their size from layer to layer.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        // A layer whose results are too small or too large may only pass on what those before it made of them.
        const bool bent = !namesOfType(call.document.model, {"Tanh", "Sigmoid", "Softsign"}).empty();
        const std::string wanted = bent ? "xavier_uniform" : "he_normal";
        std::vector<std::string> layers;
        for (const LayerNode& node : call.document.model.layers)
            if (isLinear(node) && node.attrs.has("initializer") && node.attrs.string("initializer") != wanted) layers.push_back(node.name);
        if (layers.empty()) return {};
        return QuickFix{phrase("Inspector", "Begin %1 layers with %2").with({std::to_string(layers.size()), wanted}),
                        [layers, wanted](Document& d) {
                            for (const std::string& layer : layers) setAttribute(d, layer, "initializer", wanted);
                        }};
    },
};

} // namespace ds::inspector
