// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "app/workbench/project/checker.h"

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
