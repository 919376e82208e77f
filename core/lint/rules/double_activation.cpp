// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_double_activation = {
    .name = "double_activation",
    .doc = "An activation right after an activation seldom is what was meant (NeuraLint).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            for (const LayerNode& node : call.document.model.layers) {
                if (node.muted || call.category(node) != "activation") continue;
                const LayerNode* before = call.before(node);
                if (!before || call.category(*before) != "activation") continue;
                problems.push_back({.layer = node.name,
                                    .text = phrase("Lint", "%1 follows the activation %2.").with({node.name, before->name}),
                                    .more = phrase("Lint", "Two in a row seldom help."),
                                    .fixes = {{phrase("Lint", "Remove %1").with({node.name}),
                                               [name = node.name](Document& d) { removeLayer(d, name); }}}});
            }
        },
};

} // namespace ds
