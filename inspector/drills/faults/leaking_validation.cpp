// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_leaking_validation = {
    .name = "leaking_validation",
    .doc = "Validation data are taken from the training data.",
    .rule = "data_overlap",
    .symptoms = {"overfitting"},
    .plant = [](const PlantCall& call) -> Planted {
        Section& validation = call.document.validation;
        if (validation.type != "synthetic") return {};
        validation.attrs.set("first", static_cast<int64_t>(call.rng.below(1000)));
        return {true, {}};
    },
};

} // namespace ds::inspector
