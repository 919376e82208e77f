// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_overflow = {
    .name = "overflow",
    .doc = "A factor makes results so large that a number overflows.",
    .rule = "not_finite",
    .symptoms = {"unnormalised_input", "poor_initialisation", "exploding_gradient", "update_ratio", "loss_not_decreasing",
                 "activation_drift", "dead_relu", "saturated_activation", "vanishing_gradient"},
    .plant = [](const PlantCall& call) -> Planted {
        const std::vector<LayerNode*> layers = layersOfType(call.document, {"Dense", "Conv2d"});
        if (layers.size() < 2 || !layersOfType(call.document, {"Tanh"}).empty()) return {};
        const std::string last = layers.back()->name;
        return {true, insertBefore(call.document, last, 0, "Scale", {{"factor", 1e38}})};
    },
};

} // namespace ds::inspector
