// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_few_samples = {
    .name = "few_samples",
    .doc = "The model has only a few dozen samples and learns them by heart.",
    .rule = "overfitting",
    .symptoms = {"label_noise", "train_eval_gap"},
    .plant = [](const PlantCall& call) -> Planted {
        Section& train = call.document.train;
        if (train.type != "synthetic" || train.attrs.string("kind") == "circles" || train.attrs.string("kind") == "curve") return {};
        const bool hard = train.attrs.string("kind") == "blobs";
        train.attrs.set("samples", static_cast<int64_t>(hard ? 48 : train.attrs.string("kind") == "recall" ? 20 : 64));
        if (hard)
            for (Section* section : {&call.document.train, &call.document.validation}) section->attrs.set("noise", 3.5);
        call.document.training.set("steps", int64_t{500});
        call.document.training.set("batch_size", int64_t{16});
        return {true, {}};
    },
};

} // namespace ds::inspector
