// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_loader_threads = {
    .name = "loader_threads",
    .title = "Read data with more threads",
    .doc = "Samples are then read and transformed side by side.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Facts* facts = call.trace.facts();
        if (!facts || facts->loaderThreads >= facts->processors) return {};
        return QuickFix{phrase("Inspector", "%1 threads that read data").with({std::to_string(facts->processors)}),
                        [threads = int64_t{facts->processors}](Document& d) { d.training.set("loader_threads", threads); }};
    },
};

} // namespace ds::inspector
