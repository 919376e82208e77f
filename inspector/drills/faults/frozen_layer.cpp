// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_frozen_layer = {
    .name = "frozen_layer",
    .doc = "A layer is frozen before it has learnt anything.",
    .rule = "frozen_weights",
    .symptoms = {"poor_initialisation"},
    .plant = [](const PlantCall& call) -> Planted {
        std::vector<LayerNode*> layers = layersOfType(call.document, {"Dense", "Conv2d"});
        LayerNode* node = oneOf(call.rng, layers);
        node->frozen = true;
        return {true, node->name};
    },
};

} // namespace ds::inspector
