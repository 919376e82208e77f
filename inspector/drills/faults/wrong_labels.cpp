// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_wrong_labels = {
    .name = "wrong_labels",
    .doc = "A third of the labels are wrong, in training and validation.",
    .rule = "label_noise",
    .plant = [](const PlantCall& call) -> Planted {
        if (!hasSyntheticClasses(call.document)) return {};
        const double share = call.rng.uniform(0.25, 0.4);
        for (Section* section : {&call.document.train, &call.document.validation}) section->attrs.set("wrong_labels", share);
        return {true, "label"};
    },
};

} // namespace ds::inspector
