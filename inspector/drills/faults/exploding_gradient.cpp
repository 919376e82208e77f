// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_exploding_gradient = {
    .name = "exploding_gradient",
    .doc = "Plain gradient descent with a step that is a little too large: errors grow from update to update.",
    .rule = "exploding_gradient",
    .symptoms = {"update_ratio", "poor_initialisation"},
    .plant = [](const PlantCall& call) -> Planted {
        if (!layersOfType(call.document, {"TransformerEncoderLayer", "LSTM", "BatchNorm", "Tanh"}).empty()) return {};
        call.document.optimizer = {"sgd", {{"learning_rate", call.rng.uniform(0.3, 1)}, {"momentum", 0.9}}};
        return {true, {}};
    },
};

} // namespace ds::inspector
