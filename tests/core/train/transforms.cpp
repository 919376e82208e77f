// SPDX-License-Identifier: Apache-2.0
// Transforms of a project: in its file, in training, in a resume, in predictions, in its list of problems.
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/transformed_dataset.h"
#include "core/train/inspect_project.h"
#include "core/train/prediction.h"
#include "core/train/session.h"
#include "tests/core/data/files.h"
#include "tests/support/run_weights.h"

using namespace ds;
using namespace ds::test;

namespace {

Document project()
{
    Document document;
    document.name = "p";
    document.train = {"random", {{"shape", Ints{1, 8, 8}}, {"samples", 96}, {"classes", 3}}};
    document.test = {"random", {{"shape", Ints{1, 8, 8}}, {"samples", 32}, {"classes", 3}, {"seed", 5}}};
    document.transforms = {{"resize", {{"size", 6}}},
                           {"random_crop", {{"padding", 1}}},
                           {"random_horizontal_flip", {}},
                           {"gaussian_noise", {}},
                           {"normalize", {{"mean", 0.5}, {"std", 2}}}};
    document.model.layers = {{"in", "Input", {{"field", "input"}}}, {"flat", "Flatten"}, {"fc", "Dense", {{"units", 3}}}};
    document.model.wires = {{{"in"}, {"flat"}}, {{"flat"}, {"fc"}}};
    document.loss = {"cross_entropy", {{"prediction", "fc"}, {"target", "label"}}};
    document.optimizer = {"adam", {{"learning_rate", 0.05}}};
    document.training = {{"epochs", 3}, {"batch_size", 8}, {"validation_share", 0.25}, {"seed", 3}};
    return document;
}

QStringList problemsOf(const Document& document)
{
    QStringList list;
    for (const Error& error : checkProject(document).errors) list << QString::fromStdString(error.message());
    return list;
}

} // namespace

class ProjectTransformsTest : public QObject {
    Q_OBJECT

private slots:
    void standInTheFile()
    {
        const Document document = project();
        const Json json = documentToJson(document);
        QCOMPARE(json["data"]["transforms"][1].dump(), std::string(R"({"type":"random_crop","padding":1})"));
        const ReadDocument read = documentFromJson(json);
        QVERIFY(read.errors.empty());
        QCOMPARE(writeJson(documentToJson(read.document)), writeJson(json));
        Document plain = document;
        plain.transforms.clear();
        QVERIFY(!documentToJson(plain)["data"].contains("transforms"));

        Json wrong = json;
        wrong["data"]["transforms"] = Json::array({7, {{"padding", 1}}, {{"type", "pad"}, {"amount", nullptr}}});
        QStringList list;
        for (const Error& error : documentFromJson(wrong).errors) list << QString::fromStdString(error.message());
        QCOMPARE(list, (QStringList{"data.transforms.1: expects an object in braces, got number.", "data.transforms.2.type: is missing.",
                                    "data.transforms.3.amount: expects a number, text, true, false or a list, got null."}));

        Document changed = document;
        QVERIFY(setByPath(changed, "transforms.2.padding", "3").ok());
        QCOMPARE(changed.transforms[1].attrs.integer("padding"), int64_t{3});
        QCOMPARE(setByPath(changed, "transforms.6.padding", "3").error().message(),
                 std::string("transforms.6.padding: there is no transform of this number; there are 5. Write transforms.NUMBER.ATTRIBUTE, "
                             "counted from 1."));
    }

    void changeWhatTheModelSees()
    {
        const Document document = project();
        const ProjectCheck check = checkProject(document);
        QVERIFY2(check.errors.empty(), messages(check.errors).c_str());
        QCOMPARE(check.lowered.shapes.at("flat").outputs[0].shape, (Shape{8, 36}));
        // Validation and test data: only what always happens.
        QCOMPARE(check.data.test->fields()[0].type.shape, (Shape{1, 6, 6}));
        QCOMPARE(sample<float>(*check.data.validation, 1, 0), sample<float>(*check.data.validation, 1, 0));
        std::vector<float> first(36), second(36);
        int64_t label = 0;
        void *a[] = {first.data(), &label}, *b[] = {second.data(), &label};
        check.data.test->readInEpoch(0, 3, a);
        check.data.test->readInEpoch(1, 3, b);
        QCOMPARE(first, second);
        check.data.train->readInEpoch(0, 3, a);
        check.data.train->readInEpoch(1, 3, b);
        QVERIFY(first != second);

        // The same sources again: what did not change is kept, other transforms are at work at once.
        const ProjectCheck again = checkProject(document, &check.data);
        QVERIFY(again.data.train == check.data.train && again.data.test == check.data.test);
        Document less = document;
        less.transforms = {{"random_crop", {{"padding", 1}}}};
        const ProjectCheck other = checkProject(less, &check.data);
        QCOMPARE(other.data.train->fields()[0].type.shape, (Shape{1, 8, 8}));
        QVERIFY(other.data.test == withoutTransforms(check.data.test)); // nothing happens to them
        less.transforms.clear();
        QVERIFY(checkProject(less, &other.data).data.train == withoutTransforms(check.data.train));
    }

