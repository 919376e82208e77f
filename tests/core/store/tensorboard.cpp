// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <QTest>

#include "core/store/tensorboard.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

namespace {

template <class T>
T take(std::string_view& bytes)
{
    T value;
    std::memcpy(&value, bytes.data(), sizeof(T));
    bytes.remove_prefix(sizeof(T));
    return value;
}

uint64_t varint(std::string_view& bytes)
{
    uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        value |= uint64_t{byte & 0x7Fu} << shift;
        if (byte < 0x80) return value;
    }
}

/// Fields of a message: number → raw value.
std::map<int, std::string> message(std::string_view bytes)
{
    std::map<int, std::string> fields;
    while (!bytes.empty()) {
        const uint64_t key = varint(bytes);
        std::string value;
        switch (key & 7) {
        case 0: value = std::to_string(static_cast<int64_t>(varint(bytes))); break;
        case 1: value = std::string(bytes.substr(0, 8)), bytes.remove_prefix(8); break;
        case 5: value = std::string(bytes.substr(0, 4)), bytes.remove_prefix(4); break;
        case 2: {
            const uint64_t size = varint(bytes);
            value = std::string(bytes.substr(0, size));
            bytes.remove_prefix(size);
            break;
        }
        default: return {};
        }
        fields[static_cast<int>(key >> 3)] = value;
    }
    return fields;
}

template <class T>
T as(const std::string& bytes)
{
    T value{};
    std::memcpy(&value, bytes.data(), sizeof(T));
    return value;
}

} // namespace

class TensorBoardTest : public QObject {
    Q_OBJECT

private slots:
    /// The check value of CRC-32C is that of "123456789"; masking is TFRecord's.
    void checksumIsCastagnoli()
    {
        const uint32_t crc = 0xE3069283u;
        QCOMPARE(tensorboard::maskedCrc("123456789"), ((crc >> 15) | (crc << 17)) + 0xA282EAD8u);
    }

    void recordsDecodeToWhatWasStored()
    {
        Folder dir;
        Result<RunStore> store = RunStore::open(dir.at("runs.sqlite"));
        QVERIFY(store->add({.id = "r", .name = "n", .started = 1000.5}));
        RunWriter writer = store->writer("r");
        for (int64_t step : {1, 2, 300})
            writer.add(ScalarRecord{"train/loss", step, 0, 1000.0 + static_cast<double>(step), 0.5 * static_cast<double>(step)});
        writer.add(ScalarRecord{"train/loss", 301, 0, 2000, std::nan("")});
        writer.add(EventRecord{2, 1002, "warning", "text", ""});
        QVERIFY(writer.flush());
        const Status exported = tensorboard::exportRun(*store, "r", dir.at("out"));
        QVERIFY2(exported.ok(), exported ? "" : exported.error().message().c_str());

        std::ifstream in(dir.at("out/r/events.out.tfevents.1000.deepseek"), std::ios::binary);
        const std::string file{std::istreambuf_iterator<char>(in), {}};
        std::vector<std::map<int, std::string>> events;
        for (std::string_view rest = file; !rest.empty();) {
            const std::string_view head = rest.substr(0, 8);
            const auto size = take<uint64_t>(rest);
            QCOMPARE(take<uint32_t>(rest), tensorboard::maskedCrc(head));
            QVERIFY(size + 4 <= rest.size());
            const std::string_view data = rest.substr(0, size);
            rest.remove_prefix(size);
            QCOMPARE(take<uint32_t>(rest), tensorboard::maskedCrc(data));
            events.push_back(message(data));
        }
        QCOMPARE(events.size(), std::size_t{6});
        QCOMPARE(events[0][3], std::string("brain.Event:2"));
        QCOMPARE(as<double>(events[0][1]), 1000.5);
        QCOMPARE(events[3][2], std::string("300"));
        QCOMPARE(as<double>(events[3][1]), 1300.0);
        auto value = message(message(events[3][5])[1]);
        QCOMPARE(value[1], std::string("train/loss"));
        QCOMPARE(as<float>(value[2]), 150.0F);
        QVERIFY(std::isnan(as<float>(message(message(events[4][5])[1])[2])));
        auto text = message(message(events[5][5])[1]);
        QCOMPARE(text[1], std::string("events/warning"));
        QCOMPARE(message(text[8])[8], std::string("text"));
        QCOMPARE(message(message(text[9])[1])[1], std::string("text"));
    }

    void errorsAreSaid()
    {
        Folder dir;
        Result<RunStore> store = RunStore::open(dir.at("runs.sqlite"));
        QVERIFY(!tensorboard::exportRun(*store, "none", dir.at("out")));
        QVERIFY(store->add({.id = "r"}));
        dir.write("file", "");
        QVERIFY(dir.error(tensorboard::exportRun(*store, "r", dir.at("file"))).starts_with("DIR/file/r: the folder cannot be made"));
    }
};

QTEST_GUILESS_MAIN(TensorBoardTest)
#include "tensorboard.moc"
