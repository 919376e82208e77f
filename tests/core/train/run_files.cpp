// SPDX-License-Identifier: Apache-2.0
// Runs that start from others' weights, and the bin.
#include <cmath>
#include <filesystem>
#include <fstream>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/store/run_store.h"
#include "core/train/run_bin.h"
#include "core/train/run_folder.h"
#include "core/train/session.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

namespace fs = std::filesystem;

namespace {

Document project(const Folder& dir)
{
    std::string csv = "a,b,class\n";
    for (int i = 0; i < 40; ++i) csv += std::to_string(i % 7) + "," + std::to_string(i % 5) + "," + (i % 7 > 3 ? "x" : "y") + "\n";
    dir.write("d.csv", csv);
    Document document;
    document.name = "p";
    document.folder = dir.path();
    document.train = {"csv", {{"file", "d.csv"}, {"target", Strings{"class"}}, {"task", "classification"}}};
    document.model.layers = {{"in", "Input", {{"field", "features"}}},
                             {"fc1", "Dense", {{"units", 4}}},
                             {"norm", "BatchNorm"},
                             {"fc2", "Dense", {{"units", 2}}}};
    document.model.wires = {{{"in"}, {"fc1"}}, {{"fc1"}, {"norm"}}, {{"norm"}, {"fc2"}}};
    document.loss = {"cross_entropy", {{"prediction", "fc2"}, {"target", "label"}}};
    document.optimizer = {"adam", {{"learning_rate", 0.05}}};
    document.training = {{"epochs", 3}, {"batch_size", 8}, {"validation_share", 0.25}, {"metrics", Strings{"confusion"}}};
    return document;
}

/// All values of the states whose names begin so, after training.
std::vector<double> trained(const Document& document, const SessionOptions& options, std::string* id = nullptr)
{
    auto session = TrainSession::start(document, options);
    if (!session) qFatal("%s", session.error().message().c_str());
    const Result<Json> summary = (*session)->run([](const TrainEvent&) {});
    if (!summary) qFatal("%s", summary.error().message().c_str());
    if (id) *id = (*session)->runId();
    std::vector<double> values;
    StateStore& states = (*session)->learner().states();
    for (const StateStore::Entry& entry : states.entries()) {
        if (entry.name.starts_with("optimizer.")) continue;
        const Tensor tensor = states.read(entry);
        for (int64_t i = 0; i < tensor.count(); ++i) values.push_back(tensor.at(i));
    }
    return values;
}

} // namespace

class RunFilesTest : public QObject {
    Q_OBJECT

private slots:
    void aForkBeginsWithTheWeightsOfItsOrigin()
    {
        Folder dir;
        const SessionOptions options{dir.at("runs"), "cpu", ""};
        std::string first;
        Document document = project(dir);
        const std::vector<double> weights = trained(document, options, &first);
        document.training.set("start_from", dir.at("runs/" + first + "/last.ckpt"));
        document.optimizer.attrs.set("learning_rate", 0.0); // so that what it began with is what it ends with
        auto fork = TrainSession::start(document, options);
        QVERIFY2(fork.ok(), fork ? "" : fork.error().message().c_str());
        std::vector<double> begun;
        StateStore& states = (*fork)->learner().states();
        for (const StateStore::Entry& entry : states.entries()) {
            if (entry.name.starts_with("optimizer.")) { // anew: all moments are zero
                const Tensor moment = states.read(entry);
                for (int64_t i = 0; i < moment.count(); ++i) QCOMPARE(moment.at(i), 0.0);
                continue;
            }
            const Tensor tensor = states.read(entry);
            for (int64_t i = 0; i < tensor.count(); ++i) begun.push_back(tensor.at(i));
        }
        QCOMPARE(begun, weights);
        QVERIFY((*fork)->run([](const TrainEvent&) {}).ok());
        // A fork that goes on does not need its origin any more.
        fs::remove_all(dir.at("runs/" + first));
        const std::string id = (*fork)->runId();
        fork->reset();
        const auto resumed = TrainSession::resume(id, options, [](Document& d) {
            d.training.set("epochs", int64_t{4});
            return Status();
        });
        QVERIFY2(resumed.ok(), resumed ? "" : resumed.error().message().c_str());
    }

