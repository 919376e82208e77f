// SPDX-License-Identifier: Apache-2.0
// What a user asks of a running session: each request does what it says, at the step it should, and none changes the course of the
// training but those that mean to.
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <thread>

#include <nlohmann/json.hpp>

#include "core/backends/cpu/cpu.h"
#include "core/store/run_store.h"
#include "core/train/prediction.h"
#include "core/train/run_folder.h"
#include "core/train/session.h"
#include "tests/support/run_weights.h"

using namespace ds;

namespace {

Document small(int64_t steps)
{
    Document d;
    d.name = "Small";
    d.train = {"random", {{"shape", Ints{6}}, {"samples", 640}, {"classes", 3}}};
    d.model.layers = {
        {"in", "Input", {{"field", "input"}}}, {"fc1", "Dense", {{"units", 8}}}, {"act", "ReLU"}, {"fc2", "Dense", {{"units", 3}}}};
    for (std::size_t i = 0; i + 1 < d.model.layers.size(); ++i)
        d.model.wires.push_back({{d.model.layers[i].name}, {d.model.layers[i + 1].name}});
    d.loss = {"cross_entropy", {{"prediction", "fc2"}, {"target", "label"}}};
    d.optimizer = {"adam", {{"learning_rate", 0.01}}};
    d.training = {{"batch_size", 16}, {"steps", steps}, {"validation_share", 0.25}, {"seed", 3}};
    return d;
}

constexpr int64_t endless = 1'000'000'000;

/// A session at work on a thread of its own, and what it has told.
class Running {
public:
    Running(const Document& document, const QString& folder, const std::function<void(Controls&)>& before = {})
        : Running(TrainSession::start(document, {folder.toStdString(), "cpu", ""}), before)
    {
    }
    Running(Result<std::unique_ptr<TrainSession>> session, const std::function<void(Controls&)>& before = {})
        : m_session(std::move(session).value())
    {
        if (before) before(controls());
        m_thread = std::thread([this] {
            setCpuThreads(1);
            m_summary = m_session->run([this](const TrainEvent& event) {
                const std::lock_guard lock(m_mutex);
                m_events.push_back(event);
                m_changed.notify_all();
            });
        });
    }
    ~Running()
    {
        controls().stop();
        if (m_thread.joinable()) m_thread.join();
    }

    Controls& controls() { return m_session->controls(); }
    TrainSession& session() { return *m_session; }

    /// The data of the next event of a kind, behind those that were taken before; null after 30 s.
    Json next(const std::string& kind)
    {
        std::unique_lock lock(m_mutex);
        Json found;
        m_changed.wait_for(lock, std::chrono::seconds(30), [&] {
            for (; m_taken < m_events.size(); ++m_taken)
                if (m_events[m_taken].kind == kind) {
                    found = m_events[m_taken++].data;
                    return true;
                }
            return false;
        });
        return found;
    }
    int64_t pausedAt()
    {
        const Json event = next("paused");
        return event.is_null() ? -1 : event["step"].get<int64_t>();
    }
    Json last(const std::string& kind)
    {
        const std::lock_guard lock(m_mutex);
        const auto at = std::find_if(m_events.rbegin(), m_events.rend(), [&](const TrainEvent& e) { return e.kind == kind; });
        return at == m_events.rend() ? Json() : at->data;
    }
    Json end()
    {
        m_thread.join();
        return m_summary ? *m_summary : Json(m_summary.error().message());
    }

private:
    std::unique_ptr<TrainSession> m_session;
    std::thread m_thread;
    Result<Json> m_summary = Error{"not run", "", ""};
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<TrainEvent> m_events;
    std::size_t m_taken = 0;
};

} // namespace

class ControlsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString runs() const { return m_folder.path(); }

    RunStore store() const { return RunStore::open(m_folder.filePath("runs.sqlite").toStdString(), true).value(); }
    RunInfo record(const std::string& run) const { return store().run(run).value(); }
    std::map<int64_t, double> scalars(const std::string& run, const char* name) const
    {
        std::map<int64_t, double> values;
        const std::vector<ScalarRecord> records = store().scalars(run, name).value();
        for (const ScalarRecord& scalar : records) values[scalar.step] = scalar.value;
        return values;
    }
    std::map<std::string, std::string> weights(const std::string& run) const { return test::runWeights(runs().toStdString(), run); }

