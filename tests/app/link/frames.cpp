// SPDX-License-Identifier: Apache-2.0
// What goes over the wire: messages come back as they went, and nothing that comes in can do harm.
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <nlohmann/json.hpp>

#include "app/link/cbor_scan.h"
#include "app/link/event_ring.h"
#include "app/link/frames.h"
#include "app/link/status.h"

using namespace ds;
using namespace ds::link;

namespace {

constexpr qsizetype most = 1 << 16;

QByteArray framed(const QByteArray& body)
{
    QByteArray frame(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), frame.data());
    return frame + body;
}

/// One random value of some depth.
Json randomJson(QRandomGenerator& random, int depth)
{
    switch (random.bounded(depth > 0 ? 8 : 6)) {
    case 0: return random.bounded(2) == 1;
    case 1: return static_cast<int64_t>(random.generate64());
    case 2: return random.generateDouble() * 1e6;
    case 3: return nullptr;
    case 4: return std::string("Größe 模型 ") + std::to_string(random.generate());
    case 5: return Json::binary(std::vector<uint8_t>(static_cast<std::size_t>(random.bounded(300)), 7));
    case 6: {
        Json list = Json::array();
        for (int i = random.bounded(30); i > 0; --i) list.push_back(randomJson(random, depth - 1));
        return list;
    }
    default: {
        Json object = Json::object();
        for (int i = random.bounded(30); i > 0; --i) object["k" + std::to_string(i)] = randomJson(random, depth - 1);
        return object;
    }
    }
}

} // namespace

