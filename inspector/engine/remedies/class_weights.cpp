// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_class_weights = {
    .name = "class_weights",
    .title = "Weigh the classes",
    .doc = "Samples of rare classes count for more, so that all classes count alike (King & Zeng, 2001).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const Facts* facts = call.trace.facts();
        const FieldFacts* target = facts ? facts->target() : nullptr;
        if (!target || target->counts.size() < 2 || call.document.loss.type != "cross_entropy") return {};
        double all = 0;
        for (int64_t count : target->counts) all += static_cast<double>(count);
        Floats weights;
        constexpr double most = 20;
        for (int64_t count : target->counts)
            weights.push_back(
                std::min(most, all / static_cast<double>(std::max<int64_t>(1, count)) / static_cast<double>(target->counts.size())));
        return QuickFix{phrase("Inspector", "Let all classes count alike"),
                        [weights](Document& d) { d.loss.attrs.set("class_weights", weights); }};
    },
};

} // namespace ds::inspector
