// SPDX-License-Identifier: Apache-2.0
// The hub with real workers: queue, commands, workers that die, windows that go and come back.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <nlohmann/json.hpp>

#include "app/link/descriptor.h"
#include "app/workbench/runs/records.h"
#include "app/workbench/runs/run_hub.h"
#include "tests/support/run_weights.h"

using namespace ds;
using namespace ds::ui;

class HubTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunHub> m_hub;
    Error m_error;
    QStringList m_kinds; // of what happened, where a test listens
    int m_told = 0;
    int64_t m_step = 0;

    void open(int parallel = 1) { m_hub = createRunHub({m_folder->path(), parallel, QStringLiteral(DS_WORKER), 1}); }
    static Document wine(int64_t epochs)
    {
        Document document = loadDocument(DS_SOURCE_DIR "/resources/projects/wine.dsw").value();
        document.training.set("epochs", epochs);
        return document;
    }
    LiveRun* start(int64_t epochs)
    {
        LiveRun* run = m_hub->start(wine(epochs), &m_error);
        if (run) run->setWatched(true);
        return run;
    }
    static bool waitFor(LiveRun* run, LiveState state)
    {
        return QTest::qWaitFor([&] { return run->state() == state; }, 60000);
    }
    void listen(LiveRun* run)
    {
        connect(run, &LiveRun::happened, this, [this](const QString& kind) { m_kinds << kind; });
    }
    QString folderOf(const LiveRun* run) const { return m_folder->path() + u'/' + run->id(); }
    qint64 pidOf(const LiveRun* run) const
    {
        const auto descriptor = link::WorkerDescriptor::read(folderOf(run));
        return descriptor && descriptor->alive() ? descriptor->pid : 0;
    }
    auto weights(const LiveRun* run) const { return test::runWeights(m_folder->path().toStdString(), run->id().toStdString()); }

    static constexpr int64_t endless = 20000; // some minutes, should a test break off and leave it

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_kinds.clear();
        m_told = 0;
        open();
    }
    void cleanup()
    {
        m_hub.reset();
        for (const QString& id : QDir(m_folder->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const auto descriptor = link::WorkerDescriptor::read(m_folder->path() + u'/' + id);
            if (descriptor && descriptor->alive()) ::kill(static_cast<pid_t>(descriptor->pid), SIGKILL);
        }
    }

    void trains()
    {
        QSignalSpy added(m_hub.get(), &RunHub::added);
        LiveRun* run = start(40);
        QVERIFY(run);
        QCOMPARE(added.size(), 1);
        QCOMPARE(run->name(), QStringLiteral("Wine cultivars from CSV"));
        QVERIFY(run->id().isEmpty());
        listen(run);
        QVERIFY(waitFor(run, LiveState::Running));
        QVERIFY(!run->id().isEmpty());
        QVERIFY(waitFor(run, LiveState::Finished));
        QCOMPARE(run->progress().step, int64_t{360});
        QCOMPARE(m_kinds.count(QStringLiteral("start")), 1);
        QCOMPARE(m_kinds.count(QStringLiteral("validation")), 40);
        QCOMPARE(m_kinds.last(), QStringLiteral("summary"));
        QVERIFY(!run->active() && !run->resumable());
        QTRY_COMPARE(pidOf(run), qint64{0});
    }

    void obeys()
    {
        LiveRun* run = start(endless);
        QVERIFY(run);
        listen(run);
        run->pause(); // before there is a worker
        QVERIFY(waitFor(run, LiveState::Paused));
        const int64_t at = run->progress().step;
        run->step(4);
        QTRY_COMPARE(run->progress().step, at + 4);
        run->setLearningRate(0.25);
        QTRY_COMPARE(run->progress().learningRate, 0.25);
        run->setLearningRate(std::nullopt);
        QTRY_COMPARE(run->progress().learningRate, 0.01);
        run->step(-3);
        QTRY_COMPARE(m_kinds.last(), QStringLiteral("refused"));
        std::optional<Result<Json>> answer;
        Json row = Json::array();
        for (int i = 0; i < 13; ++i) row.push_back(i);
        run->predict(row, [&](const Result<Json>& got) {
            QCOMPARE(QThread::currentThread(), thread());
            answer = got;
        });
        QTRY_VERIFY(answer);
        QVERIFY(answer->ok());
        run->resume();
        QVERIFY(waitFor(run, LiveState::Running));
        run->stop();
        QVERIFY(waitFor(run, LiveState::Stopped));
        QVERIFY(run->resumable());
        answer.reset();
        run->predict(row, [&](const Result<Json>& got) { answer = got; });
        QTRY_VERIFY(answer);
        QVERIFY(!answer->ok());
    }

    void figuresAreToldAsOftenAsTheyCanBeRead()
    {
        LiveRun* run = start(endless);
        QVERIFY(waitFor(run, LiveState::Running));
        QElapsedTimer timer;
        timer.start();
        connect(run, &LiveRun::changed, this, [this, run] {
            m_told += run->state() == LiveState::Running;
            m_step = run->progress().step;
        });
        QTRY_VERIFY(m_told >= 5);
        QVERIFY2(timer.elapsed() >= 4 * 200, qPrintable(QString::number(timer.elapsed()))); // though it is asked 10 times a second
        run->pause();
        QVERIFY(waitFor(run, LiveState::Paused));
        QTRY_COMPARE(m_step, run->progress().step); // the last ones, too
    }

    /// In processes that leave nothing behind.
    void answersForOneQuestion()
    {
        open();
        std::optional<Result<Json>> answer;
        const auto take = [&](const Result<Json>& json) { answer = json; };
        m_hub->ask(wine(3), {{"ask", "profile"}, {"steps", 4}}, {}, take);
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 60000);
        QVERIFY2(answer->ok(), answer->ok() ? "" : answer->error().message().c_str());
        QVERIFY((**answer).at("steps") == 4 && !(**answer).at("ops").empty());
        QVERIFY(m_hub->runs().empty());
        answer.reset();
        Document broken = wine(3);
        broken.loss.attrs.set("prediction", std::string("nobody"));
        m_hub->ask(broken, {{"ask", "profile"}, {"steps", 4}}, {}, take);
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 60000);
        QVERIFY(!answer->ok());

        LiveRun* run = start(3);
        QVERIFY(run);
        QVERIFY(waitFor(run, LiveState::Finished));
        answer.reset();
        int64_t at = 0;
        m_hub->ask(
            run->id(), {{"ask", "step"}, {"step", 5}}, [&](int64_t update) { at = update; }, take);
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 60000);
        QVERIFY2(answer->ok(), answer->ok() ? "" : answer->error().message().c_str());
        QVERIFY(at > 0 && (**answer).at("step") == 5 && (**answer).at("same") == 5);
        answer.reset();
        bool replaced = false;
        const QString file = m_folder->filePath(QStringLiteral("value.npy"));
        const auto tensor = [&](int value) { return Json{{"ask", "tensor"}, {"step", 5}, {"value", value}, {"to", file.toStdString()}}; };
        m_hub->ask(run->id(), tensor(0), {}, [](const Result<Json>&) {});
        m_hub->ask(run->id(), tensor(1), {}, [&](const Result<Json>&) { replaced = true; });
        m_hub->ask(run->id(), tensor(2), {}, take);
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 60000);
        QVERIFY2(answer->ok(), answer->ok() ? "" : answer->error().message().c_str());
        QVERIFY(QFile::exists(file) && !replaced);
        answer.reset();
        m_hub->ask(run->id(), {{"ask", "nonsense"}}, {}, take);
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 60000);
        QVERIFY(!answer->ok());
    }

    void theQueueHasALimit()
    {
        LiveRun *a = start(endless), *b = start(endless), *c = start(endless);
        QVERIFY(waitFor(a, LiveState::Running));
        QVERIFY(b->state() == LiveState::Queued && c->state() == LiveState::Queued);
        b->stop();
        QVERIFY(b->state() == LiveState::Stopped);
        a->stop();
        QVERIFY(waitFor(a, LiveState::Stopped));
        QVERIFY(waitFor(c, LiveState::Running));
        LiveRun* d = start(endless);
        QVERIFY(d->state() == LiveState::Queued);
        m_hub->setParallelRuns(2);
        QVERIFY(waitFor(d, LiveState::Running));
        QVERIFY(c->state() == LiveState::Running);
        QVERIFY(c->id() != d->id());
        QCOMPARE(m_hub->runs().size(), std::size_t{4});
    }

    void aKilledWorkerIsToldSoonAndGoesOnToTheSameBits()
    {
        LiveRun* whole = start(60);
        QVERIFY(waitFor(whole, LiveState::Finished));
        LiveRun* run = start(60);
        run->setWatched(false); // the slow way
        run->pause();
        QVERIFY(waitFor(run, LiveState::Paused));
        run->step(40); // into the fifth epoch, behind four checkpoints
        QTRY_VERIFY_WITH_TIMEOUT(run->state() == LiveState::Paused && run->progress().step >= 40, 30000);
        run->step(2);
        QElapsedTimer time;
        time.start();
        ::kill(static_cast<pid_t>(pidOf(run)), SIGKILL);
        QVERIFY(waitFor(run, LiveState::Lost));
        QVERIFY(time.elapsed() < 2000);
        QVERIFY(!run->message().isEmpty());
        QVERIFY(run->resumable());
        QTRY_COMPARE(recordOf(m_folder->path(), run->id())->state, RunState::Failed); // not "running" for ever
        QCOMPARE(m_hub->resume(run->id(), &m_error), run);
        QVERIFY(!m_hub->resume(run->id(), &m_error)); // it lives already
        QVERIFY(waitFor(run, LiveState::Finished));
        QVERIFY(!weights(run).empty());
        QVERIFY(weights(run) == weights(whole));
        QCOMPARE(recordOf(m_folder->path(), run->id())->state, RunState::Finished);
    }

    void lastWordsAreShown()
    {
        for (const char* name : {"ASAN_OPTIONS", "TSAN_OPTIONS"}) // a sanitizer would catch the worker's fault and say it in its words
            qputenv(name, qgetenv(name) + ":handle_segv=0");
        LiveRun* run = start(endless);
        QVERIFY(waitFor(run, LiveState::Running));
        ::kill(static_cast<pid_t>(pidOf(run)), SIGSEGV);
        QVERIFY(waitFor(run, LiveState::Lost));
        QVERIFY2(run->message().contains("memory fault"), qPrintable(run->message()));
    }

    void aNewWindowFindsTheRuns()
    {
        LiveRun* run = start(endless);
        QVERIFY(waitFor(run, LiveState::Running));
        const QString id = run->id();
        const qint64 pid = pidOf(run);
        m_hub.reset();
        open();
        connect(m_hub.get(), &RunHub::added, this, &HubTest::listen);
        QTRY_COMPARE(m_hub->runs().size(), std::size_t{1});
        run = m_hub->runs().front();
        QVERIFY(waitFor(run, LiveState::Running));
        QCOMPARE(run->id(), id);
        QCOMPARE(run->name(), QStringLiteral("Wine cultivars from CSV"));
        QCOMPARE(pidOf(run), pid);
        QCOMPARE(m_kinds.first(), QStringLiteral("start")); // the whole history
        // What is found counts for the limit.
        LiveRun* waiting = start(endless);
        QVERIFY(waiting->state() == LiveState::Queued);
        m_hub.reset(); // before what listens
    }

    void aNewWindowTellsOfTheDead()
    {
        LiveRun* run = start(endless);
        QTRY_VERIFY_WITH_TIMEOUT(run->progress().epoch > 1, 30000);
        const qint64 pid = pidOf(run);
        m_hub.reset();
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        open();
        QTRY_COMPARE(m_hub->runs().size(), std::size_t{1});
        run = m_hub->runs().front();
        QVERIFY(waitFor(run, LiveState::Lost));
        QVERIFY(run->resumable());
        QTRY_VERIFY(!link::WorkerDescriptor::read(folderOf(run)).ok());
        m_hub.reset();
        open();                     // told once
        LiveRun* later = start(40); // what the hub finds, it has found by the end of another run
        QVERIFY(waitFor(later, LiveState::Finished));
        QCOMPARE(m_hub->runs(), std::vector<LiveRun*>{later});
    }

    void whatWaitsIsFoundByTheNextWindow()
    {
        LiveRun* first = start(endless);
        QVERIFY(waitFor(first, LiveState::Running));
        QVERIFY(start(40)->state() == LiveState::Queued);
        LiveRun* given = start(40);
        given->stop();
        // Its file names this process, which lives; a window of another process would have died.
        const QDir queue(m_folder->filePath(".queue"));
        QTRY_COMPARE(queue.entryList(QDir::Files).size(), 1);
        m_hub.reset();
        QFile file(queue.filePath(queue.entryList(QDir::Files).value(0)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        text.replace("\"started\": ", "\"started\": 1");
        file.resize(0);
        file.seek(0);
        file.write(text);
        file.close();
        QFile damaged(queue.filePath("1-1.json"));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"pid\": \"x\"");
        damaged.close();
        open();
        QTRY_COMPARE(m_hub->runs().size(), std::size_t{2});
        first = m_hub->runs()[0];
        LiveRun* second = m_hub->runs()[1];
        QVERIFY(second->state() == LiveState::Queued);
        QCOMPARE(second->name(), QStringLiteral("Wine cultivars from CSV"));
        QTRY_COMPARE(queue.entryList(QDir::Files).size(), 1);
        QVERIFY(waitFor(first, LiveState::Running));
        first->stop();
        QVERIFY(waitFor(second, LiveState::Finished));
        QTRY_VERIFY(queue.entryList(QDir::Files).isEmpty());
    }

    void whatIsAskedForAsTheWindowClosesIsDone()
    {
        LiveRun* first = start(endless);
        QVERIFY(waitFor(first, LiveState::Running));
        for (int i = 0; i < 20; ++i) start(40)->stop();
        QVERIFY(start(40)->state() == LiveState::Queued);
        m_hub.reset();
        QCOMPARE(QDir(m_folder->filePath(".queue")).entryList(QDir::Files).size(), 1);
    }

    void workersThatOthersStartAppear()
    {
        QProcess other;
        other.start(QStringLiteral(DS_WORKER),
                    {"--runs", m_folder->path(), "--project", QStringLiteral(DS_SOURCE_DIR "/resources/projects/wine.dsw"), "--run",
                     "other", "--set", "training.epochs=20000"});
        QTRY_COMPARE_WITH_TIMEOUT(m_hub->runs().size(), std::size_t{1}, 20000);
        QVERIFY(waitFor(m_hub->runs().front(), LiveState::Running));
        QCOMPARE(m_hub->runs().front()->id(), QStringLiteral("other"));
        other.kill();
        other.waitForFinished();
        QVERIFY(waitFor(m_hub->runs().front(), LiveState::Lost));
    }

    void whatCannotBeTriedIsToldAtOnce()
    {
        QVERIFY(!m_hub->resume("no-such-run", &m_error));
        QVERIFY(QString::fromStdString(m_error.message()).contains("no-such-run"));
        m_hub = createRunHub({m_folder->path(), 1, QStringLiteral("/nowhere/deepseek-worker"), 1});
        QVERIFY(!start(1));
        QVERIFY(QString::fromStdString(m_error.message()).contains("/nowhere/deepseek-worker"));
        m_hub = createRunHub({QStringLiteral("/proc/nowhere"), 1, QStringLiteral(DS_WORKER), 1});
        QVERIFY(!start(1));
    }

    void aProjectThatCannotTrainFailsWithItsReason()
    {
        Document document = wine(10);
        document.train.attrs.set("file", std::string("nowhere.csv"));
        LiveRun* run = m_hub->start(document, &m_error);
        QVERIFY(run);
        QVERIFY(waitFor(run, LiveState::Failed));
        QVERIFY2(run->message().contains("nowhere.csv"), qPrintable(run->message()));
        QVERIFY(!run->resumable());
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(folderOf(run)), 10000); // nothing stays of it
    }

    void aWorkerThatIsNoneFails()
    {
        m_hub = createRunHub({m_folder->path(), 1, QStringLiteral("/bin/false"), 1});
        LiveRun* run = start(1);
        QVERIFY(run);
        QVERIFY(waitFor(run, LiveState::Failed));
        QVERIFY(!run->message().isEmpty());
    }

    void aStalledWorkerIsToldAndComesBack()
    {
        LiveRun* run = start(endless);
        QVERIFY(waitFor(run, LiveState::Running));
        const auto pid = static_cast<pid_t>(pidOf(run));
        ::kill(pid, SIGSTOP);
        QTRY_VERIFY_WITH_TIMEOUT(run->message().contains("does not answer"), 10000);
        QVERIFY(run->active());
        ::kill(pid, SIGCONT);
        QTRY_VERIFY(run->message().isEmpty());
        const int64_t at = run->progress().step;
        QTRY_VERIFY(run->progress().step > at);
    }
};

QTEST_GUILESS_MAIN(HubTest)
#include "hub.moc"
