// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/train/evaluator.h"
#include "core/train/prediction.h"
#include "core/train/sample_verdicts.h"
#include "inspector/engine/laboratory.h"

namespace ds::inspector {

namespace {

Result<Json> samples(Laboratory& laboratory, const Json&, const Laboratory::Progress&)
{
    const LoadedModel* model = DS_TRY(laboratory.model());
    std::string set;
    const std::shared_ptr<const Dataset> data = DS_TRY(laboratory.unseen(&set));
    const Attrs& training = model->learner->document().training;
    const int64_t batch = std::max(training.integer("batch_size"), training.integer("evaluation_batch_size"));
    Json answer = verdictsJson(DS_TRY(evaluateAll(*model->learner, data, std::min(batch, data->size()), 1, {})), set);
    answer["count"] = data->size();
    answer["inputs"] = inputFields(model->learner->document());
    answer["classes"] = Json::array();
    for (const Field& field : data->fields())
        if (field.target) answer["classes"] = field.classes;
    return answer;
}

} // namespace

extern const QuestionSpec question_samples;
const QuestionSpec question_samples = {
    .name = "samples",
    .doc = "{}: the samples with the least and the greatest loss among those that the model was not trained on. Gives what verdictsJson() "
           "writes, with \"count\" of all, \"inputs\" (fields) and \"classes\".",
    .answer = samples,
};

} // namespace ds::inspector
