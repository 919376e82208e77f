// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_sigmoid_stack = {
    .name = "sigmoid_stack",
    .doc = "All activations of a deep model are sigmoids with small weights: the gradient dies away on its way back.",
    .rule = "vanishing_gradient",
    .symptoms = {"poor_initialisation"},
    .plant = [](const PlantCall& call) -> Planted {
        if (layersOfType(call.document, {"Dense"}).size() < 8) return {};
        for (LayerNode* node : layersOfType(call.document, {"ReLU", "Tanh"})) node->type = "Sigmoid";
        for (LayerNode* node : layersOfType(call.document, {"Dense"})) node->attrs.set("initializer", std::string("torch_uniform"));
        return {true, layersOfType(call.document, {"Dense"}).front()->name};
    },
};

} // namespace ds::inspector
