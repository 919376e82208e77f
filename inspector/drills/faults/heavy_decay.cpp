// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_heavy_decay = {
    .name = "heavy_decay",
    .doc = "Weight decay pulls the weights to nothing faster than the loss can move them.",
    .rule = "dominant_regularisation",
    .plant = [](const PlantCall& call) -> Planted {
        const std::string& type = call.document.optimizer.type;
        call.document.optimizer.attrs.set("weight_decay", type == "adamw" ? call.rng.uniform(20, 60)
                                                          : type == "sgd" ? call.rng.uniform(5, 20)
                                                                          : call.rng.uniform(0.5, 2));
        return {true, {}};
    },
};

} // namespace ds::inspector
