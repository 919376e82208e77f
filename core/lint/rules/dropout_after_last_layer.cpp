// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_dropout_after_last_layer = {
    .name = "dropout_after_last_layer",
    .doc = "Dropping outputs adds noise straight to the loss and helps nothing.",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            const LayerNode* last = call.prediction();
            if (!last || last->muted || !last->type.starts_with("Dropout")) return;
            problems.push_back(
                {.layer = last->name,
                 .text = phrase("Lint", "%1 drops outputs of the model.").with({last->name}),
                 .more = phrase("Lint", "Dropout belongs before the last layer with weights."),
                 .fixes = {{phrase("Lint", "Remove %1").with({last->name}), [name = last->name](Document& d) { removeLayer(d, name); }}}});
        },
};

} // namespace ds
