// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/workbench/pages/runs/diff_view.h"
#include "app/workbench/pages/runs/run_details.h"
#include "app/workbench/pages/runs/run_list.h"
#include "app/workbench/pages/runs/runs_page.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs_view/curve_board.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "core/store/checkpoint.h"
#include "core/train/checkpointing.h"
#include "tests/app/workbench/support/fake_hub.h"
#include "tests/app/workbench/support/store.h"
#include "widgets/table/table_view.h"

using namespace ds;
using namespace ds::ui;

namespace {

struct Bench {
    QTemporaryDir dir;
    Project project;
    Checker checker;
    Commands commands;
    Settings settings{dir.filePath("settings.ini")};
    FakeHub hub;
    RunStore store = storeIn(dir.filePath("runs"));
    QString shown;
    PageContext context{project, checker, hub, commands, settings, [this](const QString& id) { shown = id; }, {}, {}};
    std::unique_ptr<RunsPage> page;

    void open()
    {
        hub.folder = dir.filePath("runs");
        page = std::make_unique<RunsPage>(context);
        page->resize(1200, 700);
        page->show();
        page->enter();
    }
    template <class T>
    T* child() const
    {
        return page->findChild<T*>();
    }
    TableModel* table() const { return static_cast<TableModel*>(child<TableView>()->model()); }
    QStringList rows() const
    {
        QStringList ids;
        for (int row = 0; row < table()->rowCount(); ++row) ids << table()->idAt(row);
        return ids;
    }
    QString cell(const QString& run, const QString& column) const
    {
        return table()->index(table()->rowOf(run), table()->columnOf(column)).data().toString();
    }
    void press(const QString& text) const
    {
        for (QAbstractButton* button : page->findChildren<QAbstractButton*>())
            if (button->text() == text && button->isEnabled()) return button->click();
        QFAIL(qPrintable("there is no button " + text));
    }
};

} // namespace

class RunsPageTest : public QObject {
    Q_OBJECT

private slots:
    void statesAnswerToTheirEnglishWords()
    {
        RunOverview run;
        run.figures.run = {.id = "a"};
        run.figures.run.state = RunState::Finished;
        RunList list = makeRunList({run}, false);
        for (TableColumn& column : list.columns)
            if (column.id == "state") column.texts = QStringList{QStringLiteral("已完成")}; // as in another language
        TableModel table;
        table.setTable(list.ids, list.columns);
        const auto passing = [&](const QString& filter) {
            table.setFilter(filter);
            return table.passing();
        };
        QCOMPARE(passing("state:finished"), 1);
        QCOMPARE(passing("state:已完成"), 1);
        QCOMPARE(passing("state=finished"), 1);
        QCOMPARE(passing("state:running"), 0);
        QCOMPARE(passing("-state:finished"), 0);
        QCOMPARE(passing("-state:已完成"), 0);
        QCOMPARE(passing("state!=finished"), 0);
        QCOMPARE(passing("-state:running"), 1);
    }

    void twoProjectsAreComparedAsOneDrawing()
    {
        Bench bench;
        addRun(bench.store, "a", 1000, 0.1);
        addRun(bench.store, "b", 2000, 0.01);
        bench.open();
        QTRY_COMPARE(bench.rows().size(), 2);
        bench.commands.find("runs.compare")->trigger();
        bench.child<TableView>()->select({"b"});
        QVERIFY(bench.child<DiffView>()->rows().isEmpty());
        const auto says = [&](const QString& text) {
            for (QLabel* label : bench.child<DiffView>()->findChildren<QLabel*>())
                if (label->isVisibleTo(bench.child<DiffView>()) && label->text().contains(text)) return true;
            return false;
        };
        QVERIFY(says("Choose two runs"));
        bench.child<TableView>()->select({"b", "a"});
        QTRY_VERIFY(says("have the same project"));
        // From the older to the newer one, with the numbers that the curves have: those of the rows.
        for (QLabel* label : bench.child<DiffView>()->findChildren<QLabel*>())
            if (label->text().contains("have the same project")) QVERIFY2(label->text().startsWith("2 · "), qPrintable(label->text()));
    }

