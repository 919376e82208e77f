// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "core/train/evaluator.h"
#include "inspector/engine/examine.h"
#include "inspector/engine/laboratory.h"

namespace ds::inspector {

extern const QuestionSpec question_trained;
const QuestionSpec question_trained = {
    .name = "trained",
    .doc =
        "{}: what becomes of the project when it is trained to its end, without records. {\"metrics\": {NAME: VALUE}} on what it was not "
        "trained on; empty if its loss was no number on the way.",
    .answer = [](Laboratory& laboratory, const Json&, const Laboratory::Progress&) -> Result<Json> {
        constexpr double nothing = 1e-9; // is watched
        RunParts parts = DS_TRY(laboratory.training());
        const Examination seen = DS_TRY(examine(parts, {.updates = parts.totalUpdates, .budget = nothing, .evaluations = 0}));
        Json metrics = Json::object();
        const std::shared_ptr<const Dataset>& unseen = parts.data.test ? parts.data.test : parts.data.validation;
        if (unseen && !seen.trace.failure()) {
            const EvaluationResult result = DS_TRY(evaluateAll(*parts.learner, unseen, parts.evaluationBatch, 0, parts.metrics));
            for (const auto& [name, value] : result.metrics) metrics[name] = value;
        }
        return Json{{"metrics", std::move(metrics)}};
    },
};

} // namespace ds::inspector
