// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_early_decay = {
    .name = "early_decay",
    .doc = "The learning rate is lowered to nothing long before the model has learnt its task.",
    .rule = "plateau",
    .symptoms = {"slow_convergence", "unchanged_weights"},
    .plant = [](const PlantCall& call) -> Planted {
        if (call.document.optimizer.type != "adam" || layersOfType(call.document, {"ReLU"}).empty()) return {};
        if (call.document.train.type != "synthetic") return {};
        call.document.schedule = {"step", {{"every", 1.5}, {"gamma", 1e-4}}};
        scaleLearningRate(call.document, 0.5);
        call.document.training.set("steps", int64_t{400});
        call.document.train.attrs.set("samples", int64_t{480});
        return {true, {}};
    },
};

} // namespace ds::inspector
