// SPDX-License-Identifier: Apache-2.0
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_classes_as_numbers = {
    .name = "classes_as_numbers",
    .doc = "Numbers of classes are learnt as if they were quantities.",
    .rule = "wrong_loss",
    .symptoms = {"wrong_output_activation"},
    .plant = [](const PlantCall& call) -> Planted {
        const std::string target = call.document.loss.attrs.string("target"), prediction = predictionOf(call.document);
        if (call.document.loss.type != "cross_entropy" || target != "label") return {};
        if (call.document.train.type == "synthetic" && call.document.train.attrs.integer("classes") < 3) return {};
        for (LayerNode& node : call.document.model.layers)
            if (node.name == prediction) node.attrs.set("units", int64_t{1});
        call.document.loss = {call.rng.below(2) ? "mse" : "mae", {{"prediction", prediction}, {"target", target}}};
        return {true, "label"};
    },
};

} // namespace ds::inspector
