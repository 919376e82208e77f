// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_unused_layer = {
    .name = "unused_layer",
    .doc = "A layer that nothing reads costs time in the drawing only: it is not run.",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            const LayerNode* last = call.prediction();
            for (const LayerNode& node : call.document.model.layers) {
                if (&node == last || node.type == "Output" || node.type == "Input" || !call.after(node).empty()) continue;
                const AttrValue* target = call.document.loss.attrs.find("target");
                const std::string* name = target ? std::get_if<std::string>(target) : nullptr;
                if (name && name->substr(0, name->find(':')) == node.name) continue;
                problems.push_back({.layer = node.name,
                                    .text = phrase("Lint", "Nothing reads %1.").with({node.name}),
                                    .more = phrase("Lint", "It is not run."),
                                    .fixes = {{phrase("Lint", "Remove %1").with({node.name}),
                                               [name = node.name](Document& d) { removeLayer(d, name); }}}});
            }
        },
};

} // namespace ds
