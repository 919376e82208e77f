// SPDX-License-Identifier: Apache-2.0
#include "core/tensor/layout.h"

#include <QtTest>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace ds;

class LayoutTest : public QObject {
    Q_OBJECT

private slots:
    void roundTrips_data()
    {
        QTest::addColumn<QString>("tag");
        for (const char* tag : {"", "abcd", "acdb", "dcba", "aBcd16b", "aBcd8b", "ABcd16b16a", "ABcd4a8b4a", "ABcd2a3b2a5b"})
            QTest::addRow("'%s'", tag) << tag;
    }
    void roundTrips()
    {
        QFETCH(QString, tag);
        const Layout layout(tag.toStdString()), plain;
        for (const Shape& shape : {Shape{2, 3, 4, 5}, Shape{1, 16, 2, 2}, Shape{20, 33, 1, 2}, Shape{0, 3, 2, 2}}) {
            std::vector<int32_t> numbers(static_cast<std::size_t>(shape.count()));
            std::iota(numbers.begin(), numbers.end(), 1);
            // Room for padding, full of what must not be left over.
            std::vector<int32_t> stored(static_cast<std::size_t>(storedCount(layout, shape)), -1), back(numbers.size(), -1);
            relayout(DType::I32, shape, plain, numbers.data(), layout, stored.data());
            relayout(DType::I32, shape, layout, stored.data(), plain, back.data());
            QVERIFY(back == numbers);
            const auto zeros = std::count(stored.begin(), stored.end(), 0);
            QCOMPARE(static_cast<int64_t>(stored.size()) - zeros, shape.count());
            QCOMPARE(std::accumulate(stored.begin(), stored.end(), int64_t{0}), shape.count() * (shape.count() + 1) / 2);
        }
    }

    void placesOfElements()
    {
        const Shape shape{1, 3, 2, 2};
        std::vector<float> numbers(12), last(12), blocked(16);
        std::iota(numbers.begin(), numbers.end(), 0.0f);
        relayout(DType::F32, shape, Layout(), numbers.data(), Layout("acdb"), last.data());
        QVERIFY((last == std::vector<float>{0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11}));
        QCOMPARE(storedCount(Layout("aBcd4b"), shape), 16);
        relayout(DType::F32, shape, Layout(), numbers.data(), Layout("aBcd4b"), blocked.data());
        QVERIFY((blocked == std::vector<float>{0, 4, 8, 0, 1, 5, 9, 0, 2, 6, 10, 0, 3, 7, 11, 0}));
    }

    void betweenBlockedLayouts()
    {
        const Shape shape{3, 20, 2, 1};
        std::vector<int32_t> numbers(static_cast<std::size_t>(shape.count())), back(numbers.size());
        std::iota(numbers.begin(), numbers.end(), 1);
        const Layout a("aBcd16b"), b("ABcd8b2a");
        std::vector<int32_t> first(static_cast<std::size_t>(storedCount(a, shape))),
            second(static_cast<std::size_t>(storedCount(b, shape)));
        relayout(DType::I32, shape, Layout(), numbers.data(), a, first.data());
        relayout(DType::I32, shape, a, first.data(), b, second.data());
        relayout(DType::I32, shape, b, second.data(), Layout(), back.data());
        QVERIFY(back == numbers);
    }

    void badTags_data()
    {
        QTest::addColumn<QString>("tag");
        for (const char* tag : {"abc", "abcde", "aacd", "abce", "aBcd16", "aBcd0b", "aBcd16e", "aBcd16b!", "16b", "abcd99999b"})
            QTest::addRow("%s", tag) << tag;
    }
    void badTags()
    {
        QFETCH(QString, tag);
        const Status status = checkLayout(Layout(tag.toStdString()), 4);
        QVERIFY(!status.ok());
        QCOMPARE(QString::fromStdString(status.error().message()),
                 "the memory layout \"" + tag + "\" does not fit a tensor of 4 dimensions.");
    }
};

QTEST_GUILESS_MAIN(LayoutTest)
#include "layout.moc"
