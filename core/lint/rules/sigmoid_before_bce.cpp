// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_sigmoid_before_bce = {
    .name = "sigmoid_before_bce",
    .doc = "Binary cross entropy takes the sigmoid itself (NeuraLint: loss on the wrong side of the activation).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            const LayerNode* last = call.prediction();
            if (call.document.loss.type != "bce" || !last || last->muted || last->type != "Sigmoid") return;
            problems.push_back(
                {.layer = last->name,
                 .text = phrase("Lint", "%1 applies a sigmoid that the loss applies again.").with({last->name}),
                 .more = phrase("Lint", "Training gets slow and stays inaccurate."),
                 .fixes = {{phrase("Lint", "Remove %1").with({last->name}), [name = last->name](Document& d) { removeLayer(d, name); }}}});
        },
};

} // namespace ds
