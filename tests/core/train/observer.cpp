// SPDX-License-Identifier: Apache-2.0
// Who watches a run is told of everything in its order, and cannot end it.
#include <stdexcept>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/store/run_store.h"
#include "core/train/run_record.h"
#include "core/train/session.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

namespace {

Document project(double learningRate = 0.05)
{
    Document document;
    document.name = "p";
    document.train = {"synthetic", {{"kind", "blobs"}, {"samples", 64}, {"classes", 4}}};
    document.model.layers = {{"in", "Input", {{"field", "input"}}}, {"fc", "Dense", {{"units", 8}}}, {"out", "Dense", {{"units", 4}}}};
    document.model.wires = {{{"in"}, {"fc"}}, {{"fc"}, {"out"}}};
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {"sgd", {{"learning_rate", learningRate}}};
    document.training = {{"epochs", 2}, {"batch_size", 16}, {"validation_share", 0.25}};
    return document;
}

/// Notes down what it is told.
class Notes : public RunObserver {
public:
    std::vector<std::string> notes;
    std::string throwAt;
    RunRecord* record = nullptr;
    int64_t samples = 0; // evaluated so far

    void begin(RunParts&, RunRecord& of, int64_t updates) override
    {
        record = &of;
        note("begin " + std::to_string(updates));
    }
    void updated(const Step& step, const Feeds&) override
    {
        record->details(step.update, "noted", "{}");
        m_news.push_back({"noted", {{"step", step.update}}});
        note("updated " + std::to_string(step.update));
    }
    void evaluated(const Evaluation& evaluation, const Feeds& batch) override
    {
        if (evaluation.prediction.shape()[0] != batch.front().value.shape()[0]) qFatal("the prediction is of another batch");
        samples += batch.front().value.shape()[0];
    }
    void validated(int64_t update, double) override { note("validated " + std::to_string(update) + " " + std::to_string(samples)); }
    void failed(int64_t update, const NotFinite& where, TimeMachine&) override
    {
        note("failed " + std::to_string(update) + " " + where.layer);
    }
    std::vector<TrainEvent> news() override { return std::exchange(m_news, {}); }
    Json end() override
    {
        note("end");
        return {{"noted", notes.size()}};
    }

private:
    void note(const std::string& what)
    {
        if (!throwAt.empty() && what.starts_with(throwAt)) throw std::runtime_error("not today");
        notes.push_back(what);
    }
    std::vector<TrainEvent> m_news;
};

} // namespace

class ObserverTest : public QObject {
    Q_OBJECT

private slots:
    void isToldInOrder()
    {
        Folder dir;
        const auto notes = std::make_shared<Notes>();
        auto session = TrainSession::start(project(), {dir.at("runs"), "cpu", "r", notes});
        QVERIFY2(session.ok(), session ? "" : session.error().message().c_str());
        int told = 0;
        const Result<Json> summary = (*session)->run([&](const TrainEvent& event) {
            if (event.kind != "noted") return;
            ++told; // and in the records already
            const auto events = RunStore::open(dir.at("runs/runs.sqlite"), true)->events("r");
            QVERIFY(std::any_of(events->begin(), events->end(),
                                [&](const EventRecord& e) { return e.kind == "noted" && e.step == event.data["step"].get<int64_t>(); }));
        });
        QVERIFY(summary.ok());
        const std::vector<std::string> expected{"begin 0",   "updated 1", "updated 2", "updated 3",      "validated 3 16",
                                                "updated 4", "updated 5", "updated 6", "validated 6 32", "end"};
        QCOMPARE(notes->notes, expected);
        QCOMPARE(told, 6);
        QCOMPARE((*summary)["noted"].get<int>(), 10);
    }

    void hearsOfAFailure()
    {
        Folder dir;
        const auto notes = std::make_shared<Notes>();
        auto session = TrainSession::start(project(1e6), {dir.at("runs"), "cpu", "r", notes});
        QVERIFY(!(*session)->run([](const TrainEvent&) {}).ok());
        QVERIFY2(notes->notes.size() >= 2 && notes->notes[notes->notes.size() - 2].starts_with("failed "), notes->notes.back().c_str());
        QCOMPARE(notes->notes.back(), std::string("end"));
    }

    void cannotEndTheRun_data()
    {
        QTest::addColumn<QString>("where");
        for (const char* where : {"begin", "updated 2", "validated", "end"}) QTest::addRow("%s", where) << where;
    }
    void cannotEndTheRun()
    {
        QFETCH(QString, where);
        Folder dir;
        const auto notes = std::make_shared<Notes>();
        notes->throwAt = where.toStdString();
        auto session = TrainSession::start(project(), {dir.at("runs"), "cpu", "r", notes});
        QVERIFY((*session)->run([](const TrainEvent&) {}).ok());
        const auto events = RunStore::open(dir.at("runs/runs.sqlite"), true)->events("r");
        const auto said = std::find_if(events->begin(), events->end(), [](const EventRecord& e) { return e.kind == "inspector"; });
        QVERIFY(said != events->end());
        QCOMPARE(said->text, std::string("The Inspector has stopped: not today"));
    }
};

QTEST_GUILESS_MAIN(ObserverTest)
#include "observer.moc"
