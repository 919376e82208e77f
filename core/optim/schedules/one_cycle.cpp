// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/optim/schedule.h"

namespace ds {

extern const ScheduleSpec schedule_one_cycle = {
    .name = "one_cycle",
    .doc = "Rises to the optimiser's learning rate and falls again, along cosines (Smith & Topin, 2018).",
    .attributes = {{.name = "rise",
                    .type = AttrType::Float,
                    .fallback = 0.3,
                    .min = 0.001,
                    .max = 0.999,
                    .doc = "Share of the run in which it rises."},
                   {.name = "start", .type = AttrType::Float, .fallback = 0.04, .min = 0, .max = 1, .doc = "Factor at the first step."},
                   {.name = "minimum", .type = AttrType::Float, .fallback = 0.0001, .min = 0, .max = 1, .doc = "Factor at the end."}},
    .factor = [](const Attrs& attrs, const ScheduleTime& time) -> double {
        const double share = std::min(1.0, time.step / time.totalSteps), rise = attrs.number("rise");
        const bool rising = share < rise;
        const double from = rising ? attrs.number("start") : 1.0, to = rising ? 1.0 : attrs.number("minimum");
        const double at = rising ? share / rise : (share - rise) / (1 - rise);
        return to + (from - to) * 0.5 * (1 + std::cos(std::numbers::pi * at));
    },
};

} // namespace ds
