// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "app/workbench/project/checker.h"
#include "app/workbench/project/totals.h"

using namespace ds;
using namespace ds::ui;

class CheckerTest : public QObject {
    Q_OBJECT

    static Document wine() { return *loadDocument(DS_SOURCE_DIR "/resources/projects/wine.dsw"); }

private slots:
    void knowsShapesCostsAndProblems()
    {
        Checker checker;
        QSignalSpy finished(&checker, &Checker::finished);
        Document document = wine();
        document.optimizer.attrs.set("learning_rate", 0.5);
        QVERIFY(!checker.result());
        checker.request(document);
        QVERIFY(finished.wait());
        const CheckResult& result = *checker.result();
        QVERIFY2(result.check.errors.empty(), messages(result.check.errors).c_str());
        QVERIFY(result.costs.at("").parameters > 0);
        QCOMPARE(result.problems.size(), std::size_t{1});
        QCOMPARE(result.problems[0].rule, std::string("learning_rate"));
    }

    void foretellsAStepWhileSomebodyLooks()
    {
        Checker checker;
        Forecaster& forecaster = checker.forecaster();
        QSignalSpy finished(&checker, &Checker::finished), foretold(&forecaster, &Forecaster::finished);
        QSignalSpy measured(&forecaster, &Forecaster::measured);
        forecaster.setRates({.flops = 1e11, .bytes = 1e10});
        checker.request(wine());
        QVERIFY(finished.wait());
        QVERIFY(!forecaster.result()); // nobody looks
        forecaster.setWanted(true);
        QVERIFY(foretold.wait());
        const StepForecast expected = *forecastStep(checker.result()->check, {.flops = 1e11, .bytes = 1e10});
        QCOMPARE(forecaster.result()->peakBytes(), expected.peakBytes());
        QCOMPARE(forecaster.result()->costs.at("").seconds, expected.costs.at("").seconds);
        QCOMPARE(measured.size(), 0);
        const QString text = totalsText(*checker.result(), forecaster.result().get());
        QVERIFY2(text.contains(QStringLiteral("peak memory")) && text.contains(QStringLiteral("about")), qPrintable(text));
        QVERIFY(!totalsText(*checker.result(), nullptr).contains(QStringLiteral("about")));

        Document broken = wine();
        broken.optimizer.type = "nonsense";
        checker.request(broken);
        QVERIFY(foretold.wait());
        QVERIFY(!forecaster.result());
    }

    void measuresTheMachineIfItIsNotKnown()
    {
        Checker checker;
        QSignalSpy foretold(&checker.forecaster(), &Forecaster::finished), measured(&checker.forecaster(), &Forecaster::measured);
        checker.forecaster().setWanted(true);
        checker.request(wine());
        QVERIFY(foretold.wait(30000));
        QCOMPARE(measured.size(), 1);
    }

    /// Each check asks for a forecast; only the last is answered.
    void aNewerCheckReplacesAForecast()
    {
        Checker checker;
        Forecaster& forecaster = checker.forecaster();
        QSignalSpy finished(&checker, &Checker::finished), foretold(&forecaster, &Forecaster::finished);
        forecaster.setRates({});
        forecaster.setWanted(true);
        Document document = wine();
        for (int64_t size : {1, 2, 100}) {
            document.training.set("batch_size", size);
            checker.request(document);
            QVERIFY(finished.wait());
        }
        QVERIFY(foretold.wait());
        QCOMPARE(foretold.size(), 1);
        QCOMPARE(forecaster.result()->peakBytes(), forecastStep(checker.result()->check, {})->peakBytes());
    }

    void aNewerDocumentReplacesOneThatWaits()
    {
        Checker checker;
        QSignalSpy finished(&checker, &Checker::finished);
        Document document = wine();
        for (int64_t size = 1; size <= 50; ++size) {
            document.training.set("batch_size", size);
            checker.request(document);
        }
        QTRY_VERIFY(checker.result() && checker.result()->version == 50);
        QVERIFY(finished.count() < 50);
        QCOMPARE(checker.result()->check.document.training.integer("batch_size"), int64_t{50});
    }

    void dataAreOpenedOnce()
    {
        Checker checker;
        Document document = wine();
        checker.request(document);
        QTRY_VERIFY(checker.result() && checker.result()->version == 1);
        const auto first = checker.result()->check.data.train;
        document.training.set("batch_size", int64_t{3});
        checker.request(document);
        QTRY_VERIFY(checker.result()->version == 2);
        QCOMPARE(checker.result()->check.data.train, first);
        document.training.set("seed", int64_t{99}); // splits differently
        checker.request(document);
        QTRY_VERIFY(checker.result()->version == 3);
        QVERIFY(checker.result()->check.data.train != first);
    }

    void goesAwayWhileAtWork()
    {
        for (int i = 0; i < 20; ++i) {
            Checker checker;
            checker.request(wine());
        }
    }
};

QTEST_GUILESS_MAIN(CheckerTest)
#include "checker.moc"
