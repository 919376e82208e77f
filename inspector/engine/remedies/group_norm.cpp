// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_group_norm = {
    .name = "group_norm",
    .title = "Normalise each sample by itself",
    .doc = "Group normalisation does not depend on the batch (Wu & He, 2018).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const std::vector<std::string> norms = namesOfType(call.document.model, {"BatchNorm"});
        if (norms.empty()) return {};
        return QuickFix{phrase("Inspector", "Put GroupNorm in the place of BatchNorm"), [](Document& d) {
                            for (LayerNode& layer : d.model.layers)
                                if (layer.type == "BatchNorm") layer.type = "GroupNorm", layer.attrs = {{"groups", 1}};
                        }};
    },
};

} // namespace ds::inspector
