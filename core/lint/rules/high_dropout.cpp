// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_high_dropout = {
    .name = "high_dropout",
    .doc = "More than half dropped in one place starves what follows (UMLAUT).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            for (const LayerNode& node : call.document.model.layers) {
                const AttrValue* rate = node.type.starts_with("Dropout") ? call.attribute(node, "rate") : nullptr;
                if (node.muted || !rate || !std::holds_alternative<double>(*rate) || std::get<double>(*rate) <= 0.5) continue;
                problems.push_back({.layer = node.name,
                                    .field = "rate",
                                    .text = phrase("Lint", "%1 drops more than half.").with({node.name}),
                                    .more = phrase("Lint", "0.1 to 0.5 are usual."),
                                    .fixes = {{phrase("Lint", "Set the rate to 0.5"),
                                               [name = node.name](Document& d) { setAttribute(d, name, "rate", 0.5); }}}});
            }
        },
};

} // namespace ds