class Frames : public QObject {
    Q_OBJECT

private slots:
    void messagesComeBackWhateverTheCuts()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 200; ++round) {
            std::vector<Json> sent;
            QByteArray stream;
            for (int i = 0; i < 3; ++i) {
                sent.push_back({{"value", randomJson(random, 3)}});
                stream += frameOf(sent.back());
            }
            FrameReader reader(1 << 24);
            std::vector<Json> got;
            for (qsizetype at = 0; at < stream.size();) {
                const qsizetype part = std::min<qsizetype>(stream.size() - at, 1 + random.bounded(4000));
                reader.append(QByteArrayView(stream).sliced(at, part));
                at += part;
                for (;;) {
                    const Result<std::optional<Json>> message = reader.next();
                    QVERIFY(message.ok());
                    if (!*message) break;
                    got.push_back(**message);
                }
            }
            QVERIFY(got == sent);
        }
    }

    void aTruncatedFrameWaits()
    {
        const QByteArray frame = frameOf({{"a", 1}, {"b", "text"}});
        for (qsizetype length = 0; length < frame.size(); ++length) {
            FrameReader reader(most);
            reader.append(frame.first(length));
            const Result<std::optional<Json>> message = reader.next();
            QVERIFY(message.ok());
            QVERIFY(!*message);
        }
    }

    void anOversizedLengthIsRefusedAtOnce()
    {
        FrameReader reader(most);
        reader.append(QByteArray("\xFF\xFF\xFF\xFF", 4));
        const Result<std::optional<Json>> message = reader.next();
        QVERIFY(!message.ok());
        QVERIFY(message.error().text.english().find("4294967295 bytes") != std::string::npos);
    }

    void badContents_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("\x01");
        QTest::newRow("a list of 2^60 elements") << QByteArray("\x9B\x10\0\0\0\0\0\0\0", 9);
        QTest::newRow("a map of 2^63 entries") << QByteArray("\xBB\x80\0\0\0\0\0\0\0", 9);
        QTest::newRow("a text longer than the frame") << QByteArray("\xA1\x61\x61\x7A\x7F\xFF\xFF\xFF", 8);
        QTest::newRow("bytes longer than the frame") << QByteArray("\xA1\x61\x61\x5B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 12);
        QTest::newRow("text that is not UTF-8") << QByteArray("\xA1\x61\x61\x62\xC3\x28", 6);
        QTest::newRow("a key that is a number") << QByteArray("\xA1\x01\x02", 3);
        QTest::newRow("indefinite length") << QByteArray("\xBF\xFF", 2);
        QTest::newRow("a tag") << QByteArray("\xC0\xA0", 2);
        QTest::newRow("more behind the end") << QByteArray("\xA0\xA0", 2);
        QTest::newRow("deep nesting") << QByteArray("\xA1\x61\x61", 3) + QByteArray(60000, '\x81') + QByteArray("\x01", 1);
    }
    void badContents()
    {
        QFETCH(QByteArray, body);
        FrameReader reader(most);
        reader.append(framed(body));
        QVERIFY(!reader.next().ok());
    }

    /// 2,000 random frames, half of them damaged good ones: each gives a message or an error.
    void garbage()
    {
        QRandomGenerator random(7);
        int good = 0, bad = 0;
        for (int round = 0; round < 2000; ++round) {
            QByteArray body;
            if (round % 2) {
                body = frameOf({{"value", randomJson(random, 4)}}).mid(4);
                for (int i = random.bounded(4); i >= 0; --i)
                    body[static_cast<qsizetype>(random.bounded(static_cast<int>(body.size())))] = static_cast<char>(random.generate());
            } else {
                body.resize(random.bounded(200));
                for (char& c : body) c = static_cast<char>(random.generate());
            }
            FrameReader reader(1 << 24);
            reader.append(framed(body));
            const Result<std::optional<Json>> message = reader.next();
            if (message.ok() && *message) {
                ++good;
                (void)(*message)->dump(); // text that is not UTF-8 would throw here
            } else {
                ++bad;
            }
        }
        QVERIFY(good > 100 && bad > 500);
    }

    void textThatIsNotUtf8IsSentWithReplacements()
    {
        FrameReader reader(most);
        reader.append(frameOf({{"path", "a\xFF"}}));
        const Result<std::optional<Json>> message = reader.next();
        QVERIFY(message.ok() && *message);
        QCOMPARE((**message)["path"].get<std::string>(), std::string("a\xEF\xBF\xBD"));
    }

    void statusComesBack()
    {
        WorkerStatus status;
        status.state = WorkerState::Failed;
        status.step = 17;
        status.loss = std::numeric_limits<double>::quiet_NaN();
        status.gradNorm = std::numeric_limits<double>::infinity();
        status.cpuShare = 0.5;
        status.error = {phrase("Test", "a text with %1 and %2").with({phrase("Test", "a pair of %1").with({"x"}), "100%1"}), "where",
                        "a hint of 5%"};
        const Result<WorkerStatus> back = statusFromJson(statusToJson(status));
        QVERIFY(back.ok());
        QVERIFY(back->state == WorkerState::Failed);
        QCOMPARE(back->step, int64_t{17});
        QVERIFY(std::isnan(back->loss) && std::isinf(back->gradNorm));
        QCOMPARE(back->cpuShare, 0.5);
        QCOMPARE(back->error.message(), status.error.message());
        QCOMPARE(back->error.text.context, std::string("Test"));
        QCOMPARE(back->error.text.pattern, std::string("a text with %1 and %2"));
        Json broken = statusToJson(status);
        broken["step"] = "seventeen";
        QVERIFY(!statusFromJson(broken).ok());
        QVERIFY(!statusFromJson(Json::array()).ok());
    }

    void theRingIsBoundedAndSaysWhatIsGone()
    {
        EventRing ring(4);
        for (int i = 1; i <= 3; ++i) ring.push("checkpoint", {{"step", i}});
        ring.push("progress", {{"step", 4}});
        ring.push("progress", {{"step", 5}});
        EventRing::Part part = ring.since(0);
        QCOMPARE(part.events.size(), std::size_t{4}); // of the progress only the last
        QCOMPARE(part.events.back().data["step"].get<int>(), 5);
        QVERIFY(!part.missed && !part.more);
        QCOMPARE(part.next, int64_t{5});
        QVERIFY(ring.since(part.next).events.empty());
        for (int i = 6; i <= 9; ++i) ring.push("checkpoint", {{"step", i}});
        QVERIFY(!ring.since(part.next).missed);
        QVERIFY(ring.since(1).missed);
        part = ring.since(5);
        QCOMPARE(part.events.size(), std::size_t{4});
        QCOMPARE(part.events.front().data["step"].get<int>(), 6);
    }

    void muchIsFetchedInParts()
    {
        EventRing ring;
        for (int i = 1; i <= 1500; ++i) ring.push(i == 700 ? "progress" : "checkpoint", {{"step", i}});
        int64_t since = 0;
        std::vector<int> steps;
        for (bool more = true; more;) {
            const EventRing::Part part = ring.since(since);
            for (const Event& event : part.events) steps.push_back(event.data["step"].get<int>());
            since = part.next;
            more = part.more;
        }
        QCOMPARE(steps.size(), std::size_t{1500});
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
    }
};

QTEST_GUILESS_MAIN(Frames)
#include "frames.moc"
