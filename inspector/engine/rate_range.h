// SPDX-License-Identifier: Apache-2.0
// Which learning rates go with a project: the loss while the rate rises from step to step (Smith, "Cyclical Learning Rates for Training
// Neural Networks", 2017, section 3.3).
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/base/error.h"
#include "core/base/json.h"

namespace ds {
struct RunParts;
}

namespace ds::inspector {

struct RateRangeSettings {
    double lowest = 1e-6, highest = 10;
    int64_t steps = 120; ///< updates from the lowest to the highest, in equal factors
};

struct RateRange {
    std::vector<double> rates, losses; ///< of each update that was made
    std::vector<double> smoothed;      ///< the mean of the losses so far, the last ones counting most
    bool diverged = false;             ///< it ended since the loss had grown far beyond its least value, or was no number any more
    double suggested = 0;              ///< where the smoothed loss falls most steeply; 0: it does not fall anywhere
    double highest = 0;                ///< where it is least: beyond, training gets worse; 0: it does not fall anywhere
};

/// Trains from where the parts stand, and leaves them spoilt. `progress` hears how many updates there have been. Errors: a step that
/// fails for another reason than its loss.
Result<RateRange> findRateRange(RunParts& parts, const RateRangeSettings& settings = {}, const std::function<void(int64_t)>& progress = {});

/// Fills in what follows from rates and losses.
void judgeRates(RateRange& range);

Json rateRangeToJson(const RateRange& range);
/// An error if it is damaged.
Result<RateRange> rateRangeFromJson(const Json& json);

} // namespace ds::inspector
