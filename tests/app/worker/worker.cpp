// SPDX-License-Identifier: Apache-2.0
// The worker from end to end on the wine project, by its program and its link.
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstring>

#include "app/link/client.h"
#include "app/link/descriptor.h"
#include "app/link/log_tail.h"
#include "core/store/run_store.h"
#include "tests/support/run_weights.h"

using namespace ds;
using namespace ds::link;

namespace {

/// A client that remembers.
class Client : public QObject {
public:
    explicit Client(const QString& runFolder, int polling = 10) : m_folder(runFolder)
    {
        connect(&link, &LinkClient::happened, this, [this](const QString& kind, const Json& data) { events.emplace_back(kind, data); });
        connect(&link, &LinkClient::status, this, [this](const WorkerStatus& s) {
            status = s;
            if (s.ended()) link.close(); // which lets the worker go
        });
        link.setPolling(polling);
        const bool found = QTest::qWaitFor([&] { return WorkerDescriptor::read(runFolder).ok(); }, 20000);
        if (found) link.open(WorkerDescriptor::read(runFolder)->socket);
    }

    bool waitFor(WorkerState state)
    {
        return QTest::qWaitFor([&] { return status.state == state; }, 60000);
    }
    /// Asks and waits for the answer.
    Result<Json> ask(const std::string& kind, const Json& arguments = Json::object())
    {
        std::optional<Result<Json>> answer;
        if (!QTest::qWaitFor([&] { return link.connected(); }, 20000)) return Error{"no link", "", ""};
        link.ask(kind, arguments, [&](Result<Json> got) { answer = std::move(got); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30000)) return Error{"no answer", "", ""};
        return *answer;
    }
    int count(const char* kind) const
    {
        return static_cast<int>(std::count_if(events.begin(), events.end(), [&](const auto& e) { return e.first == QLatin1String(kind); }));
    }
    Json last(const char* kind) const
    {
        const auto at = std::find_if(events.rbegin(), events.rend(), [&](const auto& e) { return e.first == QLatin1String(kind); });
        return at == events.rend() ? Json::object() : at->second;
    }

    LinkClient link;
    WorkerStatus status;
    std::vector<std::pair<QString, Json>> events;

private:
    QString m_folder;
};

} // namespace

class WorkerTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QProcess>> m_processes;

    std::string runs() const { return m_folder.path().toStdString(); }
    QString folderOf(const QString& run) const { return m_folder.path() + u'/' + run; }

    QProcess& worker(const QStringList& arguments)
    {
        m_processes.push_back(std::make_unique<QProcess>());
        m_processes.back()->start(QStringLiteral(DS_WORKER), QStringList{"--runs", m_folder.path()} + arguments);
        return *m_processes.back();
    }
    QProcess& train(const QString& run, const QStringList& settings = {})
    {
        QStringList arguments{"--project", QStringLiteral(DS_SOURCE_DIR "/resources/projects/wine.dsw"), "--run", run};
        for (const QString& setting : settings) arguments << "--set" << setting;
        return worker(arguments);
    }
    RunInfo record(const QString& run) const
    {
        Result<RunStore> store = RunStore::open(runs() + "/runs.sqlite", true);
        const Result<RunInfo> info = store->run(run.toStdString());
        return info ? *info : RunInfo{};
    }

