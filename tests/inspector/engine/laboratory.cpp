// SPDX-License-Identifier: Apache-2.0
// Questions about a run that was trained for real.
#include <QTest>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>

#include "core/data/npy_file.h"
#include "core/train/evaluator.h"
#include "core/train/session.h"
#include "inspector/engine/explanation.h"
#include "inspector/engine/laboratory.h"
#include "inspector/engine/point_sources.h"
#include "inspector/engine/recorder.h"
#include "inspector/engine/sample_reading.h"
#include "tests/core/data/files.h"
#include "tests/support/models.h"

using namespace ds;
using namespace ds::inspector;
using ds::test::Folder;

namespace {

Document project(double learningRate)
{
    Document document;
    document.name = "p";
    document.train = {"synthetic", {{"kind", "gratings"}, {"samples", 320}, {"classes", 4}}};
    document.model.layers = {{"in", "Input", {{"field", "input"}}},
                             {"conv", "Conv2d", {{"filters", 8}, {"kernel", 3}, {"padding", "same"}}},
                             {"norm", "BatchNorm"},
                             {"act", "ReLU"},
                             {"pool", "MaxPool2d"},
                             {"flatten", "Flatten"},
                             {"out", "Dense", {{"units", 4}}}};
    ds::test::connectInARow(document.model);
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {"adam", {{"learning_rate", learningRate}}};
    document.training = {{"epochs", 2}, {"batch_size", 16}, {"validation_share", 0.25}};
    return document;
}

Result<Json> train(const Folder& dir, double learningRate = 0.003)
{
    auto session = DS_TRY(TrainSession::start(project(learningRate), {dir.at("runs"), "cpu", "r", std::make_shared<Recorder>()}));
    return session->run([](const TrainEvent&) {});
}

/// What statistics an op of ours would have of it.
TensorStatistics plainStatistics(const NpyFile& file)
{
    std::vector<float> values(static_cast<std::size_t>(file.shape().count()));
    file.readAll(DType::F32, values.data());
    TensorStatistics s;
    s.count = static_cast<int64_t>(values.size());
    double squares = 0;
    s.min = INFINITY, s.max = -INFINITY;
    for (float x : values) {
        squares += static_cast<double>(x) * x;
        s.min = std::min<double>(s.min, x), s.max = std::max<double>(s.max, x);
        s.zeros += x == 0;
    }
    s.norm = std::sqrt(squares);
    return s;
}

} // namespace

class LaboratoryTest : public QObject {
    Q_OBJECT

private slots:
    /// Each value of a step, taken out one by one, is what the step's own statistics say.
    void everyTensorOfAStep()
    {
        Folder dir;
        const Result<Json> trained = train(dir);
        QVERIFY2(trained.ok(), trained ? "" : trained.error().message().c_str());
        Laboratory laboratory(dir.at("runs"), "r", "cpu");
        int64_t heard = 0;
        const Result<Json> step = laboratory.answer({{"ask", "step"}, {"step", 21}}, [&](int64_t update) { heard = update; });
        QVERIFY2(step.ok(), step ? "" : step.error().message().c_str());
        QCOMPARE(heard, 21);
        const Result<MadeAgain> again = madeAgainFromJson(*step);
        QVERIFY(again.ok() && again->same == again->compared);
        const std::string file = dir.at("value.npy");
        const auto& values = again->ops.values;
        QVERIFY(values.size() > 20);
        for (std::size_t i = 0; i < values.size(); ++i) {
            heard = 0;
            const Result<Json> answer =
                laboratory.answer({{"ask", "tensor"}, {"step", 21}, {"value", i}, {"to", file}}, [&](int64_t update) { heard = update; });
            QVERIFY2(answer.ok(), answer ? "" : answer.error().message().c_str());
            QCOMPARE(heard, 0); // only that one step was made for it
            const Result<NpyFile> npy = NpyFile::open(file);
            QVERIFY2(npy.ok(), npy ? "" : npy.error().message().c_str());
            QCOMPARE(npy->shape().vector(), values[i].shape);
            const TensorStatistics plain = plainStatistics(*npy), &seen = values[i].statistics;
            QCOMPARE(plain.count, seen.count);
            QCOMPARE(plain.zeros, seen.zeros);
            QVERIFY(plain.min == seen.min && plain.max == seen.max);
            QVERIFY(std::abs(plain.norm - seen.norm) <= 1e-5 * seen.norm);
        }
    }

