// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_narrow_model = {
    .name = "narrow_model",
    .doc = "Each layer has only two units: the model is too small to learn its task.",
    .rule = "underfitting",
    .symptoms = {"plateau", "loss_not_decreasing", "oscillating_loss", "dead_relu", "vanishing_gradient", "label_noise"},
    .plant = [](const PlantCall& call) -> Planted {
        // A model that has nothing else, or it would learn around the narrow place.
        std::vector<LayerNode*> layers = layersOfType(call.document, {"Dense"});
        if (layers.size() < 3 || !layersOfType(call.document, {"Conv2d"}).empty()) return {};
        layers.pop_back();
        for (LayerNode* node : layers) node->attrs.set("units", int64_t{2});
        return {true, {}};
    },
};

} // namespace ds::inspector
