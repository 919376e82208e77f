// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_leaky_relu = {
    .name = "leaky_relu",
    .title = "Take a leaky ReLU",
    .doc = "It lets a little through where ReLU gives 0, so that units can come back (Maas et al., 2013).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        if (namesOfType(call.document.model, {"ReLU"}).empty()) return {};
        return QuickFix{phrase("Inspector", "Put LeakyReLU in the place of ReLU"), [](Document& d) {
                            for (LayerNode& node : d.model.layers)
                                if (node.type == "ReLU") node.type = "LeakyReLU";
                        }};
    },
};

} // namespace ds::inspector
