// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/data/npy_file.h"
#include "inspector/engine/laboratory.h"

namespace ds::inspector {

extern const QuestionSpec question_tensor;
const QuestionSpec question_tensor = {
    .name = "tensor",
    .doc =
        "{\"step\", \"value\", \"to\"}: writes one value of that step (its place among StepOps::values) as an .npy file. Gives {\"to\"}.",
    .answer = [](Laboratory& laboratory, const Json& question, const Laboratory::Progress& progress) -> Result<Json> {
        const auto to = question.at("to").get<std::string>();
        const int value = question.at("value").get<int>();
        StepAgain* again = DS_TRY(laboratory.step(question.at("step").get<int64_t>(), progress));
        DS_TRY(writeNpy(to, DS_TRY(again->value(value))));
        return Json{{"to", to}};
    },
};

} // namespace ds::inspector
