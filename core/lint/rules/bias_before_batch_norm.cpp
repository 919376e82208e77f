// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_bias_before_batch_norm = {
    .name = "bias_before_batch_norm",
    .doc = "Batch norm subtracts the mean and with it every bias before it (NeuraLint: useless bias).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            for (const LayerNode& node : call.document.model.layers) {
                const AttrValue* bias = call.attribute(node, "bias");
                if (node.muted || !bias || !std::holds_alternative<bool>(*bias) || !std::get<bool>(*bias)) continue;
                const std::vector<const LayerNode*> next = call.after(node);
                if (next.size() != 1 || next.front()->type != "BatchNorm") continue;
                const TensorType* out = call.output(node);
                // Dense has its units last, convolutions their channels second.
                const int64_t size = !out ? 0 : call.category(node) == "dense" ? out->shape[-1] : out->shape[1];
                problems.push_back({.layer = node.name,
                                    .field = "bias",
                                    .text = phrase("Lint", "%1 has a bias that %2 cancels.").with({node.name, next.front()->name}),
                                    .more = size ? phrase("Lint", "%1 parameters do nothing.").with({std::to_string(size)})
                                                 : phrase("Lint", "Its parameters do nothing."),
                                    .fixes = {{phrase("Lint", "Turn off the bias"),
                                               [name = node.name](Document& d) { setAttribute(d, name, "bias", false); }}}});
            }
        },
};

} // namespace ds
