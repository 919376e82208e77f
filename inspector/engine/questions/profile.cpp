// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/train/run_parts.h"
#include "inspector/engine/laboratory.h"
#include "inspector/engine/step_profile.h"

namespace ds::inspector {

extern const QuestionSpec question_profile;
const QuestionSpec question_profile = {
    .name = "profile",
    .doc = "{\"steps\"}: where the time of a step goes, measured over so many of them from the start. Gives what profileToJson() writes.",
    .answer = [](Laboratory& laboratory, const Json& question, const Laboratory::Progress&) -> Result<Json> {
        const auto steps = question.at("steps").get<int64_t>();
        RunParts parts = DS_TRY(laboratory.training());
        return profileToJson(DS_TRY(profileSteps(parts, steps)));
    },
};

} // namespace ds::inspector
