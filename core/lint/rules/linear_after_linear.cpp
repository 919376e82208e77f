// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_linear_after_linear = {
    .name = "linear_after_linear",
    .doc = "Two linear layers without an activation between them are one linear layer (UMLAUT, NeuraLint: linear hidden activation).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            const auto linear = [&](const LayerNode& node) {
                return !node.muted && (node.type == "Dense" || (call.category(node) == "convolution" && node.type.starts_with("Conv")));
            };
            for (const LayerNode& node : call.document.model.layers) {
                if (!linear(node)) continue;
                const LayerNode* before = call.before(node);
                if (!before || !linear(*before) || call.after(*before).size() != 1) continue;
                problems.push_back(
                    {.layer = node.name,
                     .text = phrase("Lint", "Nothing bends between %1 and %2.").with({before->name, node.name}),
                     .more = phrase("Lint", "Without an activation the two are as good as one layer."),
                     .fixes = {{phrase("Lint", "Insert ReLU"), [name = node.name](Document& d) { insertBefore(d, name, 0, "ReLU"); }}}});
            }
        },
};

} // namespace ds
