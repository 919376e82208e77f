// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/data/npy_file.h"
#include "core/train/prediction.h"
#include "inspector/engine/laboratory.h"
#include "inspector/engine/sample_reading.h"

namespace ds::inspector {

namespace {

Result<Json> sample(Laboratory& laboratory, const Json& question, const Laboratory::Progress&)
{
    const auto index = question.at("sample").get<int64_t>();
    const auto folder = question.at("to").get<std::string>();
    const LoadedModel* model = DS_TRY(laboratory.model());
    std::string set;
    const std::shared_ptr<const Dataset> data = DS_TRY(laboratory.unseen(&set));
    const Feeds fields = DS_TRY(readSample(*data, index));
    const std::vector<std::string> inputs = inputFields(model->learner->document());
    const std::string file = (std::filesystem::path(folder) / "sample.npy").string();
    Json answer{{"set", set}, {"sample", index}, {"truth", nullptr}, {"input", nullptr}, {"words", Json::array()}};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Field& field = data->fields()[i];
        if (field.target) answer["truth"] = targetJson(field, fields[i].value);
        if (inputs.empty() || field.name != inputs.front()) continue;
        DS_TRY(writeNpy(file, fields[i].value));
        answer["input"] = file;
        answer["words"] = wordsJson(field, fields[i].value);
    }
    return answer;
}

} // namespace

extern const QuestionSpec question_sample;
const QuestionSpec question_sample = {
    .name = "sample",
    .doc = "{\"sample\", \"to\"}: one sample that the model was not trained on. Writes its first input into the folder \"to\". Gives "
           "{\"set\", \"sample\", \"truth\", \"input\", \"words\"}: the file, and the words of a text.",
    .answer = sample,
};

} // namespace ds::inspector
