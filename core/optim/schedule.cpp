// SPDX-License-Identifier: Apache-2.0
#include "core/optim/schedule.h"

#include <algorithm>

namespace ds {

#define DS_SCHEDULE(name) extern const ScheduleSpec schedule_##name;
#include "schedules.inc"
#undef DS_SCHEDULE

const std::vector<const ScheduleSpec*>& allSchedules()
{
    static const std::vector<const ScheduleSpec*> list = {
#define DS_SCHEDULE(name) &schedule_##name,
#include "schedules.inc"
#undef DS_SCHEDULE
    };
    return list;
}

const ScheduleSpec* findSchedule(std::string_view name)
{
    for (const ScheduleSpec* spec : allSchedules())
        if (spec->name == name) return spec;
    return nullptr;
}

std::vector<std::string_view> scheduleNames()
{
    std::vector<std::string_view> names;
    for (const ScheduleSpec* spec : allSchedules()) names.push_back(spec->name);
    return names;
}

std::vector<AttrSpec> scheduleAttributes(const ScheduleSpec& spec)
{
    std::vector<AttrSpec> attributes = spec.attributes;
    attributes.push_back({.name = "warmup_steps",
                          .type = AttrType::Int,
                          .fallback = int64_t{0},
                          .min = 0,
                          .max = 1e15,
                          .unit = "steps",
                          .doc = "Steps in which the learning rate rises evenly at first."});
    attributes.push_back({.name = "warmup_from",
                          .type = AttrType::Float,
                          .fallback = 0.0,
                          .min = 0,
                          .max = 1,
                          .doc = "Factor at the first step of the warm-up."});
    return attributes;
}

double scheduleFactor(const ScheduleSpec& spec, const Attrs& attrs, double step, double totalSteps, double stepsPerEpoch, int reductions)
{
    const double warmup = std::min(static_cast<double>(attrs.integer("warmup_steps")), totalSteps);
    const ScheduleTime time{std::max(0.0, step - warmup), std::max(1.0, totalSteps - warmup), std::max(1.0, stepsPerEpoch), reductions};
    const double factor = spec.factor(attrs, time);
    if (step >= warmup) return factor;
    const double from = attrs.number("warmup_from");
    return factor * (from + (1 - from) * (step + 1) / (warmup + 1));
}

} // namespace ds