    void explainsASample()
    {
        Folder dir;
        QVERIFY(train(dir).ok());
        Laboratory laboratory(dir.at("runs"), "r", "cpu");
        const Result<Json> samples = laboratory.answer({{"ask", "samples"}});
        QVERIFY2(samples.ok(), samples ? "" : samples.error().message().c_str());
        QVERIFY(samples->at("set") == "validation" && samples->at("count") == 80 && samples->at("inputs") == Json{"input"});
        const Json worst = samples->at("worst");
        QVERIFY(worst.size() == 12 && worst[0].at("loss") >= worst[1].at("loss"));
        for (const ExplanationSpec* spec : allExplanations()) {
            const Json question{{"ask", "explain"},
                                {"sample", worst[0].at("index")},
                                {"method", std::string(spec->name)},
                                {"to", std::filesystem::path(dir.at("runs")).parent_path().string()}};
            const Result<Json> answer = laboratory.answer(question);
            QVERIFY2(answer.ok(), answer ? "" : answer.error().message().c_str());
            QVERIFY(answer->at("target") == worst[0].at("predicted"));
            const Result<NpyFile> map = NpyFile::open(answer->at("map").get<std::string>());
            const Result<NpyFile> input = NpyFile::open(answer->at("input").get<std::string>());
            QVERIFY(map.ok() && input.ok());
            QVERIFY(map->shape()[0] == input->shape()[2] && map->shape()[1] == input->shape()[3]);
        }
    }

    /// In the middle the loss is that of the run's own evaluation; asked twice it is the same to the bit, so the weights come back.
    void theLossAroundTheWeights()
    {
        Folder dir;
        QVERIFY(train(dir).ok());
        Laboratory laboratory(dir.at("runs"), "r", "cpu");
        const Json question{{"ask", "landscape"}, {"points", 5}, {"span", 0.5}, {"samples", 240}};
        int64_t heard = 0;
        const Result<Json> seen = laboratory.answer(question, [&](int64_t point) { heard = point; });
        QVERIFY2(seen.ok(), seen ? "" : seen.error().message().c_str());
        QCOMPARE(heard, 25);
        QCOMPARE(seen->at("losses").size(), std::size_t{25});
        const Result<LoadedModel> model = loadModel(dir.at("runs"), "r", "cpu");
        const Result<DataSets> data = openData(model->learner->document(), model->seed);
        const Result<EvaluationResult> own = evaluateAll(*model->learner, data->train, 16, 1, {});
        const double middle = seen->at("losses")[12].get<double>();
        QVERIFY2(std::abs(middle - own->loss) < 1e-5, qPrintable(QStringLiteral("%1, %2").arg(middle).arg(own->loss)));
        for (int corner : {0, 4, 20, 24}) QVERIFY(seen->at("losses")[static_cast<std::size_t>(corner)].get<double>() > middle);
        QVERIFY(*laboratory.answer(question) == *seen);
        QVERIFY(laboratory.answer({{"ask", "landscape"}, {"points", 5}, {"samples", 240}, {"seed", 7}})->at("losses") !=
                seen->at("losses"));
    }

