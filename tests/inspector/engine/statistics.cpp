// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <cmath>

#include "core/base/philox.h"
#include "inspector/engine/packed_statistics.h"

using ds::inspector::TensorStatistics;

class StatisticsTest : public QObject {
    Q_OBJECT

    static constexpr double infinity = std::numeric_limits<double>::infinity();

    static TensorStatistics of(const std::vector<double>& values)
    {
        TensorStatistics s;
        s.count = static_cast<int64_t>(values.size());
        std::vector<double> finite;
        for (double x : values) {
            if (std::isnan(x)) ++s.nan;
            else if (std::isinf(x)) ++(x > 0 ? s.positiveInfinite : s.negativeInfinite);
            else finite.push_back(x);
        }
        double sum = 0, squares = 0, spread = 0;
        for (double x : finite) {
            sum += x;
            squares += x * x;
            if (x == 0) ++s.zeros;
            else s.histogram[x < 0].add(std::ilogb(x) + TensorStatistics::zeroExponent, 1);
        }
        s.norm = std::sqrt(squares);
        if (finite.empty()) return s;
        s.mean = sum / static_cast<double>(finite.size());
        for (double x : finite) spread += (x - s.mean) * (x - s.mean);
        s.variance = spread / static_cast<double>(finite.size());
        s.min = *std::min_element(finite.begin(), finite.end());
        s.max = *std::max_element(finite.begin(), finite.end());
        return s;
    }
    static bool same(double a, double b) { return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-12 * std::abs(b); }

private slots:
    void addsUp()
    {
        ds::Rng rng(2);
        const auto numbers = [&](int n, double scale, double shift) {
            std::vector<double> values;
            for (int i = 0; i < n; ++i) values.push_back(scale * rng.normal() + shift);
            return values;
        };
        const std::vector<std::vector<double>> parts{numbers(100, 3, 50), {}, {NAN, infinity, 0}, numbers(7, 0.001, 0), {-infinity, NAN}};
        std::vector<double> all;
        TensorStatistics sum;
        for (const auto& part : parts) {
            all.insert(all.end(), part.begin(), part.end());
            sum.add(of(part));
        }
        const TensorStatistics expected = of(all);
        QCOMPARE(sum.count, 112);
        QCOMPARE(sum.finite(), 108);
        QCOMPARE(sum.nan, 2);
        QCOMPARE(sum.positiveInfinite, 1);
        QCOMPARE(sum.negativeInfinite, 1);
        QCOMPARE(sum.zeros, 1);
        for (auto number : {&TensorStatistics::mean, &TensorStatistics::variance, &TensorStatistics::norm, &TensorStatistics::min,
                            &TensorStatistics::max})
            QVERIFY2(same(sum.*number, expected.*number), qPrintable(QString("%1, expected %2").arg(sum.*number).arg(expected.*number)));
        QVERIFY(sum.histogram == expected.histogram);
    }

    void nothingIsNotZero()
    {
        TensorStatistics s;
        s.add(TensorStatistics{});
        QVERIFY(std::isnan(s.mean) && std::isnan(s.min) && std::isnan(s.quantile(0.5)));
        QCOMPARE(s.norm, 0.0);
        QCOMPARE(s.zeroShare(), 0.0);
        QCOMPARE(s.rootMeanSquare(), 0.0);
        s.add(of({NAN}));
        QVERIFY(std::isnan(s.mean));
        s.add(of({3}));
        QCOMPARE(s.mean, 3.0);
        QCOMPARE(s.rootMeanSquare(), 3.0);
    }

    void packing()
    {
        ds::Rng rng(4);
        std::vector<double> values{0, 0, 1e-300 * 0, NAN, infinity, -infinity, 3e38, -3e38, 1e-38};
        for (int i = 0; i < 100000; ++i) values.push_back(rng.normal());
        for (const TensorStatistics& s : {of(values), of({}), of({NAN}), of({-1})}) {
            const std::vector<uint8_t> bytes = pack(s);
            QVERIFY2(bytes.size() < 220, qPrintable(QString::number(bytes.size())));
            const auto back = ds::inspector::unpackStatistics(bytes);
            QVERIFY(back.ok());
            QVERIFY(pack(*back) == bytes);
            QCOMPARE(back->count, s.count);
            QCOMPARE(back->nan, s.nan);
            QVERIFY(same(back->mean, s.mean) && same(back->norm, s.norm) && same(back->max, s.max));
            QVERIFY(back->histogram == s.histogram);
            // Cut off or changed anywhere: an error, or other numbers, but never counts that do not belong together.
            for (std::size_t size = 0; size < bytes.size(); ++size) {
                const auto part = ds::inspector::unpackStatistics(std::span(bytes).first(size));
                QVERIFY(!part.ok());
            }
            for (int i = 0; i < 2000; ++i) {
                std::vector<uint8_t> other = bytes;
                other[rng.below(other.size())] = static_cast<uint8_t>(rng.below(256));
                const auto read = ds::inspector::unpackStatistics(other);
                if (read.ok()) QVERIFY(read->finite() >= 0 && read->zeros <= read->finite());
            }
        }
        const auto newer = ds::inspector::unpackStatistics(std::vector<uint8_t>{2});
        QCOMPARE(newer.error().message(),
                 std::string("the statistics of a tensor are of version 2, which is newer than this program. Use the newer version."));
    }

    /// The right place, and within it not far off.
    void quantiles()
    {
        ds::Rng rng(3);
        std::vector<double> values(300, 0.0);
        for (int i = 0; i < 2000; ++i) values.push_back(10 * rng.normal());
        const TensorStatistics s = of(values);
        std::sort(values.begin(), values.end());
        for (double q : {0.01, 0.05, 0.25, 0.75, 0.95, 0.99}) {
            const double exact = values[static_cast<std::size_t>(q * static_cast<double>(values.size()))], found = s.quantile(q);
            QVERIFY2(found / exact > 0.75 && found / exact < 1.33, qPrintable(QString("%1: %2, exactly %3").arg(q).arg(found).arg(exact)));
        }
        QCOMPARE(s.quantile(0.5), 0.0);
        QCOMPARE(s.quantile(0), s.min);
        QCOMPARE(s.quantile(1), s.max);
        QCOMPARE(of({4, 4, 4}).quantile(0.5), 4.0);
        QCOMPARE(of({0, 0}).quantile(0.3), 0.0);
    }
};

QTEST_GUILESS_MAIN(StatisticsTest)
#include "statistics.moc"
