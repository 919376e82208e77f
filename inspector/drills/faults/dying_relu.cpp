// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_dying_relu = {
    .name = "dying_relu",
    .doc = "The learning rate is so large that most units of a ReLU are pushed to where they give nothing.",
    .rule = "dead_relu",
    .symptoms = {"update_ratio", "activation_drift", "oscillating_loss", "exploding_gradient", "poor_initialisation", "unnormalised_input"},
    .plant = [](const PlantCall& call) -> Planted {
        if (layersOfType(call.document, {"ReLU"}).size() < 2 || !layersOfType(call.document, {"BatchNorm"}).empty() ||
            call.document.optimizer.type != "adam")
            return {};
        scaleLearningRate(call.document, call.rng.uniform(150, 300));
        return {true, {}};
    },
};

} // namespace ds::inspector
