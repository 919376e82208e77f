// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/optim/schedule.h"

namespace ds {

extern const ScheduleSpec schedule_plateau = {
    .name = "plateau",
    .doc = "Multiplied by gamma when the monitored figure has not improved for a while.",
    .attributes = {{.name = "gamma", .type = AttrType::Float, .fallback = 0.1, .min = 0, .max = 1, .doc = "Factor of each reduction."},
                   {.name = "patience",
                    .type = AttrType::Int,
                    .fallback = int64_t{2},
                    .min = 1,
                    .max = 1e6,
                    .unit = "validations",
                    .doc = "Validations without an improvement before a reduction."},
                   {.name = "minimum", .type = AttrType::Float, .fallback = 0.0, .min = 0, .max = 1, .doc = "Least factor."}},
    .factor = [](const Attrs& attrs, const ScheduleTime& time) -> double {
        return std::max(attrs.number("minimum"), std::pow(attrs.number("gamma"), time.reductions));
    },
    .watchesPlateau = true,
};

} // namespace ds
