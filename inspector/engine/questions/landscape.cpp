// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/train/checkpointing.h"
#include "inspector/engine/laboratory.h"
#include "inspector/engine/landscape.h"

namespace ds::inspector {

namespace {

Result<Json> landscape(Laboratory& laboratory, const Json& question, const Laboratory::Progress& progress)
{
    LandscapeSettings settings;
    settings.points = std::clamp(question.value("points", settings.points), 3, 201);
    settings.span = question.value("span", settings.span);
    settings.samples = question.value("samples", settings.samples);
    settings.seed = question.value("seed", settings.seed);
    const LoadedModel* model = DS_TRY(laboratory.model());
    const DataSets* data = DS_TRY(laboratory.data());
    const Document& document = model->learner->document();
    // That one's weights never change.
    const auto learner = DS_TRY(Learner::create(document, {laboratory.device(), model->seed, 4, false}));
    DS_TRY(adoptTensors(model->path, *learner));
    const int64_t batch = std::max(document.training.integer("batch_size"), document.training.integer("evaluation_batch_size"));
    const Landscape seen = DS_TRY(findLandscape(*learner, data->train, batch, settings, progress));
    Json losses = Json::array();
    for (const double loss : seen.losses) losses.push_back(loss); // infinite: null
    return Json{{"points", seen.points}, {"span", seen.span}, {"losses", std::move(losses)}};
}

} // namespace

extern const QuestionSpec question_landscape;
const QuestionSpec question_landscape = {
    .name = "landscape",
    .doc = "{} with \"points\", \"span\", \"samples\" and \"seed\" if they are not the usual ones: the loss around the weights of the run, "
           "over "
           "training samples. Gives {\"points\", \"span\", \"losses\"}: row by row; null where the loss is no number.",
    .answer = landscape,
};

} // namespace ds::inspector
