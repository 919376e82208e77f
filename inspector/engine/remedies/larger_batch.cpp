// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_larger_batch = {
    .name = "larger_batch",
    .title = "Take larger batches",
    .doc = "Gradients and moments of more samples have less noise.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Attrs& training = call.document.training;
        const int64_t before = training.has("batch_size") ? training.integer("batch_size") : 32;
        const int64_t after = std::max<int64_t>(32, 4 * before);
        if (call.trace.facts() && after > call.trace.facts()->samples) return {};
        return QuickFix{phrase("Inspector", "Take batches of %1").with({std::to_string(after)}),
                        [after](Document& d) { d.training.set("batch_size", after); }};
    },
};

} // namespace ds::inspector