private slots:
    void pausesAndResumes()
    {
        Running run(small(endless), runs());
        const std::string id = run.session().runId();
        QVERIFY(!run.next("progress").is_null());
        run.controls().pause();
        const int64_t at = run.pausedAt();
        QVERIFY(at > 0);
        QVERIFY(record(id).state == RunState::Paused);
        QVERIFY(std::filesystem::exists(runFolder(runs().toStdString(), id) + "/last.ckpt"));
        // All that was done is recorded, and nothing more is done.
        QCOMPARE(scalars(id, "train/loss").rbegin()->first, at);
        run.controls().resume();
        const Json resumed = run.next("resumed");
        QCOMPARE(resumed["step"].get<int64_t>(), at);
        QVERIFY(!resumed.contains("updates"));
        QVERIFY(run.next("progress")["step"].get<int64_t>() > at);
        QVERIFY(record(id).state == RunState::Running);
    }

    void aPauseBeforeTheStartHolds()
    {
        Running run(small(endless), runs(), [](Controls& controls) { controls.pause(); });
        QCOMPARE(run.pausedAt(), int64_t{0});
    }

    void stepsAreExact_data()
    {
        QTest::addColumn<int>("accumulate");
        QTest::newRow("each batch updates") << 1;
        QTest::newRow("three batches an update") << 3;
    }
    void stepsAreExact()
    {
        QFETCH(int, accumulate);
        Document document = small(endless);
        document.training.set("accumulate", int64_t{accumulate});
        Running run(document, runs(), [](Controls& controls) { controls.pause(); });
        QCOMPARE(run.pausedAt(), int64_t{0});
        int64_t expected = 0;
        for (const int64_t updates : {int64_t{1}, int64_t{1}, int64_t{5}, int64_t{100}}) {
            run.controls().step(updates);
            QCOMPARE(run.next("resumed")["updates"].get<int64_t>(), updates);
            expected += updates;
            QCOMPARE(run.pausedAt(), expected);
            QCOMPARE(run.last("progress")["step"].get<int64_t>(), expected); // not left to the next tick
        }
        QCOMPARE(scalars(run.session().runId(), "train/loss").rbegin()->first, expected);
    }

    void requestsWhilePausedMakeNoStep()
    {
        Running run(small(endless), runs());
        QVERIFY(!run.next("progress").is_null());
        run.controls().pause();
        const int64_t at = run.pausedAt();
        run.controls().checkpoint();
        QCOMPARE(run.next("checkpoint")["step"].get<int64_t>(), at);
        run.controls().evaluate();
        const Json validation = run.next("validation");
        QCOMPARE(validation["step"].get<int64_t>(), at);
        QVERIFY(validation["asked"].get<bool>());
        QVERIFY(validation.contains("val_loss"));
        run.controls().setLearningRate(0.25);
        QCOMPARE(run.next("learning_rate")["step"].get<int64_t>(), at);
        int64_t seen = -1;
        run.controls().post([&] { seen = run.session().learner().updates(); });
        run.controls().step(1);
        QCOMPARE(run.pausedAt(), at + 1);
        QCOMPARE(seen, at);
    }

    void theLearningRateIsSetRecordedAndGivenBack()
    {
        Document document = small(endless);
        document.schedule = {"step", {{"every", 1000000.0}}};
        Running run(document, runs(), [](Controls& controls) { controls.pause(); });
        QCOMPARE(run.pausedAt(), int64_t{0});
        const std::string id = run.session().runId();
        const auto step = [&] {
            run.controls().step(1);
            return run.pausedAt();
        };
        QCOMPARE(step(), int64_t{1});
        run.controls().setLearningRate(0.5);
        Json event = run.next("learning_rate");
        QCOMPARE(event["learning_rate"].get<double>(), 0.5);
        QVERIFY(!event["scheduled"].get<bool>());
        QCOMPARE(step(), int64_t{2});
        run.controls().setLearningRate(std::nullopt);
        event = run.next("learning_rate");
        QCOMPARE(event["learning_rate"].get<double>(), 0.01);
        QVERIFY(event["scheduled"].get<bool>());
        QCOMPARE(step(), int64_t{3});
        const auto rates = scalars(id, "train/learning_rate");
        QCOMPARE(rates.at(1), 0.01);
        QCOMPARE(rates.at(2), 0.5);
        QCOMPARE(rates.at(3), 0.01);
        std::vector<std::string> texts;
        const std::vector<EventRecord> records = store().events(id).value();
        for (const EventRecord& record : records)
            if (record.kind == "learning_rate") texts.push_back(std::to_string(record.step) + ": " + record.text);
        QCOMPARE(texts.size(), std::size_t{2});
        QCOMPARE(QString::fromStdString(texts[0]), QStringLiteral("1: The learning rate was set to 0.5"));
        QVERIFY(texts[1].starts_with("2: The learning rate follows the schedule again"));
    }

    /// Pauses, steps, looks and checkpoints at odd moments leave the weights of an undisturbed run.
    void lookingChangesNothing()
    {
        Document document = small(300);
        // There are 10 validations: only if those that are asked for counted, too, the run would end early.
        document.training.set("early_stopping", int64_t{11});
        Running plain(document, runs());
        const std::string a = plain.session().runId();
        QVERIFY(plain.end().is_object());
        Running disturbed(document, runs(), [](Controls& controls) { controls.pause(); });
        const std::string b = disturbed.session().runId();
        QCOMPARE(disturbed.pausedAt(), int64_t{0});
        for (int i = 1; i <= 20; ++i) {
            disturbed.controls().evaluate();
            disturbed.controls().checkpoint();
            disturbed.controls().post([&] {
                const Dataset& data = disturbed.session().trainingData();
                const Json fitted = data.fitted();
                const Result<Json> prediction =
                    predictSample(disturbed.session().learner(), {fitted, data.fields()}, Json{1, 2, 3, 4, 5, 6}, 2);
                QVERIFY(prediction.ok());
                QCOMPARE((*prediction)["classes"].size(), std::size_t{2});
            });
            disturbed.controls().step(7);
            QCOMPARE(disturbed.pausedAt(), int64_t{7 * i});
        }
        for (int i = 0; i < 12; ++i) { // no improvement in any of them
            disturbed.controls().evaluate();
            QVERIFY(!disturbed.next("validation").is_null());
        }
        disturbed.controls().resume();
        const Json summary = disturbed.end();
        QVERIFY(summary.is_object());
        QCOMPARE(summary["steps"].get<int64_t>(), int64_t{300});
        const auto expected = weights(a);
        QVERIFY(!expected.empty());
        QVERIFY(weights(b) == expected);
        QCOMPARE(scalars(b, "train/loss"), scalars(a, "train/loss"));
    }

    void stopSavesAndGoesOn_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::newRow("while running") << false;
        QTest::newRow("while paused") << true;
    }
    void stopSavesAndGoesOn()
    {
        QFETCH(bool, paused);
        Running whole(small(600), runs());
        const std::string a = whole.session().runId();
        QVERIFY(whole.end().is_object());
        std::string b;
        {
            Running run(small(600), runs(), [&](Controls& controls) { controls.step(paused ? 501 : 550); });
            b = run.session().runId();
            if (paused) {
                QCOMPARE(run.pausedAt(), int64_t{501});
            }
            run.controls().stop();
            const Json stopped = run.next("stopped");
            QVERIFY(!stopped.is_null());
            const Json summary = run.end();
            QVERIFY(summary["stopped"].get<bool>());
            QCOMPARE(summary["steps"].get<int64_t>(), stopped["step"].get<int64_t>());
            QVERIFY(record(b).state == RunState::Stopped);
            QVERIFY(!run.controls().post([] {}));
        }
        Running rest(TrainSession::resume(b, {runs().toStdString(), "cpu", ""}));
        QCOMPARE(rest.end()["steps"].get<int64_t>(), int64_t{600});
        QVERIFY(record(b).state == RunState::Finished);
        QVERIFY(weights(b) == weights(a));
    }

    void aSignalStopsAPausedRun()
    {
        Running run(small(endless), runs(), [](Controls& controls) { controls.pause(); });
        QCOMPARE(run.pausedAt(), int64_t{0});
        run.controls().stopFromSignal();
        QVERIFY(run.end()["stopped"].get<bool>());
    }

    void whatIsPostedRunsOnTheTrainingThreadOrIsRefused()
    {
        Running run(small(endless), runs());
        QVERIFY(!run.next("progress").is_null());
        std::atomic<int> done{0};
        std::atomic<bool> foreign{false};
        const auto mine = std::this_thread::get_id();
        for (int i = 0; i < 1000; ++i)
            QVERIFY(run.controls().post([&] {
                foreign = foreign || std::this_thread::get_id() != mine;
                ++done;
            }));
        QTRY_COMPARE(done.load(), 1000);
        QVERIFY(foreign);
        // Whatever happens around the end: what was taken is done, the rest refused.
        run.controls().stop();
        int taken = 0;
        while (run.controls().post([&] { ++done; })) ++taken;
        run.end();
        QCOMPARE(done.load(), 1000 + taken);
    }

    void samplesThatDoNotFitAreTold()
    {
        Running run(small(endless), runs(), [](Controls& controls) { controls.pause(); });
        QCOMPARE(run.pausedAt(), int64_t{0});
        std::vector<std::string> texts;
        std::atomic<bool> done{false};
        run.controls().post([&] {
            const Dataset& data = run.session().trainingData();
            const Json fitted = data.fitted();
            for (const Json& input : {Json{1, 2}, Json("nowhere.npy"), Json{{"other", 1}}, Json{1, 2, 3, 4, 5, "six"}, Json(nullptr)}) {
                const Result<Json> result = predictSample(run.session().learner(), {fitted, data.fields()}, input, 3);
                texts.push_back(result ? "" : result.error().message());
            }
            done = true;
        });
        QTRY_VERIFY(done);
        QVERIFY(texts[0].find("expects 6 numbers for [6], got 2") != std::string::npos);
        for (const std::string& text : texts) QVERIFY(!text.empty());
    }
};

QTEST_GUILESS_MAIN(ControlsTest)
#include "controls.moc"
