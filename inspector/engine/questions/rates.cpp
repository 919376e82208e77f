// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/train/run_parts.h"
#include "inspector/engine/laboratory.h"
#include "inspector/engine/rate_range.h"

namespace ds::inspector {

extern const QuestionSpec question_rates;
const QuestionSpec question_rates = {
    .name = "rates",
    .doc = "{} with \"lowest\", \"highest\" and \"steps\" if they are not the usual ones: the loss while the learning rate rises, from the "
           "start. "
           "Gives what rateRangeToJson() writes.",
    .answer = [](Laboratory& laboratory, const Json& question, const Laboratory::Progress& progress) -> Result<Json> {
        RateRangeSettings settings;
        settings.lowest = question.value("lowest", settings.lowest);
        settings.highest = question.value("highest", settings.highest);
        settings.steps = question.value("steps", settings.steps);
        RunParts parts = DS_TRY(laboratory.training());
        return rateRangeToJson(DS_TRY(findRateRange(parts, settings, progress)));
    },
};

} // namespace ds::inspector
