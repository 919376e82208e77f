// SPDX-License-Identifier: Apache-2.0
// Server and client against each other and against programs that do not keep to the protocol.
#include <QFileInfo>
#include <QLocalServer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "app/link/client.h"
#include "app/link/event_ring.h"
#include "app/link/server.h"

using namespace ds;
using namespace ds::link;

namespace {

/// A socket without manners.
class Raw {
public:
    explicit Raw(const QString& name)
    {
        m_socket.connectToServer(name);
        m_socket.waitForConnected(5000);
    }
    void write(const QByteArray& bytes) { m_socket.write(bytes); }
    void hello(int number = version) { write(frameOf({{"hello", greeting}, {"version", number}})); }
    bool closed() const { return m_socket.state() == QLocalSocket::UnconnectedState; }
    /// The next message, or null.
    Json read()
    {
        Json found;
        (void)QTest::qWaitFor([&] {
            m_reader.append(m_socket.readAll());
            const Result<std::optional<Json>> message = m_reader.next();
            if (message.ok() && *message) found = **message;
            return !found.is_null();
        });
        return found;
    }

private:
    QLocalSocket m_socket;
    FrameReader m_reader{mostAnswer};
};

std::string errorText(const Json& message) { return message.contains("error") ? errorFromJson(message["error"]).text.english() : ""; }

} // namespace

class Server : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_name;
    std::optional<EventRing> m_events;
    WorkerStatus m_status;
    std::vector<std::pair<Json, Answer>> m_kept; // requests of kind "predict", unanswered
    std::unique_ptr<LinkServer> m_server;

    void serve(const std::string& session)
    {
        m_server =
            std::make_unique<LinkServer>("run-1", session, [this](const std::string& ask, const Json& request, const Answer& answer) {
                if (ask == "poll") {
                    EventRing::Part part = m_events->since(request["since"].get<int64_t>());
                    Json events = Json::array();
                    for (Event& event : part.events) events.push_back(Json::array({event.kind, event.data}));
                    answer(Json{{"status", statusToJson(m_status)},
                                {"events", events},
                                {"next", part.next},
                                {"missed", part.missed},
                                {"more", part.more}});
                } else if (ask == "predict") {
                    m_kept.emplace_back(request, answer);
                } else if (ask == "echo") {
                    answer(Json{{"echo", request["text"]}});
                } else {
                    answer(Error{"unknown", "here", "hint"});
                }
            });
        const Result<QString> name = m_server->listen({m_folder.filePath("link")});
        QVERIFY(name.ok());
        m_name = *name;
    }

