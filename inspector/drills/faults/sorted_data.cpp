// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_sorted_data = {
    .name = "sorted_data",
    .doc = "Samples come class by class.",
    .rule = "unshuffled_data",
    .plant = [](const PlantCall& call) -> Planted {
        if (!hasSyntheticClasses(call.document)) return {};
        call.document.train.attrs.set("order", std::string("by_class"));
        call.document.training.set("shuffle", false);
        return {true, {}};
    },
};

} // namespace ds::inspector
