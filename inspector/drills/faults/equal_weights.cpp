// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_equal_weights = {
    .name = "equal_weights",
    .doc = "All weights of a layer begin with the same value, so that its units stay alike.",
    .rule = "poor_initialisation",
    .plant = [](const PlantCall& call) -> Planted {
        std::vector<LayerNode*> layers = layersOfType(call.document, {"Dense", "Conv2d"});
        if (layers.size() < 3) return {};
        layers.pop_back();
        LayerNode* node = oneOf(call.rng, layers);
        node->attrs.set("initializer", std::string(call.rng.below(2) ? "ones" : "zeros"));
        return {true, node->name};
    },
};

} // namespace ds::inspector
