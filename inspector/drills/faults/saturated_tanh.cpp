// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_saturated_tanh = {
    .name = "saturated_tanh",
    .doc = "What reaches an activation is so large that it lies at its flat ends.",
    .rule = "saturated_activation",
    .symptoms = {"update_ratio", "activation_drift", "dead_relu", "exploding_gradient", "poor_initialisation"},
    .plant = [](const PlantCall& call) -> Planted {
        std::vector<LayerNode*> layers = layersOfType(call.document, {"Tanh", "Sigmoid", "ReLU"});
        if (layers.empty() || layersOfType(call.document, {"BatchNorm"}).size() > 1) return {};
        LayerNode* node = oneOf(call.rng, layers);
        node->type = call.rng.below(2) ? "Tanh" : "Sigmoid";
        const std::string name = node->name;
        insertBefore(call.document, name, 0, "Scale", {{"factor", call.rng.uniform(30, 100)}});
        return {true, name};
    },
};

} // namespace ds::inspector