    /// What a layer makes of samples is what the model goes on with: the last layer's results are the predictions.
    void samplesAndRowsAsPoints()
    {
        Folder dir;
        QVERIFY(train(dir).ok());
        Laboratory laboratory(dir.at("runs"), "r", "cpu");
        const Result<Json> all = laboratory.answer({{"ask", "projectable"}});
        QVERIFY2(all.ok(), all ? "" : all.error().message().c_str());
        QCOMPARE(all->at("count").get<int>(), 80);
        std::vector<std::string> names;
        for (const char* kind : {"results", "parameters"})
            for (const Json& source : all->at(kind)) names.push_back(source.at("name").get<std::string>());
        QVERIFY((names == std::vector<std::string>{"input", "conv", "norm", "act", "pool", "flatten", "out", "conv.weight", "out.weight"}));
        const std::string folder = std::filesystem::path(dir.at("runs")).parent_path().string();
        for (const char* kind : {"results", "parameters"})
            for (const Json& source : all->at(kind)) {
                const Json question{{"ask", "projection"},    {"of", kind == std::string("results") ? "result" : "parameter"},
                                    {"name", source["name"]}, {"method", "pca"},
                                    {"samples", 50},          {"to", folder}};
                const Result<Json> answer = laboratory.answer(question);
                QVERIFY2(answer.ok(), answer ? "" : answer.error().message().c_str());
                const std::size_t points = answer->at("samples").size();
                QCOMPARE(points, kind == std::string("results") ? std::size_t{50}
                                                                : std::min(source["shape"][0].get<std::size_t>(), std::size_t{50}));
                QCOMPARE(answer->at("labels").size(), points);
                const Result<NpyFile> file = NpyFile::open(answer->at("points").get<std::string>());
                QVERIFY(file.ok() && file->shape() == Shape({static_cast<int64_t>(points), 2}));
                QVERIFY(*laboratory.answer(question) == *answer);
                if (kind == std::string("parameters")) continue;
                QVERIFY(answer->at("by_chance") < 0.5 && answer->at("neighbours") == 10);
                QVERIFY(source["name"] != "out" || answer->at("neighbours_of_same_class") > answer->at("by_chance"));
            }
        // From the very samples that are named, in batches that do not go into their number.
        const Result<LoadedModel*> model = laboratory.model();
        const Result<std::shared_ptr<const Dataset>> data = laboratory.unseen();
        std::vector<int64_t> samples;
        for (int64_t i = 0; i < 37; ++i) samples.push_back(79 - 2 * i);
        const Result<LayerResults> out = layerResults(*(*model)->learner, **data, samples, "out", 16);
        QVERIFY2(out.ok(), out ? "" : out.error().message().c_str());
        for (std::size_t i = 0; i < samples.size(); ++i) {
            Feeds sample = readSample(**data, samples[i]).value();
            std::erase_if(sample, [](const Feed& feed) { return feed.name != "input"; });
            const Tensor alone = (*model)->learner->predict(sample)->to(DType::F32);
            for (int64_t c = 0; c < 4; ++c) {
                const auto point = static_cast<int64_t>(i);
                QVERIFY(std::abs(out->points.point(point)[c] - alone.at(c)) < 1e-4);
                QVERIFY(std::abs(out->predictions.at(point * 4 + c) - alone.at(c)) < 1e-4);
            }
        }
        const Result<Json> map = laboratory.answer(
            {{"ask", "projection"}, {"of", "result"}, {"name", "flatten"}, {"method", "tsne"}, {"perplexity", 8}, {"to", folder}});
        QVERIFY2(map.ok(), map ? "" : map.error().message().c_str());
        QVERIFY(map->at("perplexity") == 8 && map->at("divergence") > 0 && map->at("samples").size() == 80);
        const Result<Json> one = laboratory.answer({{"ask", "sample"}, {"sample", 5}, {"to", folder}});
        QVERIFY2(one.ok(), one ? "" : one.error().message().c_str());
        QCOMPARE(NpyFile::open(one->at("input").get<std::string>())->shape()[0], 1);
    }

