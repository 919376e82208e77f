// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_relu_activation = {
    .name = "relu_activation",
    .title = "Take ReLU",
    .doc = "Its slope is 1 wherever it is not 0, so gradients pass many layers (Nair & Hinton, 2010).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const std::vector<std::string> bent = namesOfType(call.document.model, {"Sigmoid", "Tanh", "HardSigmoid", "Softsign"});
        const std::string prediction = predictionOf(call.document);
        std::vector<std::string> layers;
        for (const std::string& name : bent)
            if (name != prediction) layers.push_back(name);
        if (layers.empty()) return {};
        return QuickFix{phrase("Inspector", "Put ReLU in the place of %1 activations").with({std::to_string(layers.size())}),
                        [layers](Document& d) {
                            for (LayerNode& node : d.model.layers) {
                                if (std::find(layers.begin(), layers.end(), node.name) != layers.end()) node.type = "ReLU", node.attrs = {};
                                if (isLinear(node)) node.attrs.set("initializer", std::string("he_normal"));
                            }
                        }};
    },
};

} // namespace ds::inspector
