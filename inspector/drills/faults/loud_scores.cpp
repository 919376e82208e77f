// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_loud_scores = {
    .name = "loud_scores",
    .doc = "Results are made a hundred times larger on their way through the model.",
    .rule = "poor_initialisation",
    .plant = [](const PlantCall& call) -> Planted {
        const std::vector<LayerNode*> layers = layersOfType(call.document, {"Dense"});
        if (layers.empty()) return {};
        LayerNode* last = layers.back();
        const std::string name = insertBefore(call.document, last->name, 0, "Scale", {{"factor", call.rng.uniform(100, 300)}});
        return {true, name};
    },
};

} // namespace ds::inspector