private slots:
    void cleanup()
    {
        for (const auto& process : m_processes) {
            process->kill();
            process->waitForFinished();
        }
        m_processes.clear();
    }

    void trainsToItsEndAndTellsEverything()
    {
        QProcess& process = train("whole");
        Client client(folderOf("whole"));
        QVERIFY(client.waitFor(WorkerState::Finished));
        QCOMPARE(client.count("start"), 1);
        QCOMPARE(client.count("validation"), 40);
        QCOMPARE(client.count("summary"), 1);
        QVERIFY(client.count("missed") == 0);
        QCOMPARE(client.status.step, int64_t{360});
        QVERIFY(client.status.summary["metrics"]["accuracy"].get<double>() > 0.9);
        QVERIFY(client.status.predictedMemoryBytes > 0 && client.status.memoryBytes > 0);
        // With its client gone it ends, and leaves nothing to find.
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(!QFile::exists(WorkerDescriptor::path(folderOf("whole"))));
        QVERIFY(!QFile::exists(folderOf("whole") + "/link"));
        QVERIFY(record("whole").state == RunState::Finished);
    }

    void obeys()
    {
        QProcess& process = train("obeys", {"training.epochs=20000"});
        Client client(folderOf("obeys"));
        QVERIFY(client.waitFor(WorkerState::Running));
        QVERIFY(client.ask("pause").ok());
        QVERIFY(client.waitFor(WorkerState::Paused));
        const int64_t at = client.status.step;
        QVERIFY(client.ask("learning_rate", {{"rate", 0.125}}).ok());
        QTRY_COMPARE(client.last("learning_rate").value("learning_rate", 0.0), 0.125);
        QVERIFY(client.ask("step", {{"updates", 3}}).ok());
        QTRY_COMPARE(client.status.step, at + 3);
        QVERIFY(client.waitFor(WorkerState::Paused));
        QCOMPARE(client.status.learningRate, 0.125);
        const int validations = client.count("validation"), checkpoints = client.count("checkpoint");
        QVERIFY(client.ask("evaluate").ok());
        QTRY_COMPARE(client.count("validation"), validations + 1);
        QVERIFY(client.ask("checkpoint").ok());
        QTRY_COMPARE(client.count("checkpoint"), checkpoints + 1);

        Client second(folderOf("obeys")); // sees the same, from the beginning
        QVERIFY(second.waitFor(WorkerState::Paused));
        QCOMPARE(second.count("start"), 1);
        QCOMPARE(second.status.step, at + 3);
        QVERIFY(second.ask("resume").ok());
        QTRY_VERIFY(client.status.step > at + 3);
        QTRY_VERIFY(second.status.step > at + 3);
        QVERIFY(second.ask("stop").ok());
        QVERIFY(client.waitFor(WorkerState::Stopped));
        QVERIFY(second.waitFor(WorkerState::Stopped));
        QVERIFY(process.waitForFinished(10000));
        QVERIFY(record("obeys").state == RunState::Stopped);
    }

    void answersAboutTheLiveWeights()
    {
        train("weights", {"training.epochs=20000"});
        Client client(folderOf("weights"));
        for (const bool paused : {false, true}) {
            if (paused) {
                QVERIFY(client.ask("pause").ok());
                QVERIFY(client.waitFor(WorkerState::Paused));
            }
            Json row = Json::array();
            for (int i = 0; i < 13; ++i) row.push_back(0.1 * i);
            const Result<Json> prediction = client.ask("predict", {{"input", row}});
            QVERIFY2(prediction.ok(), prediction ? "" : prediction.error().message().c_str());
            double sum = 0;
            for (const Json& item : (*prediction)["classes"]) sum += item["probability"].get<double>();
            QCOMPARE((*prediction)["classes"].size(), std::size_t{3});
            QVERIFY(std::abs(sum - 1) < 1e-6);
            const Result<Json> tensor = client.ask("tensor", {{"name", "fc1.weight"}});
            QVERIFY(tensor.ok());
            int64_t elements = 1;
            for (const Json& size : (*tensor)["shape"]) elements *= size.get<int64_t>();
            QCOMPARE(elements, int64_t{13 * 32});
            QCOMPARE((*tensor)["values"].get_binary().size(), static_cast<std::size_t>(elements) * sizeof(float));
        }
        // What was sent is what the checkpoint holds.
        QVERIFY(client.ask("checkpoint").ok());
        const Result<Json> tensor = client.ask("tensor", {{"name", "fc2.bias"}});
        QVERIFY(tensor.ok());
        const auto& bytes = (*tensor)["values"].get_binary();
        QTRY_COMPARE(test::runWeights(runs(), "weights")["parameters/fc2.bias"], std::string(bytes.begin(), bytes.end()));
        // A row of the file, as text.
        const Result<Json> text = client.ask("predict", {{"input", "1,2,3,4,5,6,7,8,9,10,11,12,13"}, {"top", 1}});
        QVERIFY2(text.ok(), text ? "" : text.error().message().c_str());
        QCOMPARE((*text)["classes"].size(), std::size_t{1});
    }

    void leavesASnapshotForWhoLooks()
    {
        train("looked", {"training.epochs=20000"});
        Client client(folderOf("looked"));
        const QDir folder(folderOf("looked"));
        const auto left = [&folder] { return folder.entryList({QStringLiteral("snapshot-*.ckpt")}); };
        QVERIFY(client.ask("step", {{"updates", 5}}).ok());
        QVERIFY(client.waitFor(WorkerState::Paused));
        QVERIFY(client.ask("snapshot", {{"before", 1}}).ok()); // that of the beginning
        QCOMPARE(left(), QStringList{QStringLiteral("snapshot-0.ckpt")});
        QVERIFY(!client.ask("snapshot").ok());
        QVERIFY(client.ask("snapshot", {{"before", 0}}).ok()); // there is none
        QCOMPARE(left().size(), 1);
    }

    void nonsenseIsRefusedAndDoesNoHarm()
    {
        train("nonsense", {"training.epochs=20000"});
        Client client(folderOf("nonsense"));
        const std::vector<std::pair<std::string, Json>> bad = {{"dance", Json::object()},
                                                               {"step", {{"updates", 0}}},
                                                               {"step", {{"updates", "three"}}},
                                                               {"learning_rate", {{"rate", -1}}},
                                                               {"learning_rate", {{"rate", "fast"}}},
                                                               {"learning_rate", {{"rate", std::numeric_limits<double>::infinity()}}},
                                                               {"tensor", Json::object()},
                                                               {"tensor", {{"name", "fc1.weigth"}}},
                                                               {"predict", {{"input", {1, 2}}}},
                                                               {"predict", {{"input", {{"deep", nullptr}}}}},
                                                               {"predict", {{"input", "no, row"}}}};
        for (const auto& [kind, arguments] : bad) {
            const Result<Json> answer = client.ask(kind, arguments);
            QVERIFY2(!answer.ok(), (kind + " " + arguments.dump()).c_str());
            QVERIFY(answer.error().text.english() != "no answer");
        }
        QCOMPARE(client.ask("tensor", {{"name", "fc1.weigth"}}).error().hint.english(), std::string("Did you mean \"fc1.weight\"?"));
        QVERIFY(client.waitFor(WorkerState::Running));
    }

    void whatCannotBeginSaysWhy()
    {
        QProcess& process = train("broken", {"optimizer.learning_rate=-5"});
        Client client(folderOf("broken"));
        QVERIFY(client.waitFor(WorkerState::Failed));
        QVERIFY2(client.status.error.message().find("learning_rate") != std::string::npos, client.status.error.message().c_str());
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(lastWords(folderOf("broken")).contains("learning_rate"));
    }

    void aRunHasOneWorker()
    {
        train("one", {"training.epochs=20000"});
        Client client(folderOf("one"));
        QTRY_VERIFY(client.count("checkpoint") > 0);
        QProcess& second = worker({"--resume", "one"});
        QVERIFY(second.waitForFinished(10000));
        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.readAllStandardError().contains("another process is at work on it"));
        const int64_t before = client.status.step;
        QTRY_VERIFY(client.status.step > before); // the first was not disturbed
    }

    void aKilledClientDoesNotMatter()
    {
        train("client");
        Client quiet(folderOf("client"), 100);
        QProcess attached;
        attached.start(QStringLiteral(DS_DEEPSEEK), {"attach", "client", "--runs", m_folder.path(), "--json"});
        QVERIFY(attached.waitForReadyRead(30000));
        attached.kill();
        QVERIFY(attached.waitForFinished());
        QVERIFY(quiet.waitFor(WorkerState::Finished));
        QVERIFY(test::runWeights(runs(), "client") == test::runWeights(runs(), "whole"));
    }

    void attachShowsTheRunAndItsEnd()
    {
        train("attach");
        QTRY_VERIFY_WITH_TIMEOUT(WorkerDescriptor::read(folderOf("attach")).ok(), 20000);
        QProcess attached;
        attached.start(QStringLiteral(DS_DEEPSEEK), {"attach", "attach", "--runs", m_folder.path(), "--json"});
        QVERIFY(attached.waitForFinished(60000));
        QCOMPARE(attached.exitCode(), 0);
        QList<QByteArray> lines = attached.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(QJsonDocument::fromJson(lines.first()).object()["event"].toString(), QStringLiteral("start"));
        QCOMPARE(QJsonDocument::fromJson(lines.last()).object()["event"].toString(), QStringLiteral("summary"));
        attached.start(QStringLiteral(DS_DEEPSEEK), {"attach", "attach", "--runs", m_folder.path()});
        QVERIFY(attached.waitForFinished(30000));
        QCOMPARE(attached.exitCode(), 1);
        QVERIFY(attached.readAllStandardError().contains("has finished"));
    }

    void attachIsLeftWithoutHarm()
    {
        train("leave", {"training.epochs=20000"});
        Client client(folderOf("leave"));
        QVERIFY(client.waitFor(WorkerState::Running));
        QProcess attached;
        attached.start(QStringLiteral(DS_DEEPSEEK), {"attach", "leave", "--runs", m_folder.path()});
        QVERIFY(attached.waitForReadyRead(30000));
        ::kill(static_cast<pid_t>(attached.processId()), SIGINT);
        QVERIFY(attached.waitForFinished(30000));
        QCOMPARE(attached.exitCode(), 0);
        QVERIFY(attached.readAllStandardOutput().contains("Detached; the run goes on."));
        const int64_t before = client.status.step;
        QTRY_VERIFY(client.status.step > before);
    }

    /// kill -9 in the middle, running and paused; each time resumed: the weights of a run that was never disturbed.
    void aKilledWorkerGoesOnToTheSameBits()
    {
        const auto expected = test::runWeights(runs(), "whole");
        QVERIFY(!expected.empty());
        {
            QProcess& process = train("killed");
            Client client(folderOf("killed"));
            QTRY_VERIFY_WITH_TIMEOUT(client.count("checkpoint") > 3, 30000);
            process.kill();
            QVERIFY(process.waitForFinished());
            QTRY_VERIFY(!client.link.connected());
            QVERIFY(!WorkerDescriptor::read(folderOf("killed"))->alive());
        }
        {
            QProcess& process = worker({"--resume", "killed"});
            QTRY_VERIFY_WITH_TIMEOUT(WorkerDescriptor::read(folderOf("killed"))->alive(), 20000);
            Client client(folderOf("killed"));
            QVERIFY(client.ask("pause").ok());
            QVERIFY(client.waitFor(WorkerState::Paused));
            QVERIFY(client.status.step > 0);
            QVERIFY(client.ask("step", {{"updates", 5}}).ok());
            process.kill();
            QVERIFY(process.waitForFinished());
        }
        worker({"--resume", "killed"});
        QTRY_VERIFY_WITH_TIMEOUT(WorkerDescriptor::read(folderOf("killed"))->alive(), 20000);
        Client client(folderOf("killed"));
        QVERIFY(client.waitFor(WorkerState::Finished));
        QCOMPARE(client.status.step, int64_t{360});
        QVERIFY(test::runWeights(runs(), "killed") == expected);
    }

    void terminationSaves()
    {
        QProcess& process = train("term", {"training.epochs=20000"});
        Client client(folderOf("term"));
        QVERIFY(client.waitFor(WorkerState::Running));
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
        QVERIFY(client.waitFor(WorkerState::Stopped));
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(WorkerTest)
#include "worker.moc"
