// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_smaller_batch = {
    .name = "smaller_batch",
    .title = "Take smaller batches, several for one update",
    .doc =
        "What a step keeps in memory goes with the size of the batch; the gradients of several are added up, so that updates stay as they "
        "are.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Attrs& training = call.document.training;
        const int64_t before = training.has("batch_size") ? training.integer("batch_size") : 32;
        const int64_t together = training.has("accumulate") ? training.integer("accumulate") : 1;
        // Batch normalisation needs some samples for its moments.
        const int64_t least = namesOfType(call.document.model, {"BatchNorm"}).empty() ? 1 : 8;
        if (before % 2 != 0 || before / 2 < least) return {};
        return QuickFix{phrase("Inspector", "Take batches of %1, %2 of them for one update")
                            .with({std::to_string(before / 2), std::to_string(2 * together)}),
                        [batch = before / 2, accumulate = 2 * together](Document& d) {
                            d.training.set("batch_size", batch);
                            d.training.set("accumulate", accumulate);
                        }};
    },
};

} // namespace ds::inspector
