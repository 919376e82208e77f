// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_fewer_loader_threads = {
    .name = "fewer_loader_threads",
    .title = "Read data with fewer threads",
    .doc = "Then they do not take the processors from those that compute.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Facts* facts = call.trace.facts();
        const int threads = facts ? std::max(1, facts->processors / 2) : 0;
        if (!facts || facts->loaderThreads <= threads) return {};
        return QuickFix{phrase("Inspector", "%1 threads that read data").with({std::to_string(threads)}),
                        [threads](Document& d) { d.training.set("loader_threads", int64_t{threads}); }};
    },
};

} // namespace ds::inspector
