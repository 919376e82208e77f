// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_zero_learning_rate = {
    .name = "zero_learning_rate",
    .doc = "The learning rate is so small that nothing is learnt at all.",
    .rule = "unchanged_weights",
    .plant = [](const PlantCall& call) -> Planted {
        scaleLearningRate(call.document, 1e-7);
        return {true, {}};
    },
};

} // namespace ds::inspector