    void listsEveryRunNewestFirst()
    {
        Bench bench;
        addRun(bench.store, "a", 1000, 0.1);
        addRun(bench.store, "b", 2000, 0.01, RunState::Failed);
        bench.open();
        QTRY_COMPARE(bench.rows(), (QStringList{"b", "a"}));
        QCOMPARE(bench.cell("b", "state"), QStringLiteral("failed"));
        QCOMPARE(bench.cell("a", "duration"), QStringLiteral("1 min"));
        QCOMPARE(bench.cell("a", "epochs"), QStringLiteral("3"));
        QCOMPARE(bench.cell("a", "steps"), QStringLiteral("30"));
        QCOMPARE(bench.cell("a", "accuracy"), QStringLiteral("0.9"));
        QCOMPARE(bench.cell("a", "optimizer.learning_rate"), QStringLiteral("0.1"));
        QCOMPARE(bench.cell("a", "training.monitor"), QStringLiteral("loss"));
        QVERIFY(!bench.child<TableView>()->shownColumns().contains("training.monitor"));
        bench.child<QLineEdit>()->setText("lr<0.05 state:failed");
        QCOMPARE(bench.rows(), QStringList{"b"});
        // New runs and states are seen without being asked for.
        bench.child<QLineEdit>()->clear();
        addRun(bench.store, "c", 3000, 0.3, RunState::Running);
        QTRY_COMPARE(bench.rows(), (QStringList{"c", "b", "a"}));
        addSteps(bench.store, "c", 31, 50, 0.3);
        QTRY_COMPARE(bench.cell("c", "steps"), QStringLiteral("50"));
    }

    void curvesAndDifferencesOfTheChosen()
    {
        Bench bench;
        addRun(bench.store, "a", 1000, 0.1);
        addRun(bench.store, "b", 2000, 0.01);
        bench.open();
        QTRY_COMPARE(bench.rows().size(), 2);
        bench.child<TableView>()->select({"a", "b"});
        auto* board = bench.child<CurveBoard>();
        QTRY_VERIFY(board->plot("Loss") && board->plot("Loss")->curves().size() == 2);
        QStringList labels = board->plot("Loss")->endLabels();
        labels.sort();
        QCOMPARE(labels, (QStringList{"1 · net a", "2 · net b"}));
        const QStringList rows = bench.child<RunDetails>()->rows();
        QVERIFY2(rows.contains("≠ Learning rate | 0.1 | 0.01"), qPrintable(rows.join('\n')));
        QVERIFY(rows.contains("Batch size | 32 | 32"));
        bench.press("Only differences");
        QCOMPARE(bench.child<RunDetails>()->rows(), QStringList{"≠ Learning rate | 0.1 | 0.01"});
        bench.child<TableView>()->select({"b"});
        QTRY_COMPARE(board->plot("Loss")->curves(), QStringList{"b/train/loss"});
    }

    void starsTagsAndNotesAreKept()
    {
        Bench bench;
        addRun(bench.store, "a", 1000, 0.1);
        bench.open();
        QTRY_COMPARE(bench.rows().size(), 1);
        auto* view = bench.child<TableView>();
        view->setCurrentIndex(bench.table()->index(0, 1));
        QTest::keyClick(view, Qt::Key_S);
        QTRY_VERIFY(bench.store.note("a")->star);
        auto* details = bench.child<RunDetails>();
        auto* tags = details->findChild<QLineEdit*>();
        tags->setText("good,  two words , good");
        QTest::keyClick(tags, Qt::Key_Return);
        details->findChild<QPlainTextEdit*>()->setPlainText("why\nnot");
        QTRY_COMPARE(bench.store.note("a")->note, std::string("why\nnot"));
        QVERIFY(*bench.store.note("a") == (RunNote{true, {"good", "two words"}, "why\nnot", 0}));
        QCOMPARE(bench.cell("a", "tags"), QStringLiteral("good,two words"));
        bench.child<QLineEdit>()->setText("tag:good star=1");
        QCOMPARE(bench.rows(), QStringList{"a"});
    }

