// SPDX-License-Identifier: Apache-2.0
#include "core/layers/layer.h"
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_free_output = {
    .name = "free_output",
    .title = "Remove the last activation",
    .doc = "The loss then gets plain scores, and quantities can take any value.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const LayerNode* last = layerAt(call.document, call.finding.place);
        if (!last || last->name != predictionOf(call.document)) return {};
        if (const LayerSpec* spec = findLayer(last->type); !spec || spec->category != "activation") return {};
        return QuickFix{phrase("Lint", "Remove %1").with({last->name}), [name = last->name](Document& d) { removeLayer(d, name); }};
    },
};

} // namespace ds::inspector
