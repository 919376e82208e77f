// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/array_dataset.h"
#include "core/data/shuffle.h"
#include "core/data/split.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

class SplitTest : public QObject {
    Q_OBJECT

    static std::shared_ptr<const Dataset> numbers(int64_t count)
    {
        Tensor values(TensorType{DType::I64, {count}});
        for (int64_t i = 0; i < count; ++i) values.set(i, static_cast<double>(i));
        return std::make_shared<ArrayDataset>(std::vector<ArrayDataset::Array>{{"x", values}});
    }

private slots:
    void everySampleIsInOnePart()
    {
        const auto whole = numbers(100);
        const Split split = *splitOff(whole, 0.2, 7);
        QCOMPARE(split.splitOff->size(), int64_t{20});
        QCOMPARE(split.kept->size(), int64_t{80});
        std::set<int64_t> seen;
        for (const auto& part : {split.kept, split.splitOff})
            for (int64_t i = 0; i < part->size(); ++i) seen.insert(sample<int64_t>(*part, i, 0)[0]);
        QCOMPARE(seen.size(), std::size_t{100});
        QCOMPARE(splitOff(whole, 0.2, 7)->splitOff->indices(), split.splitOff->indices());
        QVERIFY(splitOff(whole, 0.2, 8)->splitOff->indices() != split.splitOff->indices());
        QCOMPARE(splitOff(numbers(2), 0.01, 0)->splitOff->size(), int64_t{1});
    }

    void errors()
    {
        QCOMPARE(splitOff(numbers(1), 0.5, 0).error().message(), std::string("there are too few samples to split some off: 1."));
        for (double share : {0.0, 1.0, std::nan("")}) QVERIFY(!splitOff(numbers(10), share, 0).ok());
    }

    void shufflesAreFair()
    {
        // Each of 5 elements comes to each place about equally often.
        std::vector<std::vector<int>> counts(5, std::vector<int>(5));
        std::vector<uint32_t> order(5);
        for (uint64_t epoch = 0; epoch < 5000; ++epoch) {
            shuffledOrder(3, 1, epoch, order);
            for (std::size_t i = 0; i < 5; ++i) ++counts[i][order[i]];
        }
        for (const auto& row : counts)
            for (int count : row) QVERIFY(count > 880 && count < 1120);
    }
};

QTEST_GUILESS_MAIN(SplitTest)
#include "split.moc"
