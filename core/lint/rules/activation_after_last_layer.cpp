// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_activation_after_last_layer = {
    .name = "activation_after_last_layer",
    .doc = "Cross entropy wants scores of any sign; a ReLU before it cuts off what would be negative (UMLAUT: non-linear last layer).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            if (call.document.loss.type != "cross_entropy" && call.document.loss.type != "focal" && call.document.loss.type != "bce")
                return;
            const LayerNode* last = call.prediction();
            if (!last || last->muted || call.category(*last) != "activation") return;
            if (last->type == "Softmax" || last->type == "LogSoftmax" || last->type == "Sigmoid") return; // rules of their own
            problems.push_back(
                {.layer = last->name,
                 .text = phrase("Lint", "%1 limits the scores that the loss gets.").with({last->name}),
                 .more = phrase("Lint", "The loss takes scores of any sign."),
                 .fixes = {{phrase("Lint", "Remove %1").with({last->name}), [name = last->name](Document& d) { removeLayer(d, name); }}}});
        },
};

} // namespace ds
