// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_double_softmax = {
    .name = "double_softmax",
    .doc = "The model applies an activation to the scores that the loss takes as they are.",
    .rule = "wrong_output_activation",
    .plant = [](const PlantCall& call) -> Planted {
        const std::string prediction = predictionOf(call.document);
        if (call.document.loss.type != "cross_entropy" || call.document.loss.attrs.string("target") != "label") return {};
        const std::string name = freeName(call.document.model, "softmax");
        call.document.model.layers.push_back({name, std::string(call.rng.below(2) ? "ReLU" : "Softmax")});
        call.document.model.wires.push_back({{prediction, 0}, {name, 0}});
        call.document.loss.attrs.set("prediction", name);
        return {true, name};
    },
};

} // namespace ds::inspector
