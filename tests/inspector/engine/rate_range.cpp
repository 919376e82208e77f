// SPDX-License-Identifier: Apache-2.0
// The learning rates that a range test proposes train, those beyond do not.
#include <QTest>
#include <nlohmann/json.hpp>

#include <cmath>

#include "core/train/batch_feed.h"
#include "inspector/engine/rate_range.h"

using namespace ds;
using namespace ds::inspector;

namespace {

Document project(const char* optimizer)
{
    Document document;
    document.name = "p";
    document.train = {"synthetic", {{"kind", "blobs"}, {"samples", 640}, {"classes", 4}}};
    document.model.layers = {
        {"in", "Input", {{"field", "input"}}}, {"fc", "Dense", {{"units", 32}}}, {"act", "ReLU"}, {"out", "Dense", {{"units", 4}}}};
    document.model.wires = {{{"in"}, {"fc"}}, {{"fc"}, {"act"}}, {{"act"}, {"out"}}};
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {optimizer, {{"learning_rate", 0.1}}};
    document.training = {{"epochs", 4}, {"batch_size", 32}};
    return document;
}

/// The loss after 60 updates with one rate.
double lossWith(const Document& document, double rate)
{
    Result<RunParts> parts = prepareRun(document, "cpu", {}, false);
    if (!parts) qFatal("%s", parts.error().message().c_str());
    BatchFeed feed(*parts);
    double loss = 0;
    for (int i = 0; i < 60; ++i) {
        const Result<StepResult> step = parts->learner->step(feed.next(), rate);
        if (!step) return INFINITY;
        loss = 0.8 * loss + 0.2 * step->loss;
    }
    return loss;
}

} // namespace

class RateRangeTest : public QObject {
    Q_OBJECT

private slots:
    void findsARateThatTrains_data()
    {
        QTest::addColumn<QString>("optimizer");
        QTest::newRow("sgd") << "sgd";
        QTest::newRow("adam") << "adam";
    }
    void findsARateThatTrains()
    {
        QFETCH(QString, optimizer);
        const Document document = project(optimizer.toLatin1().constData());
        Result<RunParts> parts = prepareRun(document, "cpu", {}, false);
        QVERIFY2(parts.ok(), parts ? "" : parts.error().message().c_str());
        int64_t heard = 0;
        const Result<RateRange> range = findRateRange(*parts, {1e-6, 1000, 120}, [&](int64_t update) { heard = update; });
        QVERIFY2(range.ok(), range ? "" : range.error().message().c_str());
        QVERIFY(range->diverged);
        QCOMPARE(heard, static_cast<int64_t>(range->rates.size()));
        QVERIFY(range->suggested > 0 && range->suggested <= range->highest);
        const double good = lossWith(document, range->suggested), tiny = lossWith(document, range->suggested * 1e-3),
                     huge = lossWith(document, range->rates.back());
        QVERIFY2(good < 0.6 * tiny && !(huge < good),
                 qPrintable(QStringLiteral("%1: %2, %3, %4").arg(range->suggested).arg(good).arg(tiny).arg(huge)));

        const Result<RateRange> copy = rateRangeFromJson(Json::parse(rateRangeToJson(*range).dump()));
        QVERIFY(copy.ok() && copy->rates == range->rates && copy->suggested == range->suggested && copy->diverged);
        QVERIFY(!rateRangeFromJson({{"rates", {1, 2}}, {"losses", {1}}, {"diverged", false}}).ok());
        QVERIFY(!rateRangeFromJson(Json()).ok());
    }

    void proposesNothingWhereNothingFalls()
    {
        RateRange range;
        for (int i = 0; i < 50; ++i) range.rates.push_back(std::pow(10, -5 + i / 10.0)), range.losses.push_back(1 + 0.01 * i);
        judgeRates(range);
        QVERIFY(range.suggested == 0 && range.highest == 0);
        range.losses.clear(), range.rates.clear();
        judgeRates(range);
        QVERIFY(range.suggested == 0);
    }
};

QTEST_GUILESS_MAIN(RateRangeTest)
#include "rate_range.moc"
