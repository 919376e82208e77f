// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_narrow_model = {
    .name = "narrow_model",
    .doc = "Almost everything is dropped on the way, so that the model cannot learn.",
    .rule = "underfitting",
    .symptoms = {"plateau", "loss_not_decreasing", "oscillating_loss", "dead_relu", "vanishing_gradient", "label_noise"},
    .plant = [](const PlantCall& call) -> Planted {
        std::vector<LayerNode*> layers = layersOfType(call.document, {"Dense"});
        if (layers.empty()) return {};
        insertBefore(call.document, layers.back()->name, 0, "Dropout", {{"rate", call.rng.uniform(0.96, 0.99)}});
        return {true, {}};
    },
};

} // namespace ds::inspector
