// SPDX-License-Identifier: Apache-2.0
// How the learning rate changes over training. Each schedule is one file in schedules/.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/attributes.h"

namespace ds {

/// Where training stands.
struct ScheduleTime {
    double step = 0;       ///< updates done so far, those of the warm-up not counted
    double totalSteps = 1; ///< ... of the whole run
    double stepsPerEpoch = 1;
    int reductions = 0; ///< how often the monitored figure has come to a plateau
};

struct ScheduleSpec {
    std::string_view name, doc;
    std::vector<AttrSpec> attributes;
    /// Factor on the optimiser's learning rate.
    double (*factor)(const Attrs& attrs, const ScheduleTime& time);
    bool watchesPlateau = false; ///< has the attributes patience and minimum_improvement
};

const std::vector<const ScheduleSpec*>& allSchedules();
const ScheduleSpec* findSchedule(std::string_view name);
std::vector<std::string_view> scheduleNames();
/// The schedule's own attributes and those that all have: warmup_steps, warmup_from.
std::vector<AttrSpec> scheduleAttributes(const ScheduleSpec& spec);

/// Factor for the update number `step` (from 0) of `totalSteps`, a linear warm-up in front.
double scheduleFactor(const ScheduleSpec& spec, const Attrs& attrs, double step, double totalSteps, double stepsPerEpoch, int reductions);

} // namespace ds
