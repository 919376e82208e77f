// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_warm_up = {
    .name = "warm_up",
    .title = "Warm up",
    .doc = "Begins with small steps while moments and weights are still far from usual (Goyal et al., 2017).",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const AttrValue* before = call.document.schedule.attrs.find("warmup_steps");
        if (before && attrText(*before) != "0") return {};
        const int64_t updates = call.trace.facts() ? call.trace.facts()->updates : 1000;
        const int64_t steps = std::max<int64_t>(10, updates / 20);
        return QuickFix{phrase("Inspector", "Let the learning rate rise for %1 steps").with({std::to_string(steps)}), [steps](Document& d) {
                            if (d.schedule.type.empty()) d.schedule.type = "constant";
                            d.schedule.attrs.set("warmup_steps", steps);
                        }};
    },
};

} // namespace ds::inspector
