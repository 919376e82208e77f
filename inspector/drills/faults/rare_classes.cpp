// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_rare_classes = {
    .name = "rare_classes",
    .doc = "Some classes are rare: never to predict them costs little.",
    .rule = "class_imbalance",
    .plant = [](const PlantCall& call) -> Planted {
        if (!hasSyntheticClasses(call.document)) return {};
        const double imbalance = call.rng.uniform(25, 200);
        for (Section* section : {&call.document.train, &call.document.validation}) section->attrs.set("imbalance", imbalance);
        return {true, "label"};
    },
};

} // namespace ds::inspector
