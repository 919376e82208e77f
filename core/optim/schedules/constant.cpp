// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/optim/schedule.h"

namespace ds {

extern const ScheduleSpec schedule_constant = {
    .name = "constant",
    .doc = "The same all the time.",
    .attributes = {},
    .factor = [](const Attrs& attrs, const ScheduleTime& time) -> double {
        (void)attrs;
        (void)time;
        return 1;
    },
};

} // namespace ds
