// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_memory_budget = {
    .name = "memory_budget",
    .title = "Give the run a memory budget",
    .doc = "Results are then computed again instead of kept, which takes time but no memory (Chen et al., 2016).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Facts* facts = call.trace.facts();
        if (!facts || facts->memory == 0) return {};
        const auto mebibytes = static_cast<int64_t>(facts->memory * 7 / 10 >> 20);
        return QuickFix{phrase("Inspector", "At most %1 MiB").with({std::to_string(mebibytes)}),
                        [mebibytes](Document& d) { d.training.set("memory_budget", mebibytes); }};
    },
};

} // namespace ds::inspector
