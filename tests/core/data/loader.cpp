// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <mutex>
#include <numeric>
#include <thread>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/base/philox.h"
#include "core/data/loader.h"
#include "tests/support/allocations.h"

using namespace ds;
using namespace ds::test;

namespace {

/// Sample i is (i, 2 i + 0.5); reading may be slow or fail.
class Numbers : public Dataset {
public:
    explicit Numbers(int64_t size) : m_size(size) {}

    int64_t size() const override { return m_size; }
    const std::vector<Field>& fields() const override { return m_fields; }
    void read(int64_t index, std::span<void* const> out) const override
    {
        if (jitter) std::this_thread::sleep_for(std::chrono::microseconds(Philox(1, 2, 3).bits(static_cast<uint64_t>(index)) % 200));
        if (index == failing) throw RunError({"sample " + std::to_string(index) + " is damaged", "", ""});
        if (index == throwing) throw std::runtime_error("library failure");
        *static_cast<int64_t*>(out[0]) = index;
        static_cast<float*>(out[1])[0] = static_cast<float>(2 * index);
        static_cast<float*>(out[1])[1] = 0.5f;
    }

    bool jitter = false;
    int64_t failing = -1, throwing = -1;

private:
    int64_t m_size;
    std::vector<Field> m_fields{{"i", {DType::I64, {}}, {}, false}, {"x", {DType::F32, {2}}, {}, false}};
};

std::vector<int64_t> indices(const Batch& batch)
{
    const auto values = batch.fields[0].span<int64_t>();
    return {values.begin(), values.end()};
}

/// All batches up to the end of the epoch.
std::vector<std::vector<int64_t>> epoch(DataLoader& loader)
{
    std::vector<std::vector<int64_t>> list;
    while (const auto batch = loader.next()) list.push_back(indices(*batch));
    return list;
}

} // namespace

class LoaderTest : public QObject {
    Q_OBJECT

private slots:
    void readsEverySampleOnce()
    {
        const auto data = std::make_shared<Numbers>(23);
        DataLoader loader(data, {.batchSize = 5, .shuffle = true, .seed = 4});
        QCOMPARE(loader.batchesPerEpoch(), int64_t{5});
        std::vector<int64_t> first;
        for (const auto& batch : epoch(loader)) first.insert(first.end(), batch.begin(), batch.end());
        std::vector<int64_t> second;
        for (const auto& batch : epoch(loader)) second.insert(second.end(), batch.begin(), batch.end());
        QVERIFY(first != second);
        std::vector<int64_t> all(23);
        std::iota(all.begin(), all.end(), int64_t{0});
        for (auto* list : {&first, &second}) {
            QVERIFY(*list != all);
            std::sort(list->begin(), list->end());
            QCOMPARE(*list, all);
        }
        DataLoader plain(data, {.batchSize = 5});
        QCOMPARE(epoch(plain)[4], (std::vector<int64_t>{20, 21, 22}));
        QCOMPARE(epoch(plain)[0], (std::vector<int64_t>{0, 1, 2, 3, 4}));
        DataLoader dropping(data, {.batchSize = 5, .dropLast = true, .threads = 1});
        QCOMPARE(epoch(dropping).size(), std::size_t{4});
    }

    void fieldsBelongTogether()
    {
        DataLoader loader(std::make_shared<Numbers>(10), {.batchSize = 4, .shuffle = true, .threads = 2});
        Batch batch;
        int64_t expected = 0;
        while (loader.next(batch)) {
            QCOMPARE(batch.index, expected++);
            QCOMPARE(batch.epoch, int64_t{0});
            QCOMPARE(batch.fields[1].shape(), (Shape{batch.size(), 2}));
            for (int64_t i = 0; i < batch.size(); ++i) QCOMPARE(batch.fields[1].at(2 * i), 2 * batch.fields[0].at(i));
        }
        QCOMPARE(expected, int64_t{3});
    }

    void orderDoesNotDependOnThreads()
    {
        const auto data = std::make_shared<Numbers>(57);
        data->jitter = true;
        DataLoader reference(data, {.batchSize = 4, .shuffle = true, .seed = 9});
        std::vector<std::vector<std::vector<int64_t>>> expected;
        for (int e = 0; e < 3; ++e) expected.push_back(epoch(reference));
        for (const int threads : {1, 2, 5})
            for (const int prefetch : {1, 3, 8}) {
                DataLoader loader(data, {.batchSize = 4, .shuffle = true, .seed = 9, .threads = threads, .prefetch = prefetch});
                for (int e = 0; e < 3; ++e) QCOMPARE(epoch(loader), expected[static_cast<std::size_t>(e)]);
            }
        DataLoader other(data, {.batchSize = 4, .shuffle = true, .seed = 10});
        QVERIFY(epoch(other) != expected[0]);
    }