    /// Large results of convolutions and of sequences are averaged over positions, each in its own order; rows of a table are its words.
    void whatGivesPoints()
    {
        Document document;
        document.model.layers = {{"in", "Input", {{"field", "x"}}},
                                 {"conv", "Conv1d", {{"filters", 6}, {"kernel", 3}, {"padding", "same"}}},
                                 {"act", "ReLU"},
                                 {"pool", "MaxPool1d"},
                                 {"flatten", "Flatten"},
                                 {"out", "Dense", {{"units", 3}}}};
        ds::test::connectInARow(document.model);
        document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "y"}}};
        document.optimizer = {"sgd", {{"learning_rate", 0.1}}};
        const auto completed = [](const Document& d) { return Learner::create(d, {}).value()->document(); };
        const Result<std::vector<PointSource>> sources =
            pointSources(completed(document), {{"x", {DType::F32, {2, 2000}}}, {"y", {DType::I64, {}}, {}, true}});
        QVERIFY2(sources.ok(), sources ? "" : sources.error().message().c_str());
        const auto features = [&](const char* name) {
            for (const PointSource& source : *sources)
                if (source.name == name) return source.averaged ? -source.features : source.features;
            return int64_t{0};
        };
        QCOMPARE(features("x"), 4000);
        QCOMPARE(features("conv"), -6);
        QCOMPARE(features("act"), -6);
        QCOMPARE(features("pool"), -6);
        QCOMPARE(features("flatten"), 6000); // has no positions
        document.model.layers = {{"in", "Input", {{"field", "x"}}},
                                 {"words", "Embedding", {{"vocabulary", 40}, {"units", 8}}},
                                 {"norm", "LayerNorm"},
                                 {"flatten", "Flatten"},
                                 {"out", "Dense", {{"units", 3}}}};
        document.model.wires.clear();
        ds::test::connectInARow(document.model);
        const std::vector<Field> fields{{"x", {DType::I64, {600}}, {"a", "b"}}, {"y", {DType::I64, {}}, {}, true}};
        const Result<std::vector<PointSource>> text = pointSources(completed(document), fields);
        QVERIFY2(text.ok(), text ? "" : text.error().message().c_str());
        std::vector<std::string> seen;
        for (const PointSource& source : *text)
            seen.push_back(source.name + " " + std::to_string(source.features) + (source.averaged ? " averaged" : "") +
                           (source.field.empty() ? "" : " of " + source.field));
        QCOMPARE(seen, (std::vector<std::string>{"words 8 averaged", "norm 8 averaged", "flatten 4800", "out 3", "words.weight 8 of x",
                                                 "out.weight 3"}));
    }

    void ofAProject()
    {
        Laboratory laboratory(project(0.003), "cpu");
        const Result<Json> profile = laboratory.answer({{"ask", "profile"}, {"steps", 3}});
        QVERIFY2(profile.ok(), profile ? "" : profile.error().message().c_str());
        QCOMPARE(profile->at("steps").get<int>(), 3);
        QVERIFY(laboratory.answer({{"ask", "rates"}, {"steps", 30}})->at("rates").size() > 10);
        for (const char* name : {"samples", "landscape", "projectable"})
            QCOMPARE(laboratory.answer({{"ask", name}}).error().message(),
                     std::string("p: this can only be asked of a run. Train the project first."));
    }

    void saysWhatIsMissing()
    {
        Folder dir;
        QVERIFY(train(dir).ok());
        Laboratory laboratory(dir.at("runs"), "r", "cpu");
        const auto problem = [&](const Json& question) {
            const Result<Json> answer = laboratory.answer(question);
            return answer.ok() ? std::string() : answer.error().message();
        };
        QCOMPARE(problem(Json()), std::string("there is no question \"\"."));
        QCOMPARE(problem({{"ask", "riddle"}}), std::string("there is no question \"riddle\"."));
        QVERIFY(problem({{"ask", "step"}}).starts_with("the question \"step\" lacks something"));
        QCOMPARE(problem({{"ask", "tensor"}, {"step", 3}, {"value", 100000}, {"to", dir.at("x.npy")}}),
                 std::string("step 3: the step has no value 100000."));
        QVERIFY(!problem({{"ask", "tensor"}, {"step", 3}, {"value", 1}, {"to", dir.at("no/where/x.npy")}}).empty());
        QCOMPARE(problem({{"ask", "explain"}, {"sample", 80}, {"method", "saliency"}, {"to", dir.at("")}}),
                 std::string("sample 80: there are 80 samples."));
        QVERIFY(!problem({{"ask", "explain"}, {"sample", 8}, {"method", "astrology"}, {"to", dir.at("")}}).empty());
        const Json points{{"ask", "projection"}, {"of", "result"}, {"name", "out"}, {"method", "pca"}, {"to", dir.at("")}};
        const auto with = [&points](const char* key, const Json& value) {
            Json question = points;
            question[key] = value;
            return question;
        };
        QVERIFY(problem({{"ask", "projection"}, {"name", "out"}}).starts_with("the question \"projection\" lacks something"));
        QVERIFY(problem(with("name", "nothing")).starts_with("nothing: is nothing that gives points."));
        QVERIFY(problem(with("of", "parameter")).starts_with("out: is nothing that gives points."));
        QCOMPARE(problem(with("method", "umap")), std::string("there is no projection \"umap\". Use pca or tsne."));
        QVERIFY(!problem(with("to", dir.at("no/where"))).empty());
        QCOMPARE(problem({{"ask", "sample"}, {"sample", 80}, {"to", dir.at("")}}), std::string("sample 80: there are 80 samples."));
        Laboratory nobody(dir.at("runs"), "nobody", "cpu");
        QVERIFY(!nobody.answer({{"ask", "samples"}}).ok());
    }
};

QTEST_GUILESS_MAIN(LaboratoryTest)
#include "laboratory.moc"
