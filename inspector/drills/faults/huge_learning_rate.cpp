// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_huge_learning_rate = {
    .name = "huge_learning_rate",
    .doc = "The learning rate is hundreds of times too large: each update throws the weights far away.",
    .rule = "update_ratio",
    .symptoms = {"dominant_regularisation", "poor_initialisation"},
    .plant = [](const PlantCall& call) -> Planted {
        // What is too much depends on the optimiser: the step of plain gradient descent grows with the gradient.
        const bool plain = call.document.optimizer.type == "sgd";
        scaleLearningRate(call.document, plain ? call.rng.uniform(30, 100) : call.rng.uniform(200, 1000));
        return {true, {}};
    },
};

} // namespace ds::inspector
