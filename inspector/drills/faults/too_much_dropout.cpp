// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_too_much_dropout = {
    .name = "too_much_dropout",
    .doc = "Almost everything is dropped on the way, so that the model cannot learn.",
    .rule = "heavy_dropout",
    .plant = [](const PlantCall& call) -> Planted {
        std::vector<LayerNode*> layers = layersOfType(call.document, {"Dense"});
        if (layers.empty()) return {};
        const std::string dropout =
            insertBefore(call.document, layers.back()->name, 0, "Dropout", {{"rate", call.rng.uniform(0.96, 0.99)}});
        return {true, dropout};
    },
};

} // namespace ds::inspector
