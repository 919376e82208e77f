// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_normalise_layer = {
    .name = "normalise_layer",
    .title = "Normalise a layer",
    .doc = "Keeps results at mean 0 and variance 1 on their way (Ioffe & Szegedy, 2015; Ba et al., 2016).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const LayerNode* node = layerAt(call.document, call.finding.place);
        if (!node || node->type == "Input") return {};
        const bool sequences = !namesOfType(call.document.model, {"LSTM", "GRU", "RNN", "TransformerEncoderLayer"}).empty();
        const AttrValue* batch = call.document.training.find("batch_size");
        const bool large = !batch || std::get<int64_t>(*batch) >= 8;
        const std::string type = sequences ? "LayerNorm" : large ? "BatchNorm" : "GroupNorm";
        const Attrs attrs = type == "GroupNorm" ? Attrs{{"groups", 1}} : Attrs();
        // An activation wants its input normalised, and the last layer gives what it likes.
        const bool last = predictionOf(call.document) == node->name;
        constexpr std::array activations = {"ReLU", "Tanh", "Sigmoid", "LeakyReLU", "GELU", "SiLU", "Softsign", "ELU", "SELU"};
        const bool before = last || std::find(activations.begin(), activations.end(), node->type) != activations.end();
        return QuickFix{before ? phrase("Inspector", "Put a %1 before %2").with({type, node->name})
                               : phrase("Inspector", "Put a %1 behind %2").with({type, node->name}),
                        [name = node->name, type, attrs, before](Document& d) {
                            if (before) insertBefore(d, name, 0, type, attrs);
                            else insertAfter(d, name, type, attrs);
                        }};
    },
};

} // namespace ds::inspector
