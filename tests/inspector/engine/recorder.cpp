// SPDX-License-Identifier: Apache-2.0
// What the Inspector writes down of a run, and reads back.
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/train/session.h"
#include "inspector/engine/made_again.h"
#include "inspector/engine/packed_statistics.h"
#include "inspector/engine/recorder.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::inspector;
using ds::test::Folder;

namespace {

Document project(int64_t epochs = 4, double learningRate = 0.05)
{
    Document document;
    document.name = "p";
    document.train = {"synthetic", {{"kind", "blobs"}, {"samples", 640}, {"classes", 4}}};
    document.model.layers = {
        {"in", "Input", {{"field", "input"}}}, {"fc", "Dense", {{"units", 16}}}, {"act", "ReLU"}, {"out", "Dense", {{"units", 4}}}};
    document.model.wires = {{{"in"}, {"fc"}}, {{"fc"}, {"act"}}, {{"act"}, {"out"}}};
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {"sgd", {{"learning_rate", learningRate}}};
    document.training = {{"epochs", epochs}, {"batch_size", 16}, {"validation_share", 0.25}, {"inspection_budget", 1.0}};
    return document;
}

struct Trained {
    std::vector<double> weights;
    Result<Json> summary;
    std::vector<TrainEvent> verdicts;
};

Trained finish(TrainSession& session)
{
    Trained trained{{}, Json(), {}};
    trained.summary = session.run([&](const TrainEvent& event) {
        if (event.kind == "verdict") trained.verdicts.push_back(event);
    });
    StateStore& states = session.learner().states();
    for (const StateStore::Entry& entry : states.entries()) {
        const Tensor tensor = states.read(entry);
        for (int64_t i = 0; i < tensor.count(); ++i) trained.weights.push_back(tensor.at(i));
    }
    return trained;
}

Trained train(const Document& document, const Folder& dir, const std::string& id, std::shared_ptr<RunObserver> observer)
{
    auto session = TrainSession::start(document, {dir.at("runs"), "cpu", id, std::move(observer)});
    if (!session) qFatal("%s", session.error().message().c_str());
    return finish(**session);
}

TraceReader readBack(const Folder& dir, const std::string& id)
{
    Result<RunStore> store = RunStore::open(dir.at("runs/runs.sqlite"), true);
    TraceReader reader(id);
    const Result<bool> read = reader.read(*store);
    if (!read) qFatal("%s", read.error().message().c_str());
    if (*reader.read(*store)) qFatal("there is nothing new the second time");
    return reader;
}

std::size_t looksAt(const Trace& trace)
{
    std::size_t looks = 0;
    for (const Trace::Series& series : trace.series()) looks += series.looks.size();
    return looks;
}

} // namespace

class RecorderTest : public QObject {
    Q_OBJECT

private slots:
    void changesNoBitAndKeepsWhatItSaw()
    {
        Folder dir;
        const Trained alone = train(project(), dir, "alone", nullptr);
        const Trained watched = train(project(), dir, "watched", std::make_shared<Recorder>());
        QVERIFY(watched.summary.ok());
        QVERIFY(!watched.weights.empty() && watched.weights == alone.weights);
        QVERIFY((*watched.summary)["inspection_share"].get<double>() > 0);

        const TraceReader reader = readBack(dir, "watched");
        const Trace& trace = reader.trace();
        QCOMPARE(trace.steps().size(), std::size_t{120});
        QCOMPARE(trace.evaluations().size(), std::size_t{4});
        for (const char* parameter : {"fc.weight", "fc.bias", "out.weight"})
            for (Quantity quantity : {Quantity::Weight, Quantity::WeightGradient, Quantity::Update})
                QVERIFY2(trace.find(parameter, quantity), parameter);
        const Trace::Series* hidden = trace.find("fc", Quantity::Activation); // the activation is computed with it
        QVERIFY(hidden && hidden->function == "relu" && hidden->looks.size() > 1 && hidden->looks.front().update == 1);
        QCOMPARE(hidden->looks.front().statistics.count, 16 * 16);

        const Facts* facts = trace.facts();
        QVERIFY(facts && facts->samples == 480 && facts->target() && facts->prediction());
        QCOMPARE(facts->target()->counts.size(), std::size_t{4});
        QVERIFY(std::abs(facts->chanceLoss - std::log(4)) < 0.05);
        QVERIFY(readBack(dir, "alone").trace().series().empty());
    }

