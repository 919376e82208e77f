// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_softmax_before_cross_entropy = {
    .name = "softmax_before_cross_entropy",
    .doc = "Cross entropy takes the softmax itself; a second one flattens the gradient (UMLAUT, NeuraLint: loss on the wrong side of the "
           "activation).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            if (call.document.loss.type != "cross_entropy" && call.document.loss.type != "focal") return;
            const LayerNode* last = call.prediction();
            if (!last || last->muted || (last->type != "Softmax" && last->type != "LogSoftmax")) return;
            problems.push_back(
                {.layer = last->name,
                 .text = phrase("Lint", "%1 applies a softmax that the loss applies again.").with({last->name}),
                 .more = phrase("Lint", "Training gets slow and stays inaccurate. Predictions get their softmax by themselves."),
                 .fixes = {{phrase("Lint", "Remove %1").with({last->name}), [name = last->name](Document& d) { removeLayer(d, name); }}}});
        },
};

} // namespace ds
