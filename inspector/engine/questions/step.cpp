// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "inspector/engine/laboratory.h"

namespace ds::inspector {

extern const QuestionSpec question_step;
const QuestionSpec question_step = {
    .name = "step",
    .doc = "{\"step\"}: makes a step of the run again with everything watched. Gives what madeAgainToJson() writes.",
    .answer = [](Laboratory& laboratory, const Json& question, const Laboratory::Progress& progress) -> Result<Json> {
        const StepAgain* again = DS_TRY(laboratory.step(question.at("step").get<int64_t>(), progress));
        return madeAgainToJson(again->seen());
    },
};

} // namespace ds::inspector
