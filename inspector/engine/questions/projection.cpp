// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/philox.h"
#include "core/data/npy_file.h"
#include "core/train/prediction.h"
#include "inspector/engine/laboratory.h"
#include "inspector/engine/point_sources.h"
#include "inspector/engine/projection.h"
#include "inspector/engine/sample_reading.h"
#include "inspector/engine/tsne.h"

namespace ds::inspector {

namespace {

constexpr int64_t usualPoints = 1000;

/// One from each stretch of the data, so that all of it counts even if it is in some order; the same each time.
std::vector<int64_t> spread(int64_t count, int64_t samples)
{
    Rng rng(1);
    std::vector<int64_t> chosen;
    for (int64_t i = 0; i < samples; ++i) {
        const int64_t begin = count * i / samples, end = count * (i + 1) / samples;
        chosen.push_back(begin + static_cast<int64_t>(rng.below(static_cast<uint64_t>(end - begin))));
    }
    return chosen;
}

/// The most probable class with its probability, or the number where there is only one.
Json predictionOf(const Document& document, const Json& fitted, const Tensor& prediction)
{
    const Json told = predictionJson(document, fitted, prediction, 1);
    if (told.contains("classes")) return told["classes"].front();
    return told["values"].size() == 1 ? told["values"].front() : Json();
}

/// What is to be predicted of a sample; of a sequence what comes at its end.
Tensor lastTarget(const Field& field, const Tensor& value)
{
    if (value.count() < 2 || field.type.shape.rank() != 1 || !isInteger(value.dtype())) return value;
    return value.sliced(1, value.count() - 1, value.count());
}

/// Points of a layer: labels, classes and predictions of the samples.
Result<PointCloud> samplesAt(Laboratory& laboratory, const std::string& name, int64_t most, Json& answer, std::vector<int64_t>& classes)
{
    const LoadedModel* model = DS_TRY(laboratory.model());
    std::string set;
    const std::shared_ptr<const Dataset> data = DS_TRY(laboratory.unseen(&set));
    const Document& document = model->learner->document();
    const std::vector<int64_t> samples = spread(data->size(), std::min(most, data->size()));
    const int64_t batch = std::max(document.training.integer("batch_size"), document.training.integer("evaluation_batch_size"));
    LayerResults results = DS_TRY(layerResults(*model->learner, *data, samples, name, batch));
    const auto& fields = data->fields();
    const auto target = std::find_if(fields.begin(), fields.end(), [](const Field& field) { return field.target; });
    answer["set"] = set;
    answer["samples"] = samples;
    if (target != fields.end()) answer["classes"] = target->classes;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        Json label;
        int64_t place = -1;
        if (target != fields.end()) {
            const Feeds sample = DS_TRY(readSample(*data, samples[i]));
            const Tensor value = lastTarget(*target, sample[static_cast<std::size_t>(target - fields.begin())].value);
            label = targetJson(*target, value);
            if (value.count() == 1 && isInteger(value.dtype())) place = static_cast<int64_t>(value.at(0));
        }
        answer["labels"].push_back(std::move(label));
        classes.push_back(place);
        const auto row = static_cast<int64_t>(i);
        answer["predictions"].push_back(predictionOf(document, model->fitted, results.predictions.sliced(0, row, row + 1).contiguous()));
    }
    return std::move(results.points);
}

/// Points of a parameter, labelled by the words that choose its rows.
Result<PointCloud> rowsOf(Laboratory& laboratory, const PointSource& source, int64_t most, Json& answer)
{
    const LoadedModel* model = DS_TRY(laboratory.model());
    const std::shared_ptr<const Dataset> data = DS_TRY(laboratory.unseen());
    PointCloud rows = DS_TRY(parameterRows(*model->learner, data->fields(), source.name, most));
    const auto field = std::find_if(data->fields().begin(), data->fields().end(), [&](const Field& f) { return f.name == source.field; });
    for (int64_t row = 0; row < rows.points; ++row) {
        const auto place = static_cast<std::size_t>(row);
        answer["samples"].push_back(row);
        if (field != data->fields().end() && place < field->classes.size()) answer["labels"].push_back(field->classes[place]);
        else answer["labels"].push_back(row);
    }
    return rows;
}

Status project(const PointCloud& cloud, const Json& question, const Laboratory::Progress& progress, Json& answer)
{
    const auto method = question.at("method").get<std::string>();
    std::vector<double> places;
    if (method == "tsne") {
        TsneSettings settings;
        settings.perplexity = question.value("perplexity", settings.perplexity);
        const TsneMap map = DS_TRY(tsne(cloud, settings, progress));
        answer["perplexity"] = map.perplexity;
        answer["divergence"] = map.divergence;
        places = map.coordinates;
    } else if (method == "pca") {
        const PrincipalComponents principal = DS_TRY(principalComponents(cloud, 2));
        answer["explained"] = principal.shares;
        places = principal.coordinates;
    } else return Error{phrase("Inspector", "there is no projection \"%1\"").with({method}), "", phrase("Inspector", "Use pca or tsne.")};
    const std::string file = (std::filesystem::path(question.at("to").get<std::string>()) / "points.npy").string();
    DS_TRY(writeNpy(file, Tensor::of({cloud.points, 2}, std::vector<float>(places.begin(), places.end()))));
    answer["points"] = file;
    return {};
}

Result<Json> projection(Laboratory& laboratory, const Json& question, const Laboratory::Progress& progress)
{
    const auto name = question.at("name").get<std::string>(), of = question.at("of").get<std::string>();
    const int64_t most = std::clamp<int64_t>(question.value("samples", usualPoints), 3, mostPoints);
    const LoadedModel* model = DS_TRY(laboratory.model());
    const std::shared_ptr<const Dataset> data = DS_TRY(laboratory.unseen());
    const std::vector<PointSource> sources = DS_TRY(pointSources(model->learner->document(), data->fields()));
    const bool parameter = of == "parameter";
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const PointSource& one) { return one.name == name && one.parameter == parameter; });
    if (source == sources.end())
        return Error{phrase("Inspector", "is nothing that gives points"), name, phrase("Inspector", "See `deepseek embed RUN --list`.")};
    Json answer{{"of", of},
                {"name", name},
                {"method", question.at("method")},
                {"shape", source->shape.vector()},
                {"features", source->features},
                {"averaged", source->averaged},
                {"classes", Json::array()},
                {"labels", Json::array()},
                {"predictions", Json::array()},
                {"samples", Json::array()}};
    std::vector<int64_t> classes;
    const PointCloud cloud =
        DS_TRY(parameter ? rowsOf(laboratory, *source, most, answer) : samplesAt(laboratory, name, most, answer, classes));
    DS_TRY(project(cloud, question, progress, answer));
    answer["neighbours_of_same_class"] = answer["by_chance"] = nullptr;
    if (std::any_of(classes.begin(), classes.end(), [](int64_t place) { return place >= 0; })) {
        const Neighbourhood near = neighbourhood(cloud, classes);
        answer["neighbours"] = near.neighbours;
        answer["neighbours_of_same_class"] = near.sameClass;
        answer["by_chance"] = near.byChance;
    }
    return answer;
}

} // namespace

extern const QuestionSpec question_projection;
const QuestionSpec question_projection = {
    .name = "projection",
    .doc = "{\"of\", \"name\", \"method\", \"to\"} with \"samples\" (1000, at most 2000) and \"perplexity\" (30) if they are not the usual "
           "ones: the \"result\" of a layer for samples that the model was not trained on, or the rows of a \"parameter\" (see "
           "\"projectable\"), as points in a plane by \"pca\" or \"tsne\". Writes points.npy, [points, 2], into the folder \"to\". Gives "
           "{\"of\", \"name\", \"method\", \"shape\", \"features\", \"averaged\", \"points\", \"samples\", \"labels\", \"predictions\", "
           "\"classes\", \"set\"}: \"averaged\" over positions or flattened; numbers of samples or rows; classes, words, numbers or null; "
           "of each prediction {\"class\", \"probability\"}, a number or null. PCA gives \"explained\", the shares of the variance; t-SNE "
           "the \"perplexity\" that was used and the \"divergence\" in nats. \"neighbours_of_same_class\": the share among the 10 nearest "
           "in the layer's full space, null without classes, beside what it would be \"by_chance\".",
    .answer = projection,
};

} // namespace ds::inspector
