// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "inspector/engine/laboratory.h"
#include "inspector/engine/point_sources.h"

namespace ds::inspector {

namespace {

Result<Json> projectable(Laboratory& laboratory, const Json&, const Laboratory::Progress&)
{
    const LoadedModel* model = DS_TRY(laboratory.model());
    std::string set;
    const std::shared_ptr<const Dataset> data = DS_TRY(laboratory.unseen(&set));
    Json answer{{"set", set}, {"count", data->size()}, {"results", Json::array()}, {"parameters", Json::array()}};
    const std::vector<PointSource> sources = DS_TRY(pointSources(model->learner->document(), data->fields()));
    for (const PointSource& source : sources)
        answer[source.parameter ? "parameters" : "results"].push_back(
            {{"name", source.name}, {"shape", source.shape.vector()}, {"features", source.features}, {"field", source.field}});
    return answer;
}

} // namespace

extern const QuestionSpec question_projectable;
const QuestionSpec question_projectable = {
    .name = "projectable",
    .doc = "{}: what \"projection\" can be asked of. Gives {\"set\", \"count\", \"results\", \"parameters\"}: \"count\" samples that the "
           "model was not trained on; of each result and parameter {\"name\", \"shape\", \"features\", \"field\"}, where \"field\" is the "
           "input whose words are the rows of a table, or empty.",
    .answer = projectable,
};

} // namespace ds::inspector
