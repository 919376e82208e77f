// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/remedy.h"

namespace ds::inspector {

extern const RemedySpec remedy_longer_training = {
    .name = "longer_training",
    .title = "Train longer",
    .doc = "Where the loss still falls at the end, more of the same helps.",
    .propose = [](const RemedyCall& call) -> std::optional<QuickFix> {
        const auto& steps = call.trace.steps();
        const std::size_t quarter = steps.size() / 4;
        if (quarter < 10) return {};
        std::vector<double> before, end;
        for (std::size_t i = 0; i < quarter; ++i) {
            before.push_back(steps[steps.size() - 2 * quarter + i].loss);
            end.push_back(steps[steps.size() - quarter + i].loss);
        }
        if (median(std::move(end)) > 0.98 * median(std::move(before))) return {};
        constexpr int64_t times = 10;
        return QuickFix{phrase("Inspector", "Train %1 times as long").with({std::to_string(times)}), [](Document& d) {
                            if (d.training.has("steps") && d.training.integer("steps") > 0)
                                d.training.set("steps", times * d.training.integer("steps"));
                            else d.training.set("epochs", times * (d.training.has("epochs") ? d.training.integer("epochs") : 10));
                        }};
    },
};

} // namespace ds::inspector
