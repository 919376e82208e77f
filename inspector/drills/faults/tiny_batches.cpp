// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_tiny_batches = {
    .name = "tiny_batches",
    .doc = "Batch normalisation learns from batches of two samples.",
    .rule = "tiny_batch_norm",
    .plant = [](const PlantCall& call) -> Planted {
        const std::vector<LayerNode*> layers = layersOfType(call.document, {"BatchNorm"});
        if (layers.empty()) return {};
        call.document.training.set("batch_size", static_cast<int64_t>(2 + call.rng.below(2)));
        return {true, layers.front()->name};
    },
};

} // namespace ds::inspector
