// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_faint_weights = {
    .name = "faint_weights",
    .doc = "All weights begin ten times too small, so that results and gradients shrink from layer to layer.",
    .rule = "poor_initialisation",
    .plant = [](const PlantCall& call) -> Planted {
        const std::vector<LayerNode*> layers = layersOfType(call.document, {"Dense", "Conv2d"});
        if (layers.size() < 6 || call.document.optimizer.type != "sgd") return {};
        for (LayerNode* node : layers) node->attrs.set("initializer", std::string("normal"));
        return {true, {}};
    },
};

} // namespace ds::inspector