    void layersOfAnotherShapeStartAnew()
    {
        Folder dir;
        const SessionOptions options{dir.at("runs"), "cpu", ""};
        std::string first;
        Document document = project(dir);
        trained(document, options, &first);
        document.model.layers[1].attrs.set("units", int64_t{6});
        document.training.set("start_from", dir.at("runs/" + first + "/last.ckpt"));
        QVERIFY(TrainSession::start(document, options).ok());
    }

    void aMissingOriginIsSaid()
    {
        Folder dir;
        Document document = project(dir);
        document.training.set("start_from", "none.ckpt");
        const auto session = TrainSession::start(document, {dir.at("runs"), "cpu", ""});
        QVERIFY2(dir.error(session).starts_with("training.start_from, DIR/none.ckpt: cannot open the file"), dir.error(session).c_str());
    }

    void theMatrixOfEachValidationIsKept()
    {
        Folder dir;
        std::string id;
        trained(project(dir), {dir.at("runs"), "cpu", ""}, &id);
        Result<RunStore> store = RunStore::open(dir.at("runs/runs.sqlite"), true);
        int matrices = 0, checkpoints = 0, samples = 0;
        const std::vector<EventRecord> events = *store->events(id);
        for (const EventRecord& event : events) {
            matrices += event.kind == "metric/confusion";
            if (event.kind != "samples") continue;
            ++samples;
            const Json json = *parseJson(event.data, "event");
            QCOMPARE(json["best"].size(), std::size_t{10}); // all of a quarter of forty
            QVERIFY(json["best"][0]["loss"] <= json["best"][9]["loss"]);
            QCOMPARE(json["best"][0]["index"].get<int64_t>(), json["worst"][9]["index"].get<int64_t>());
            const Json& hardest = json["worst"][0];
            QVERIFY((hardest["predicted"] == hardest["target"]) == (hardest["loss"].get<double>() < std::log(2)));
        }
        for (const EventRecord& event : events) checkpoints += event.kind == "checkpoint/last";
        QCOMPARE(matrices, 3); // three epochs; the end, on the same data, has nothing new to say
        QCOMPARE(samples, 3);
        QCOMPARE(checkpoints, 3);
    }

    void theBinKeepsAndGivesBack()
    {
        Folder dir;
        const std::string runs = dir.at("runs");
        fs::create_directories(runs + "/a");
        fs::create_directories(runs + "/b");
        std::ofstream(runs + "/a/last.ckpt") << "x";
        {
            Result<RunStore> store = RunStore::open(runs + "/runs.sqlite");
            for (const char* id : {"a", "b", "c"}) QVERIFY(store->add({.id = id}));
            QVERIFY(store->setNote("a", {true, {"t"}, "n", 0}));
        }
        QVERIFY(moveToBin(runs, "a"));
        QVERIFY(moveToBin(runs, "c")); // has records alone
        QVERIFY(fs::exists(runs + "/bin/a/last.ckpt") && !fs::exists(runs + "/a"));
        {
            const RunNote note = *RunStore::open(runs + "/runs.sqlite", true)->note("a");
            QVERIFY(note.binned > 1e9 && note.star);
        }
        QVERIFY(restoreFromBin(runs, "a"));
        QVERIFY(fs::exists(runs + "/a/last.ckpt"));
        QCOMPARE(*emptyBin(runs), 1); // c
        QCOMPARE(RunStore::open(runs + "/runs.sqlite", true)->runs()->size(), std::size_t{2});
        QVERIFY(moveToBin(runs, "a"));
        QCOMPARE(*emptyBin(runs), 1);
        QVERIFY(!fs::exists(runs + "/bin/a"));
        QVERIFY(fs::exists(runs + "/b"));
        QVERIFY(!moveToBin(runs, "none"));
    }
};

QTEST_GUILESS_MAIN(RunFilesTest)
#include "run_files.moc"