private slots:
    void init()
    {
        m_kept.clear();
        m_events.emplace();
        serve("first");
    }
    void cleanup() { m_server.reset(); }

    void onlyTheUserMayConnect()
    {
        const QFileInfo info(m_name);
        QVERIFY(info.exists());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(info.permissions() & others));
    }

    void askingAndAnswering()
    {
        LinkClient client;
        QSignalSpy greeted(&client, &LinkClient::greeted);
        client.open(m_name);
        QTRY_COMPARE(greeted.size(), 1);
        QCOMPARE(greeted[0][0].toString(), QStringLiteral("run-1"));
        Result<Json> answer = Error{};
        client.ask("echo", {{"text", "hi"}}, [&](const Result<Json>& got) { answer = got; });
        QTRY_VERIFY(answer.ok());
        QCOMPARE((*answer)["echo"].get<std::string>(), std::string("hi"));
        client.ask("nonsense", Json::object(), [&](const Result<Json>& got) { answer = got; });
        QTRY_VERIFY(!answer.ok());
        QCOMPARE(answer.error().message(), Error({"unknown", "here", "hint"}).message());
    }

    void aNewerRequestReplacesTheOlder()
    {
        LinkClient client;
        client.open(m_name);
        QTRY_VERIFY(client.connected());
        std::vector<Result<Json>> first, second;
        client.ask("predict", {{"input", 1}}, [&](const Result<Json>& got) { first.push_back(got); });
        client.ask("predict", {{"input", 2}}, [&](const Result<Json>& got) { second.push_back(got); });
        QTRY_COMPARE(first.size(), std::size_t{1});
        QVERIFY(!first[0].ok());
        QVERIFY(!m_kept[0].second.wanted() && m_kept[1].second.wanted());
        // From another thread, as the training does; the answer that came too late is dropped.
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            m_kept[0].second(Json{{"value", 1}});
            m_kept[1].second(Json{{"value", 2}});
        }));
        thread->start();
        QTRY_COMPARE(second.size(), std::size_t{1});
        thread->wait();
        QVERIFY(second[0].ok());
        QCOMPARE((*second[0])["value"].get<int>(), 2);
        QCOMPARE(first.size(), std::size_t{1});
    }

    void requestsAreBounded()
    {
        Raw raw(m_name);
        raw.hello();
        raw.read();
        for (int i = 0; i < 100; ++i) raw.write(frameOf({{"tag", i}, {"ask", "predict"}, {"input", i}}));
        Json last; // requests are taken in order: the answer to the last one comes when all are
        do last = raw.read();
        while (!last.is_null() && last["tag"] != 99);
        QCOMPARE(errorText(last), std::string("too many requests are waiting"));
        QCOMPARE(m_kept.size(), std::size_t{64});
    }

    void aReconnectingClientMissesNothing()
    {
        LinkClient client;
        std::vector<int> steps;
        bool missed = false;
        connect(&client, &LinkClient::happened, this, [&](const QString& kind, const Json& data) {
            if (kind == QLatin1String("missed")) missed = true;
            else steps.push_back(data["step"].get<int>());
        });
        QSignalSpy lost(&client, &LinkClient::lost);
        client.setPolling(5);
        client.open(m_name);
        m_events->push("checkpoint", {{"step", 1}});
        QTRY_COMPARE(steps.size(), std::size_t{1});
        m_server.reset(); // the same worker comes back, as after a hiccup
        QTRY_VERIFY(!lost.isEmpty());
        QVERIFY(!client.connected());
        m_events->push("checkpoint", {{"step", 2}});
        m_events->push("checkpoint", {{"step", 3}});
        serve("first");
        QTRY_COMPARE(steps, (std::vector<int>{1, 2, 3}));
        m_server.reset();
        serve("second"); // another worker: its events are all new
        QTRY_COMPARE(steps, (std::vector<int>{1, 2, 3, 1, 2, 3}));
        QVERIFY(!missed);
    }

    void aBrokenLinkFailsWhatWaits()
    {
        LinkClient client;
        client.open(m_name);
        QTRY_VERIFY(client.connected());
        int errors = 0;
        client.ask("predict", {{"input", 1}}, [&](const Result<Json>& got) { errors += !got.ok(); });
        QTRY_COMPARE(m_kept.size(), std::size_t{1});
        m_server.reset();
        QTRY_COMPARE(errors, 1);
        client.ask("echo", {{"text", "x"}}, [&](const Result<Json>& got) { errors += !got.ok(); });
        QCOMPARE(errors, 2);
    }

    void anotherVersionIsToldAndFinal()
    {
        Raw raw(m_name);
        raw.hello(version + 1);
        QVERIFY(errorText(raw.read()).find("another version") != std::string::npos);
        QTRY_VERIFY(raw.closed());

        // The other way round: a worker of a later release.
        QLocalServer later;
        QVERIFY(later.listen(m_folder.filePath("later")));
        connect(&later, &QLocalServer::newConnection, this, [&] {
            QLocalSocket* socket = later.nextPendingConnection();
            socket->write(frameOf({{"hello", greeting}, {"version", version + 1}, {"run", "r"}, {"session", "s"}}));
        });
        LinkClient client;
        QSignalSpy lost(&client, &LinkClient::lost);
        client.open(m_folder.filePath("later"));
        QTRY_COMPARE(lost.size(), 1);
        QVERIFY(lost[0][1].toBool());
        QVERIFY(lost[0][0].toString().contains(QLatin1String("another version")));
    }

    void nonsenseClosesTheConnectionWithAReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("greeted");
        QTest::newRow("a browser") << QByteArray("GET / HTTP/1.1\r\n\r\n") << false;
        QTest::newRow("another program") << frameOf({{"hello", "x"}}) << false;
        QTest::newRow("too much before the greeting") << frameOf({{"hello", std::string(5000, 'x')}}) << false;
        QTest::newRow("no tag") << frameOf({{"ask", "poll"}}) << true;
        QTest::newRow("no question") << frameOf({{"tag", 1}}) << true;
        QTest::newRow("an oversized length") << QByteArray("\x7F\xFF\xFF\xFF", 4) << true;
        QTest::newRow("garbage") << QByteArray("\0\0\0\4\xFF\xFF\xFF\xFF", 8) << true;
    }
    void nonsenseClosesTheConnectionWithAReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, greeted);
        Raw raw(m_name);
        if (greeted) {
            raw.hello();
            QVERIFY(raw.read().contains("hello"));
        }
        raw.write(bytes);
        QVERIFY(!errorText(raw.read()).empty());
        QTRY_VERIFY(raw.closed());
        QTRY_COMPARE(m_server->connections(), 0);
    }

    /// Programs that send anything at all: the server lives and serves on.
    void theServerSurvivesGarbage()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            Raw raw(m_name);
            if (round % 2) raw.hello();
            QByteArray bytes(random.bounded(1, 3000), Qt::Uninitialized);
            for (char& c : bytes) c = static_cast<char>(random.generate());
            if (round % 3) bytes.prepend(QByteArray("\0\0\0", 3) + static_cast<char>(random.generate()));
            raw.write(bytes);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(m_server->connections(), 0);
        askingAndAnswering();
    }

    void aWorkerThatSendsNonsenseIsLost_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("garbage") << QByteArray(100, '\xFF');
        QTest::newRow("what nobody asked for") << frameOf({{"tag", 99}, {"ok", 1}});
        QTest::newRow("a poll without a state") << frameOf({{"tag", 1}, {"ok", {{"next", 1}}}});
        QTest::newRow("another type") << frameOf({{"tag", 1}, {"ok", {{"next", "x"}, {"status", 3}, {"events", 5}, {"more", "y"}}}});
        QTest::newRow("events that are none") << frameOf(
            {{"tag", 1}, {"ok", {{"next", 1}, {"status", statusToJson({})}, {"events", {1, 2}}}}});
    }
    void aWorkerThatSendsNonsenseIsLost()
    {
        QFETCH(QByteArray, bytes);
        QLocalServer worker;
        const QString name = m_folder.filePath("nonsense");
        QLocalServer::removeServer(name);
        QVERIFY(worker.listen(name));
        connect(&worker, &QLocalServer::newConnection, this, [&] {
            QLocalSocket* socket = worker.nextPendingConnection();
            socket->write(frameOf({{"hello", greeting}, {"version", version}, {"run", "r"}, {"session", "s"}}));
            socket->write(bytes);
        });
        LinkClient client;
        QSignalSpy lost(&client, &LinkClient::lost), status(&client, &LinkClient::status);
        client.open(name);
        QTRY_VERIFY(!lost.isEmpty());
        QVERIFY(!lost[0][1].toBool());
        QVERIFY(status.isEmpty());
    }

    void aSilentWorkerIsNoticed()
    {
        QLocalServer worker;
        QVERIFY(worker.listen(m_folder.filePath("silent")));
        QLocalSocket* socket = nullptr;
        connect(&worker, &QLocalServer::newConnection, this, [&] {
            socket = worker.nextPendingConnection();
            socket->write(frameOf({{"hello", greeting}, {"version", version}, {"run", "r"}, {"session", "s"}}));
        });
        LinkClient client;
        QSignalSpy silent(&client, &LinkClient::silent);
        client.open(m_folder.filePath("silent"));
        QTRY_COMPARE_WITH_TIMEOUT(silent.size(), 1, 8000);
        QVERIFY(silent[0][0].toBool());
        socket->write(frameOf({{"tag", 1}, {"ok", {{"next", 0}, {"status", statusToJson({})}, {"events", Json::array()}}}}));
        QTRY_COMPARE(silent.size(), 2);
        QVERIFY(!silent[1][0].toBool());
    }

    void manyClients()
    {
        std::vector<std::unique_ptr<Raw>> clients;
        for (int i = 0; i < 32; ++i) {
            clients.push_back(std::make_unique<Raw>(m_name));
            clients.back()->hello();
            QVERIFY(clients.back()->read().contains("hello"));
        }
        Raw tooMany(m_name);
        tooMany.hello();
        QVERIFY(errorText(tooMany.read()).find("too many clients") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(Server)
#include "server.moc"
