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
#include "inspector/engine/recorder.h"
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

    void ofAProject()
    {
        Laboratory laboratory(project(0.003), "cpu");
        const Result<Json> profile = laboratory.answer({{"ask", "profile"}, {"steps", 3}});
        QVERIFY2(profile.ok(), profile ? "" : profile.error().message().c_str());
        QCOMPARE(profile->at("steps").get<int>(), 3);
        QVERIFY(laboratory.answer({{"ask", "rates"}, {"steps", 30}})->at("rates").size() > 10);
        for (const char* name : {"samples", "landscape"})
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
        Laboratory nobody(dir.at("runs"), "nobody", "cpu");
        QVERIFY(!nobody.answer({{"ask", "samples"}}).ok());
    }
};

QTEST_GUILESS_MAIN(LaboratoryTest)
#include "laboratory.moc"