    void allProblemsAtOnce()
    {
        Document document = project();
        document.transforms = {{"rezise", {}}, {"center_crop", {{"size", 9}}}, {"pad", {{"amount", -1}}}};
        document.optimizer.attrs.set("learning_rat", 1.0);
        const QStringList expected{
            "optimizer, learning_rat: there is no attribute of this name. Did you mean \"learning_rate\"?",
            "data.transforms.1: there is no transform \"rezise\". Did you mean \"resize\"?",
            "data.transforms.2, center_crop, size: a crop of 9 x 9 does not fit into pictures of 8 x 8. Make it smaller, or put a resize "
            "or pad before it.",
            "data.transforms.3, pad, amount: must be from 0 to 4096, got [-1].",
        };
        QCOMPARE(problemsOf(document), expected);
        QCOMPARE(problemsOf(document), expected); // a second time, too
        const DataSets opened = checkProject(document).data;
        QCOMPARE(checkProject(document, &opened).errors.size(), std::size_t{4});
        QVERIFY(!openData(document, 0).ok());

        document.train = {"idx", {{"images", "gone"}, {"labels", "gone"}}}; // without data: what can be said without them
        const QStringList without = problemsOf(document);
        QVERIFY(without.contains(expected[1]) && without.contains(expected[3]) && !without.contains(expected[2]));
    }

    void resumeEqualsNeverHavingStopped()
    {
        const Folder dir;
        const auto run = [&](const Document& document, const std::string& id) {
            auto session = TrainSession::start(document, {dir.path(), "cpu", id});
            if (!session) qFatal("%s", session.error().message().c_str());
            QVERIFY((*session)->run([](const TrainEvent&) {}).ok());
        };
        run(project(), "whole");
        Document threads = project();
        threads.training.set("loader_threads", int64_t{3});
        run(threads, "threads");
        {
            auto session = TrainSession::start(project(), {dir.path(), "cpu", "parts"});
            QVERIFY(session.ok());
            int64_t steps = 0;
            (*session)->controls().step(13); // in the middle of the second epoch
            QVERIFY((*session)
                        ->run([&](const TrainEvent& event) {
                            if (event.kind == "paused") {
                                steps = event.data["step"].get<int64_t>();
                                (*session)->controls().stop();
                            }
                        })
                        .ok());
            QCOMPARE(steps, int64_t{13});
        }
        {
            auto session = TrainSession::resume("parts", {dir.path(), "cpu", ""});
            QVERIFY2(session.ok(), session ? "" : session.error().message().c_str());
            (*session)->controls().resume();
            QVERIFY((*session)->run([](const TrainEvent&) {}).ok());
        }
        const auto whole = runWeights(dir.path(), "whole");
        QVERIFY(whole.size() >= 2);
        QVERIFY(whole == runWeights(dir.path(), "parts"));
        QVERIFY(whole == runWeights(dir.path(), "threads"));
        Document plain = project();
        plain.transforms.pop_back();
        run(plain, "other");
        QVERIFY(whole != runWeights(dir.path(), "other")); // they do matter
    }

    void predictionsGetWhatAlwaysHappens()
    {
        const Folder dir;
        Document document = project();
        document.transforms = {{"center_crop", {{"size", 2}}}, {"gaussian_noise", {{"std", 5}}}, {"normalize", {{"mean", 1}, {"std", 2}}}};
        auto learner = Learner::create(document, {"cpu", 1, 4});
        QVERIFY(learner.ok());
        const DataSets data = *openData(document, 3);
        const Json fitted = data.train->fitted();
        std::vector<float> picture(64, 9.0f);
        picture[27] = 1, picture[28] = 3, picture[35] = 5, picture[36] = 7; // the middle
        const std::string path = dir.write("one.npy", npy("<f4", "(1, 8, 8)", rawBytes(picture)));
        const Result<Json> file = predictSample(**learner, {fitted, data.train->fields()}, path, 3);
        QVERIFY2(file.ok(), file ? "" : file.error().message().c_str());
        const Result<Json> numbers = predictSample(**learner, {fitted, data.train->fields()}, Json({0, 1, 2, 3}), 3);
        QVERIFY2(numbers.ok(), numbers ? "" : numbers.error().message().c_str());
        QCOMPARE(file->dump(), numbers->dump());
    }
};

QTEST_GUILESS_MAIN(ProjectTransformsTest)
#include "transforms.moc"
