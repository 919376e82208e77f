// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/optim/schedule.h"

namespace ds {

extern const ScheduleSpec schedule_step = {
    .name = "step",
    .doc = "Multiplied by gamma after every so many epochs.",
    .attributes =
        {{.name = "every", .type = AttrType::Float, .fallback = 1.0, .min = 1e-6, .unit = "epochs", .doc = "Epochs between reductions."},
         {.name = "gamma", .type = AttrType::Float, .fallback = 0.1, .min = 0, .max = 1, .doc = "Factor of each reduction."}},
    .factor = [](const Attrs& attrs, const ScheduleTime& time) -> double {
        return std::pow(attrs.number("gamma"), std::floor(time.step / time.stepsPerEpoch / attrs.number("every")));
    },
};

} // namespace ds
