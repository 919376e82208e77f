// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_tiny_learning_rate = {
    .name = "tiny_learning_rate",
    .doc = "The learning rate is thousands of times too small: weights hardly move.",
    .rule = "slow_convergence",
    .symptoms = {"unchanged_weights"},
    .plant = [](const PlantCall& call) -> Planted {
        scaleLearningRate(call.document, 1 / call.rng.uniform(3000, 10000));
        return {true, {}};
    },
};

} // namespace ds::inspector