    void nothingWithoutABudget()
    {
        Folder dir;
        Document document = project();
        document.training.set("inspection_budget", 0.0);
        QVERIFY(!train(document, dir, "r", std::make_shared<Recorder>()).summary->contains("inspection_share"));
        const TraceReader reader = readBack(dir, "r");
        QVERIFY(reader.trace().series().empty() && !reader.trace().facts());
    }

    void evaluationsTellMoreThanTheirLoss()
    {
        Folder dir;
        train(project(), dir, "r", std::make_shared<Recorder>());
        const TraceReader reader = readBack(dir, "r");
        for (const Trace::Evaluation& evaluation : reader.trace().evaluations()) {
            QVERIFY(evaluation.loss > 0 && evaluation.suspects >= 0 && evaluation.suspects < 0.5);
            // The same model before and after its last four updates.
            QVERIFY2(evaluation.retold > 0 && evaluation.retold < 1.2 * evaluation.trained, std::to_string(evaluation.retold).c_str());
        }
        // Averaged weights lag behind on purpose.
        Document averaged = project();
        averaged.training.set("ema_decay", 0.99);
        train(averaged, dir, "averaged", std::make_shared<Recorder>());
        const TraceReader other = readBack(dir, "averaged");
        QCOMPARE(other.trace().evaluations().size(), std::size_t{4});
        for (const Trace::Evaluation& evaluation : other.trace().evaluations()) QVERIFY(std::isnan(evaluation.retold));
    }

    void theProjectDecidesWhichRulesAreAsked()
    {
        const auto found = [](const TraceReader& reader, std::string_view rule) {
            return std::any_of(reader.verdicts().begin(), reader.verdicts().end(), [&](const Verdict& v) { return v.rule->name == rule; });
        };
        Folder dir;
        Document document = project(4, 1e6);
        document.training.set("inspection_rules", Strings{"not_finite=off"});
        train(document, dir, "without", std::make_shared<Recorder>());
        QVERIFY(!found(readBack(dir, "without"), "not_finite"));
        // Nobody's training ends for a slip in that.
        document.training.set("inspection_rules", Strings{"nonsense=off"});
        train(document, dir, "wrong", std::make_shared<Recorder>());
        QVERIFY(found(readBack(dir, "wrong"), "not_finite"));
        Result<RunStore> store = RunStore::open(dir.at("runs/runs.sqlite"), true);
        const auto events = store->events("wrong");
        QVERIFY(events.ok());
        QVERIFY(std::any_of(events->begin(), events->end(),
                            [](const EventRecord& e) { return e.text.find("there is no rule \"nonsense\"") != std::string::npos; }));
    }

    void aFailureIsToldWithItsPlace()
    {
        Folder dir;
        const Trained trained = train(project(4, 1e6), dir, "r", std::make_shared<Recorder>());
        QVERIFY(!trained.summary.ok());
        const TraceReader reader = readBack(dir, "r");
        QVERIFY(reader.trace().failure());
        QVERIFY(!reader.trace().failure()->where.layer.empty());
        const auto has = [](const auto& list, auto nameOf) {
            return std::any_of(list.begin(), list.end(), [&](const auto& one) { return nameOf(one) == "not_finite"; });
        };
        QVERIFY(has(reader.verdicts(), [](const Verdict& verdict) { return verdict.rule->name; }));
        QVERIFY(has(trained.verdicts, [](const TrainEvent& event) { return event.data["rule"].template get<std::string>(); }));
        // The same verdicts come from what was recorded, with the same causes.
        const std::vector<Verdict> again = judge(reader.trace());
        QCOMPARE(again.size(), reader.verdicts().size());
        for (std::size_t i = 0; i < again.size(); ++i) {
            QCOMPARE(again[i].rule->name, reader.verdicts()[i].rule->name);
            QCOMPARE(again[i].because, reader.verdicts()[i].because);
            QCOMPARE(again[i].finding.text.english(), reader.verdicts()[i].finding.text.english());
        }
    }

