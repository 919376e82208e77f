// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/optim/schedule.h"

namespace ds {

extern const ScheduleSpec schedule_cosine = {
    .name = "cosine",
    .doc = "Falls along half a cosine to its minimum at the end (Loshchilov & Hutter, 2017).",
    .attributes = {{.name = "minimum", .type = AttrType::Float, .fallback = 0.0, .min = 0, .max = 1, .doc = "Factor at the end."}},
    .factor = [](const Attrs& attrs, const ScheduleTime& time) -> double {
        const double minimum = attrs.number("minimum");
        const double share = std::min(1.0, time.step / time.totalSteps);
        return minimum + (1 - minimum) * 0.5 * (1 + std::cos(std::numbers::pi * share));
    },
};

} // namespace ds
