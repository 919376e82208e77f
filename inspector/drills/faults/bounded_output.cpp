// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"
#include "inspector/drills/fault.h"

namespace ds::inspector {

extern const FaultSpec fault_bounded_output = {
    .name = "bounded_output",
    .doc = "The last activation cannot reach the numbers that are to be predicted.",
    .rule = "wrong_output_activation",
    .plant = [](const PlantCall& call) -> Planted {
        const std::string prediction = predictionOf(call.document);
        if (call.document.loss.type != "mse") return {};
        const std::string name = freeName(call.document.model, "limit");
        call.document.model.layers.push_back({name, std::string(call.rng.below(2) ? "Sigmoid" : "ReLU")});
        call.document.model.wires.push_back({{prediction, 0}, {name, 0}});
        call.document.loss.attrs.set("prediction", name);
        return {true, name};
    },
};

} // namespace ds::inspector
