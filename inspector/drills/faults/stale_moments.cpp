// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_stale_moments = {
    .name = "stale_moments",
    .doc = "Inputs lie a little aside, which batch normalisation takes away in training; its running moments hardly follow, so that "
           "evaluation uses those of the beginning.",
    .rule = "train_eval_gap",
    .symptoms = {"underfitting", "label_noise"},
    .plant = [](const PlantCall& call) -> Planted {
        if (layersOfType(call.document, {"BatchNorm"}).size() < 2) return {};
        for (LayerNode* node : layersOfType(call.document, {"BatchNorm"})) node->attrs.set("momentum", 1e-4);
        // In deviations; not so far that the input itself would be to blame.
        const double aside = call.rng.uniform(1.5, 2.5);
        if (Section& train = call.document.train; train.type == "idx") {
            const double deviation = train.attrs.number("std");
            train.attrs.set("mean", train.attrs.number("mean") - aside * deviation);
        } else {
            for (Section* section : {&train, &call.document.validation, &call.document.test}) section->attrs.set("shift", aside);
        }
        return {true, {}};
    },
};

} // namespace ds::inspector
