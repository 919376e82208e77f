// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_double_softmax = {
    .name = "double_softmax",
    .doc = "The model applies a softmax, and the loss applies another one.",
    .rule = "wrong_output_activation",
    .plant = [](const PlantCall& call) -> Planted {
        const std::string prediction = predictionOf(call.document);
        if (call.document.loss.type != "cross_entropy" || call.document.loss.attrs.string("target") != "label") return {};
        const std::string kinds[] = {"Softmax", "ReLU", "Sigmoid"};
        const std::string name = freeName(call.document.model, "softmax");
        call.document.model.layers.push_back({name, kinds[call.rng.below(2)]});
        call.document.model.wires.push_back({{prediction, 0}, {name, 0}});
        call.document.loss.attrs.set("prediction", name);
        return {true, name};
    },
};

} // namespace ds::inspector
