// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <limits>

#include "app/workbench/pages/data/sample.h"
#include "app/workbench/pages/data/summary.h"

using namespace ds;
using namespace ds::ui;

namespace {

/// Pictures of two channels' worth of one grey value each, a row with a hole in it, a class.
class Known : public Dataset {
public:
    Known()
        : m_fields{{"image", {DType::F32, {1, 2, 2}}, {}, false},
                   {"row", {DType::F32, {2}}, {}, false},
                   {"label", {DType::I64, {}}, {"cat", "dog"}, true}}
    {
    }
    int64_t size() const override { return 100; }
    const std::vector<Field>& fields() const override { return m_fields; }
    void read(int64_t index, std::span<void* const> out) const override
    {
        if (index == broken) throw RunError(Error{"cannot be read", "sample 13", ""});
        for (int i = 0; i < 4; ++i) static_cast<float*>(out[0])[i] = static_cast<float>(index);
        static_cast<float*>(out[1])[0] = index % 2 ? 1.0f : 0.0f;
        static_cast<float*>(out[1])[1] = index % 10 ? 5.0f : std::numeric_limits<float>::quiet_NaN();
        *static_cast<int64_t*>(out[2]) = index == 99 ? 7 : index % 4 == 0;
    }
    int64_t broken = -1;

private:
    std::vector<Field> m_fields;
};

} // namespace

class SummaryTest : public QObject {
    Q_OBJECT

private slots:
    void figuresAreRight()
    {
        const DataSummary summary = summarise(Known(), 1000, std::atomic<bool>(false));
        QCOMPARE(summary.read, int64_t{100});
        const ValueSummary& image = summary.fields[0].values[0];
        QCOMPARE(image.count, int64_t{400});
        QCOMPARE(image.mean, 49.5);
        QVERIFY(std::abs(image.deviation - std::sqrt(833.25)) < 1e-9);
        QCOMPARE(image.min, 0.0);
        QCOMPARE(image.max, 99.0);
        QCOMPARE(image.zeros, int64_t{4});
        double total = 0;
        for (double bin : image.histogram) total += bin;
        QCOMPARE(total, 400.0);
        const ValueSummary& hole = summary.fields[1].values[1];
        QCOMPARE(hole.missing, int64_t{10});
        QCOMPARE(hole.mean, 5.0);
        QCOMPARE(hole.deviation, 0.0);
        QCOMPARE(summary.fields[2].classCounts, (std::vector<int64_t>{74, 25}));
        QCOMPARE(summary.fields[2].outOfRange, int64_t{1});
        QCOMPARE(summary.classField, 2);
        QCOMPARE(std::count(summary.classOf.begin(), summary.classOf.end(), 1), 25);
    }

    void fewSamplesAreSpreadEvenly()
    {
        const DataSummary summary = summarise(Known(), 10, std::atomic<bool>(false));
        QCOMPARE(summary.read, int64_t{10});
        QCOMPARE(summary.indices, (std::vector<int64_t>{0, 10, 20, 30, 40, 50, 60, 70, 80, 90}));
    }

    void stopsWhenAsked() { QCOMPARE(summarise(Known(), 1000, std::atomic<bool>(true)).read, int64_t{0}); }

    void samplesReadAsPeopleSeeThem()
    {
        Known known;
        QCOMPARE(sampleColumns(known.fields()), (QStringList{"row 1", "row 2", "label"}));
        const Sample sample = sampleOf(known, 12, 0, 24);
        QCOMPARE(sample.label, QString("dog"));
        QCOMPARE(sample.values, (QStringList{"0", "5", "dog"}));
        QCOMPARE(sample.image.size(), QSize(2, 2));
        QCOMPARE(qGray(sample.image.pixel(1, 1)), 128);
        QCOMPARE(sampleOf(known, 99, 0, 1).label, QString("7"));
        known.broken = 13;
        QVERIFY(sampleOf(known, 13, 0, 1).problem.contains("sample 13"));
    }
};

QTEST_GUILESS_MAIN(SummaryTest)
#include "summary.moc"
