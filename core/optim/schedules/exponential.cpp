// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/optim/schedule.h"

namespace ds {

extern const ScheduleSpec schedule_exponential = {
    .name = "exponential",
    .doc = "Falls evenly on a logarithmic scale: multiplied by gamma in the course of each epoch.",
    .attributes = {{.name = "gamma", .type = AttrType::Float, .fallback = 0.9, .min = 1e-9, .max = 1, .doc = "Factor of one epoch."}},
    .factor = [](const Attrs& attrs, const ScheduleTime& time) -> double {
        return std::pow(attrs.number("gamma"), time.step / time.stepsPerEpoch);
    },
};

} // namespace ds
