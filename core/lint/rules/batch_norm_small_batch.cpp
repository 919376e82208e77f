// SPDX-License-Identifier: Apache-2.0
#include "core/lint/lint.h"

namespace ds {

extern const LintSpec lint_batch_norm_small_batch = {
    .name = "batch_norm_small_batch",
    .doc = "Moments of fewer than 8 samples are noise (Wu and He, Group Normalization, 2018).",
    .check =
        [](const LintCall& call, std::vector<Problem>& problems) {
            const AttrValue* batch = call.document.training.find("batch_size");
            if (!batch || !std::holds_alternative<int64_t>(*batch) || std::get<int64_t>(*batch) >= 8) return;
            for (const LayerNode& node : call.document.model.layers) {
                if (node.muted || node.type != "BatchNorm") continue;
                problems.push_back({.layer = node.name,
                                    .field = "training",
                                    .text = phrase("Lint", "%1 takes its moments from batches of %2.").with({node.name, attrText(*batch)}),
                                    .more = phrase("Lint", "Use batches of 8 or more, or a GroupNorm.")});
                return;
            }
        },
};

} // namespace ds
