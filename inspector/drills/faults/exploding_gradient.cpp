// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_exploding_gradient = {
    .name = "exploding_gradient",
    .doc = "Plain gradient descent with a step that is a little too large: errors grow from update to update.",
    .rule = "exploding_gradient",
    .symptoms = {"not_finite", "update_ratio", "loss_not_decreasing", "oscillating_loss", "activation_drift", "dead_relu",
                 "saturated_activation", "underfitting", "plateau", "poor_initialisation", "vanishing_gradient"},
    .plant = [](const PlantCall& call) -> Planted {
        if (!layersOfType(call.document, {"TransformerEncoderLayer", "LSTM", "BatchNorm", "Tanh"}).empty()) return {};
        call.document.optimizer = {"sgd", {{"learning_rate", call.rng.uniform(0.3, 1)}, {"momentum", 0.9}}};
        return {true, {}};
    },
};

} // namespace ds::inspector
