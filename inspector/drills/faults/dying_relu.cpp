// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_dying_relu = {
    .name = "dying_relu",
    .doc = "The learning rate is so large that most units of a ReLU are pushed to where they give nothing.",
    .rule = "dead_relu",
    .symptoms = {"update_ratio", "loss_not_decreasing", "underfitting", "plateau", "activation_drift", "oscillating_loss",
                 "exploding_gradient", "vanishing_gradient", "unchanged_weights", "slow_convergence", "poor_initialisation",
                 "unnormalised_input"},
    .plant = [](const PlantCall& call) -> Planted {
        if (layersOfType(call.document, {"ReLU"}).size() < 2 || !layersOfType(call.document, {"BatchNorm"}).empty() ||
            call.document.optimizer.type != "adam")
            return {};
        scaleLearningRate(call.document, call.rng.uniform(80, 150));
        return {true, {}};
    },
};

} // namespace ds::inspector