    void theBinTakesAndGivesBack()
    {
        Bench bench;
        addRun(bench.store, "a", 1000, 0.1);
        addRun(bench.store, "b", 2000, 0.1);
        QVERIFY(QDir().mkpath(bench.dir.filePath("runs/a")));
        bench.open();
        QTRY_COMPARE(bench.rows().size(), 2);
        bench.child<TableView>()->select({"a"});
        bench.press("Delete");
        QTRY_COMPARE(bench.rows(), QStringList{"b"});
        QVERIFY(QDir(bench.dir.filePath("runs/bin/a")).exists());
        bench.press("Bin (1)");
        QTRY_COMPARE(bench.rows(), QStringList{"a"});
        bench.child<TableView>()->select({"a"});
        bench.press("Restore");
        QTRY_VERIFY(bench.rows().isEmpty());
        QVERIFY(QDir(bench.dir.filePath("runs/a")).exists());
        bench.press("Bin");
        QTRY_COMPARE(bench.rows(), (QStringList{"b", "a"}));
        bench.child<TableView>()->select({"a"});
        bench.press("Delete");
        QTRY_COMPARE(bench.rows(), QStringList{"b"});
        bench.press("Bin (1)");
        QTRY_COMPARE(bench.rows(), QStringList{"a"});
        bench.press("Empty the bin");
        emit bench.child<TableView>()->starToggled("a", true); // work is done in turn: once this is, the click would have been, too
        QTRY_VERIFY(bench.store.note("a")->star);
        QCOMPARE(bench.store.runs()->size(), std::size_t{2}); // only asked
        bench.press("Delete for good?");
        QTRY_COMPARE(bench.store.runs()->size(), std::size_t{1});
    }

    void resumesAndForks()
    {
        Bench bench;
        addRun(bench.store, "done", 1000, 0.1);
        addRun(bench.store, "stopped", 2000, 0.1, RunState::Stopped);
        QVERIFY(QDir().mkpath(bench.dir.filePath("runs/done")));
        bench.open();
        QTRY_COMPARE(bench.rows().size(), 2);
        bench.child<TableView>()->select({"stopped"});
        bench.press("Resume");
        QCOMPARE(bench.hub.resumed, QStringList{"stopped"});
        QCOMPARE(bench.shown, QStringLiteral("train"));
        bench.child<TableView>()->select({"done"});
        for (QPushButton* button : bench.page->findChildren<QPushButton*>())
            if (button->text() == "Resume") QVERIFY(!button->isEnabled());
        // Without a checkpoint there is nothing to begin with.
        bench.press("Fork");
        const auto said = [&](const QString& text) {
            for (const QLabel* label : bench.page->findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(text)) return true;
            return false;
        };
        QTRY_VERIFY(said("has no checkpoint"));
        QVERIFY(bench.hub.started.empty());
        Document document;
        document.name = "net";
        document.model.layers = {{"in", "Input", {{"field", "x"}}}, {"out", "Dense", {{"units", 2}}}};
        document.model.wires = {{{"in"}, {"out"}}};
        document.loss = {"mse", {{"prediction", "out"}, {"target", "y"}}};
        document.optimizer = {"sgd", {}};
        auto learner = Learner::create(document, {"reference", 1}).value();
        const QString checkpoint = bench.dir.filePath("runs/done/best.ckpt");
        QVERIFY(saveCheckpoint(checkpoint.toStdString(), *learner, {}, nullptr, 1));
        bench.press("Fork");
        QTRY_COMPARE(bench.hub.started.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(std::get<std::string>(*bench.hub.started.front().training.find("start_from"))), checkpoint);
    }

    void exportsTheTableAndTheCurves()
    {
        Bench bench;
        addRun(bench.store, "a", 1000, 0.1);
        bench.open();
        QTRY_COMPARE(bench.rows().size(), 1);
        QCOMPARE(runFiles::tableCsv(*bench.table(), {"name", "accuracy", "optimizer.learning_rate"}),
                 QByteArray("name,accuracy,optimizer.learning_rate\nnet a,0.9,0.1\n"));
        const QString path = bench.dir.filePath("c.csv");
        QVERIFY(runFiles::exportCurves(&bench.store, {"a"}, path).good);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readLine(), QByteArray("run,name,step,epoch,time,value\n"));
        QCOMPARE(file.readAll().count('\n'), 63); // 30 + 30 + 3 scalars
        QVERIFY(!runFiles::exportCurves(&bench.store, {"a"}, bench.dir.filePath("none/c.csv")).good);
        QVERIFY(runFiles::exportTensorBoard(&bench.store, {"a"}, bench.dir.filePath("tb")).good);
        QVERIFY(QFile::exists(bench.dir.filePath("tb/a/events.out.tfevents.1000.deepseek")));
    }

    void anEmptyStoreSaysWhatToDo()
    {
        Bench bench;
        bench.open();
        QTRY_VERIFY([&] {
            for (const QLabel* label : bench.page->findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains("Press Train (F5)")) return true;
            return false;
        }());
    }
};

QTEST_MAIN(RunsPageTest)
#include "runs_page.moc"
