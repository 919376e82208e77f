// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_raw_input = {
    .name = "raw_input",
    .doc = "Inputs are not scaled: they lie around a large number, or are hundreds of times too large.",
    .rule = "unnormalised_input",
    .plant = [](const PlantCall& call) -> Planted {
        Section& train = call.document.train;
        if (train.type == "synthetic" && train.attrs.string("kind") != "grammar") {
            const bool aside = call.rng.below(2);
            for (Section* section : {&call.document.train, &call.document.validation, &call.document.test}) {
                section->attrs.set("scale", aside ? 5.0 : 100.0);
                section->attrs.set("shift", aside ? 60.0 : 0.0);
            }
            return {true, "input"};
        }
        if (train.type != "idx") return {};
        train.attrs.set("mean", 0.0);
        train.attrs.set("std", 1 / 255.0);
        return {true, "image"};
    },
};

} // namespace ds::inspector
