// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_batch_norm_after_dropout = {
    .name = "batch_norm_after_dropout",
    .doc = "Dropout changes the variance between training and evaluation, which batch norm then gets wrong (Li et al., 2018; NeuraLint).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            for (const LayerNode& node : call.document.model.layers) {
                if (node.muted || node.type != "BatchNorm") continue;
                const LayerNode* before = call.before(node);
                if (!before || before->type != "Dropout") continue;
                problems.push_back(
                    {.layer = node.name,
                     .text = phrase("Lint", "%1 learns its variance from what %2 thinned out.").with({node.name, before->name}),
                     .more = phrase("Lint", "In evaluation nothing is dropped and the variance is another. Put the dropout behind."),
                     .fixes = {{phrase("Lint", "Remove %1").with({before->name}),
                                [name = before->name](Document& d) { removeLayer(d, name); }}}});
            }
        },
};

} // namespace ds