    void goesOnWhereTheRunWasStopped()
    {
        Folder dir;
        train(project(2), dir, "r", std::make_shared<Recorder>());
        const std::size_t before = looksAt(readBack(dir, "r").trace());
        const SessionOptions options{dir.at("runs"), "cpu", "r", std::make_shared<Recorder>()};
        auto session = TrainSession::resume("r", options, [](Document& d) {
            d.training.set("epochs", int64_t{4});
            return Status();
        });
        QVERIFY2(session.ok(), session ? "" : session.error().message().c_str());
        QVERIFY(finish(**session).summary.ok());
        const TraceReader reader = readBack(dir, "r");
        QCOMPARE(reader.trace().steps().size(), std::size_t{120});
        QVERIFY(looksAt(reader.trace()) > before);
        std::set<std::pair<std::string, Quantity>> names;
        for (const Trace::Series& series : reader.trace().series()) {
            QVERIFY2(names.insert({series.name, series.quantity}).second, series.name.c_str()); // told of once
            for (std::size_t i = 1; i < series.looks.size(); ++i) QVERIFY(series.looks[i - 1].update < series.looks[i].update);
        }
    }

    void aStepIsMadeAgain()
    {
        Folder dir;
        const Document document = project();
        QVERIFY(train(document, dir, "r", std::make_shared<Recorder>()).summary.ok());
        // One that was looked at when it was made for the first time: which ones those are depends on the clock.
        const TraceReader reader = readBack(dir, "r");
        const int64_t step = reader.trace().find("fc", Quantity::Activation)->looks.back().update;
        std::vector<int64_t> heard;
        const Result<MadeAgain> again = makeAgain(dir.at("runs"), "r", step, "cpu", [&](int64_t update) { heard.push_back(update); });
        QVERIFY2(again.ok(), again ? "" : again.error().message().c_str());
        QCOMPARE(again->compared, step);
        QCOMPARE(again->same, step);
        QCOMPARE(heard.size(), static_cast<std::size_t>(step));
        int both = 0;
        for (const Sight& sight : again->sights) {
            QCOMPARE(sight.update, step);
            const Trace::Series* series = reader.trace().find(sight.name, sight.quantity);
            QVERIFY(series);
            for (const Trace::Look& look : series->looks) {
                if (look.update != step) continue;
                QVERIFY(pack(look.statistics) == pack(sight.statistics));
                ++both;
            }
        }
        QVERIFY(both > 0);
        const Result<MadeAgain> copy = madeAgainFromJson(Json::parse(madeAgainToJson(*again).dump()));
        QVERIFY(copy.ok());
        QCOMPARE(copy->sights.size(), again->sights.size());
        QVERIFY(pack(copy->sights[3].statistics) == pack(again->sights[3].statistics) && copy->sights[3].name == again->sights[3].name);
        QVERIFY(copy->sights[3].quantity == again->sights[3].quantity && !copy->failure);
        QVERIFY(!makeAgain(dir.at("runs"), "nobody", 5, "cpu").ok());
    }

    void damagedRecordsAreAnError()
    {
        Folder dir;
        train(project(1), dir, "r", std::make_shared<Recorder>());
        Result<RunStore> store = RunStore::open(dir.at("runs/runs.sqlite"));
        RunWriter writer = store->writer("r");
        writer.add(EventRecord{9, 0, "inspector/series", "", "[[1"});
        QVERIFY(writer.flush().ok());
        TraceReader broken("r");
        const Result<bool> read = broken.read(*store);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().message(), std::string("r, inspector/series: what the Inspector has recorded is damaged."));

        RunWriter other = store->writer("r");
        other.add(HistogramRecord{"activation/fc", 1, {1, 2, 3}});
        QVERIFY(other.flush().ok());
        TraceReader unpacked("r", 5);
        const Result<bool> packed = unpacked.read(*store);
        QVERIFY(!packed.ok() && packed.error().message().starts_with("r, activation/fc"));
    }
};

QTEST_GUILESS_MAIN(RecorderTest)
#include "recorder.moc"
