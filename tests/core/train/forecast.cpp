// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/graph/builder.h"
#include "core/train/forecast.h"
#include "core/train/inspect_project.h"
#include "core/train/learner.h"
#include "core/train/machine_rates.h"

using namespace ds;

class Forecast : public QObject {
    Q_OBJECT

    static ProjectCheck project(const char* name, const char* optimizer = nullptr)
    {
        Document document = *loadDocument(std::string(DS_SOURCE_DIR "/resources/projects/") + name);
        if (optimizer) document.optimizer = {optimizer, {}};
        return checkProject(std::move(document));
    }

private slots:
    void peakIsWhatALearnerTakes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("optimizer");
        for (const char* name : {"wine.dsw", "fashion-mnist.dsw", "fashion-mnist-lstm.dsw"})
            QTest::newRow(name) << QByteArray(name) << QByteArray();
        QTest::newRow("sgd") << QByteArray("fashion-mnist-mlp.dsw") << QByteArray("sgd");
    }
    void peakIsWhatALearnerTakes()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, optimizer);
        const ProjectCheck check = project(name.constData(), optimizer.isEmpty() ? nullptr : optimizer.constData());
        QVERIFY2(check.errors.empty(), messages(check.errors).c_str());
        const Result<StepForecast> forecast = forecastStep(check, {});
        QVERIFY2(forecast, forecast ? "" : forecast.error().message().c_str());
        const auto made = Learner::create(check.document, {});
        const auto& learner = *made;
        const int64_t batch = check.document.training.integer("batch_size");
        const Result<const Plan*> plan = learner->prepare(batchTypes(*check.data.train, batch));
        QVERIFY(plan);
        QCOMPARE(forecast->peakBytes(), learner->memoryBytes());
        QCOMPARE(forecast->arenaBytes, (*plan)->arenaBytes());
        QCOMPARE(forecast->onceBytes, (*plan)->onceBytes());
    }

    void largerBatchesTakeMore()
    {
        ProjectCheck check = project("wine.dsw");
        const StepForecast small = *forecastStep(check, {});
        check.document.training.set("batch_size", check.document.training.integer("batch_size") * 4);
        const StepForecast large = *forecastStep(check, {});
        QVERIFY(large.arenaBytes > small.arenaBytes);
        QCOMPARE(large.stateBytes, small.stateBytes);
        QVERIFY(large.costs.at("").seconds > small.costs.at("").seconds);
    }

    /// A product of matrices is bound by arithmetic, a sum by memory; layers add up into the groups around them.
    void timeIsTheLongerOfArithmeticAndMemory()
    {
        Graph graph(allOps());
        GraphBuilder b(graph);
        const TensorType square{DType::F32, {100, 100}};
        const Value x = b.input("x", square), y = b.input("y", square);
        b.setOrigin("block/product");
        const Value product = b.op("matmul", {x, y});
        b.setOrigin("block/sum");
        b.output("z", b.op("add", {product, y}));
        const auto costs = stepCosts(graph, {.flops = 1e9, .bytes = 1e9, .perOp = 0});
        QCOMPARE(costs.at("block/product").flops, 2e6);
        QCOMPARE(costs.at("block/product").seconds, 2e-3);
        QCOMPARE(costs.at("block/sum").seconds, 1.2e-4);
        QCOMPARE(costs.at("block").seconds, 2.12e-3);
        QCOMPARE(costs.at("").seconds, 2.12e-3);
        QCOMPARE(stepCosts(graph, {.flops = 1e18, .bytes = 1e9, .perOp = 0}).at("block/product").seconds, 1.2e-4);
    }

    void brokenProjectsHaveNoForecast()
    {
        ProjectCheck check = project("wine.dsw");
        check.errors.push_back({"is broken", "model", ""});
        QVERIFY(!forecastStep(check, {}));
    }

    void givesUpWhenAsked()
    {
        const ProjectCheck check = project("wine.dsw");
        int asked = 0;
        QVERIFY(!forecastStep(check, {}, [&] { return ++asked > 3; }));
        QCOMPARE(asked, 4);
    }

    void measuredRatesArePlausible()
    {
        const MachineRates rates = measureRates();
        QVERIFY2(rates.flops > 1e8 && rates.flops < 1e15, qPrintable(QString::number(rates.flops)));
        QVERIFY2(rates.bytes > 1e8 && rates.bytes < 1e13, qPrintable(QString::number(rates.bytes)));
    }
};

QTEST_GUILESS_MAIN(Forecast)
#include "forecast.moc"
