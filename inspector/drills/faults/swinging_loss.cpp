// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_swinging_loss = {
    .name = "swinging_loss",
    .doc = "Batches are tiny and the learning rate is large: the loss leaps up and down.",
    .rule = "oscillating_loss",
    .symptoms = {"overfitting", "update_ratio", "exploding_gradient", "not_finite", "activation_drift", "dead_relu", "saturated_activation",
                 "poor_initialisation", "vanishing_gradient", "train_eval_gap", "tiny_batch_norm"},
    .plant = [](const PlantCall& call) -> Planted {
        // Where units can die or gradients are clipped the loss comes to rest, high or low.
        if (!layersOfType(call.document, {"TransformerEncoderLayer", "ReLU"}).empty() || call.document.training.has("clip_global_norm"))
            return {};
        scaleLearningRate(call.document, call.document.optimizer.type == "sgd" ? call.rng.uniform(8, 25) : call.rng.uniform(40, 80));
        call.document.training.set("batch_size", int64_t{4});
        return {true, {}};
    },
};

} // namespace ds::inspector
