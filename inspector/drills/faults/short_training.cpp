// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_short_training = {
    .name = "short_training",
    .doc = "Training ends long before the model has learnt what it could.",
    .rule = "underfitting",
    .symptoms = {"loss_not_decreasing", "plateau", "label_noise"},
    .plant = [](const PlantCall& call) -> Planted {
        if (call.document.optimizer.type != "adam" && call.document.optimizer.type != "adamw") return {};
        scaleLearningRate(call.document, 0.05);
        call.document.training.set("steps", int64_t{110});
        return {true, {}};
    },
};

} // namespace ds::inspector
