// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <numeric>

#include <nlohmann/json.hpp>

#include "core/data/npy_file.h"
#include "core/train/prediction.h"
#include "inspector/engine/explanation.h"
#include "inspector/engine/laboratory.h"
#include "inspector/engine/sample_reading.h"

namespace ds::inspector {

namespace {

constexpr int classesTold = 5;

Result<Json> explain(Laboratory& laboratory, const Json& question, const Laboratory::Progress&)
{
    const auto method = question.at("method").get<std::string>(), folder = question.at("to").get<std::string>();
    const auto index = question.at("sample").get<int64_t>();
    const ExplanationSpec* spec = findExplanation(method);
    if (!spec) return Error{phrase("Inspector", "there is no explanation \"%1\"").with({method}), "", ""};
    const LoadedModel* model = DS_TRY(laboratory.model());
    std::string set;
    const std::shared_ptr<const Dataset> data = DS_TRY(laboratory.unseen(&set));
    const Document& document = model->learner->document();
    const std::vector<std::string> inputs = inputFields(document);
    Feeds sample = DS_TRY(readSample(*data, index));
    Json answer{{"set", set}, {"sample", index}, {"method", method}, {"truth", nullptr}};
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (data->fields()[i].target) answer["truth"] = targetJson(data->fields()[i], sample[i].value);
    std::erase_if(sample, [&](const Feed& feed) { return std::find(inputs.begin(), inputs.end(), feed.name) == inputs.end(); });
    const std::string field = question.value("field", inputs.empty() ? std::string() : inputs.front());
    std::optional<int64_t> target;
    if (question.contains("target") && question["target"].is_number_integer()) target = question["target"].get<int64_t>();
    const auto score = DS_TRY(ScoreFunction::make(*model->learner, data->fields(), sample, field, target));
    const Tensor map = DS_TRY(spec->explain(*score));
    namespace fs = std::filesystem;
    const std::string input = (fs::path(folder) / "sample.npy").string(), counts = (fs::path(folder) / "map.npy").string();
    answer["words"] = Json::array();
    for (const Feed& feed : sample) {
        if (feed.name != field) continue;
        DS_TRY(writeNpy(input, feed.value));
        const auto of = std::find_if(data->fields().begin(), data->fields().end(), [&](const Field& f) { return f.name == field; });
        answer["words"] = wordsJson(*of, feed.value);
    }
    DS_TRY(writeNpy(counts, map));
    answer["field"] = field;
    answer["target"] = score->target();
    answer["class"] = nullptr;
    for (const Field& of : data->fields())
        if (of.target && static_cast<std::size_t>(score->target()) < of.classes.size())
            answer["class"] = of.classes[static_cast<std::size_t>(score->target())];
    answer["prediction"] = predictionJson(document, model->fitted, score->prediction(), classesTold);
    answer["score"] = DS_TRY(score->scores(score->entry())).front();
    answer["nothing"] = DS_TRY(score->scores(score->baseline())).front();
    answer["input"] = input;
    answer["map"] = counts;
    return answer;
}

} // namespace

extern const QuestionSpec question_explain;
const QuestionSpec question_explain = {
    .name = "explain",
    .doc = "{\"sample\", \"method\", \"to\"} with \"field\" and \"target\" if they are not the first input and the predicted class: how "
           "much each place of "
           "a sample that the model was not trained on counts for a score (explanation.h). Writes sample.npy and map.npy into the folder "
           "\"to\". "
           "Gives {\"set\", \"sample\", \"method\", \"field\", \"target\", \"class\", \"truth\", \"prediction\", \"score\", \"nothing\", "
           "\"input\", "
           "\"map\", \"words\"}: "
           "\"prediction\" as predictSample(), \"nothing\" is the score of the baseline, \"words\" are those of a text.",
    .answer = explain,
};

} // namespace ds::inspector