    void seekEqualsNeverHavingStopped()
    {
        const auto data = std::make_shared<Numbers>(30);
        data->jitter = true; // so that seeks find batches under way
        for (const int threads : {0, 3}) {
            DataLoader whole(data, {.batchSize = 4, .shuffle = true, .seed = 2, .threads = threads});
            std::vector<std::vector<int64_t>> batches;
            std::vector<LoaderPosition> positions;
            for (int e = 0; e < 3; ++e)
                for (;;) {
                    positions.push_back(whole.position());
                    const auto batch = whole.next();
                    batches.push_back(batch ? indices(*batch) : std::vector<int64_t>());
                    if (!batch) break;
                }
            DataLoader resumed(data, {.batchSize = 4, .shuffle = true, .seed = 2, .threads = threads});
            const std::size_t memory = resumed.bufferBytes();
            Rng rng(5);
            for (int trial = 0; trial < 60; ++trial) {
                std::size_t at = rng.below(positions.size());
                resumed.seek(positions[at].epoch, positions[at].batch);
                QCOMPARE(resumed.position(), positions[at]);
                for (int i = 0; i < 5 && at < positions.size(); ++i, ++at) {
                    const auto batch = resumed.next();
                    QCOMPARE(batch ? indices(*batch) : std::vector<int64_t>(), batches[at]);
                }
            }
            QCOMPARE(resumed.bufferBytes(), memory); // what a seek dropped is used again
        }
    }

    void steadyStateAllocatesNothing()
    {
        for (const int threads : {0, 2}) {
            DataLoader loader(std::make_shared<Numbers>(64), {.batchSize = 8, .shuffle = true, .threads = threads, .prefetch = 3});
            Batch batch;
            for (int i = 0; i < 30; ++i) loader.next(batch);
            const std::size_t memory = Buffer::inUse(), own = loader.bufferBytes();
            const int64_t before = allocations;
            for (int i = 0; i < 200; ++i) loader.next(batch);
            QCOMPARE(allocations.load(), before);
            QCOMPARE(Buffer::inUse(), memory);
            QCOMPARE(loader.bufferBytes(), own);
            QVERIFY(own >= (threads ? 4 : 1) * 8 * 16);
        }
    }

    void batchesMayBeKept()
    {
        for (const int threads : {0, 2}) {
            std::vector<Batch> kept;
            DataLoader loader(std::make_shared<Numbers>(40), {.batchSize = 4, .threads = threads, .prefetch = 1});
            while (auto batch = loader.next()) kept.push_back(std::move(*batch));
            QCOMPARE(kept.size(), std::size_t{10});
            for (std::size_t b = 0; b < kept.size(); ++b) QCOMPARE(indices(kept[b])[0], static_cast<int64_t>(4 * b));
            const std::size_t most = loader.bufferBytes();
            kept.clear();
            for (int e = 0; e < 3; ++e) epoch(loader);
            QCOMPARE(loader.bufferBytes(), most); // what came back is used again
        }
    }

    void batchesOutliveTheLoader()
    {
        std::optional<Batch> batch;
        {
            DataLoader loader(std::make_shared<Numbers>(8), {.batchSize = 4, .threads = 2});
            batch = loader.next();
        }
        QCOMPARE(indices(*batch), (std::vector<int64_t>{0, 1, 2, 3}));
    }

    void failuresComeOutOfNext()
    {
        for (const int threads : {0, 2}) {
            const auto data = std::make_shared<Numbers>(20);
            data->failing = 9;
            data->throwing = 17;
            DataLoader loader(data, {.batchSize = 4, .threads = threads});
            Batch batch;
            const auto message = [&]() -> std::string {
                try {
                    loader.next(batch);
                } catch (const RunError& problem) {
                    return problem.error().message();
                }
                return "batch " + std::to_string(batch.index);
            };
            QCOMPARE(message(), std::string("batch 0"));
            QCOMPARE(message(), std::string("batch 1"));
            QCOMPARE(message(), std::string("sample 9 is damaged."));
            QCOMPARE(message(), std::string("sample 9 is damaged.")); // until someone seeks on
            loader.seek(0, 3);
            QCOMPARE(message(), std::string("batch 3"));
            QCOMPARE(message(), std::string("reading the data failed: library failure."));
        }
    }

    void shutsDownInAnyState()
    {
        const auto data = std::make_shared<Numbers>(50);
        data->jitter = true;
        for (int trial = 0; trial < 60; ++trial) {
            DataLoader loader(data, {.batchSize = 3, .shuffle = true, .threads = 1 + trial % 4, .prefetch = 1 + trial % 3});
            for (int i = 0; i < trial % 20; ++i) loader.next();
            if (trial % 5 == 0) loader.seek(2, 1);
        }
    }

    void emptyEpochsEnd()
    {
        for (const int threads : {0, 2}) {
            DataLoader none(std::make_shared<Numbers>(0), {.batchSize = 4, .threads = threads});
            QVERIFY(!none.next() && !none.next());
            DataLoader few(std::make_shared<Numbers>(3), {.batchSize = 4, .dropLast = true, .threads = threads});
            QVERIFY(!few.next());
            QCOMPARE(few.position(), (LoaderPosition{1, 0}));
        }
    }

    void waitingIsMeasured()
    {
        const auto data = std::make_shared<Numbers>(40);
        data->jitter = true;
        DataLoader loader(data, {.batchSize = 20});
        epoch(loader);
        QVERIFY(loader.waitSeconds() > 0.001 && loader.waitSeconds() < 5);
    }
};

QTEST_GUILESS_MAIN(LoaderTest)
#include "loader.moc"
