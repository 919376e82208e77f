// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_stale_moments = {
    .name = "stale_moments",
    .doc = "Running moments of the batch normalisations hardly follow: evaluation uses those of the beginning.",
    .rule = "train_eval_gap",
    .symptoms = {"underfitting", "label_noise"},
    .plant = [](const PlantCall& call) -> Planted {
        if (layersOfType(call.document, {"BatchNorm"}).size() < 2) return {};
        for (LayerNode* node : layersOfType(call.document, {"BatchNorm"})) node->attrs.set("momentum", 1e-4);
        return {true, {}};
    },
};

} // namespace ds::inspector
