// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/train/confusion_card.h"
#include "app/workbench/pages/train/live_controls.h"
#include "app/workbench/pages/train/log_view.h"
#include "app/workbench/pages/train/run_header.h"
#include "app/workbench/pages/train/samples_card.h"
#include "app/workbench/pages/train/train_page.h"
#include "app/workbench/pages/train/try_sample.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs_view/curve_board.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "tests/app/workbench/support/fake_hub.h"
#include "tests/app/workbench/support/store.h"
#include "widgets/image/draw_pad.h"
#include "widgets/image/image_grid.h"

using namespace ds;
using namespace ds::ui;

namespace {

/// A page with all that stands around it.
struct Bench {
    QTemporaryDir dir;
    Project project;
    Checker checker;
    Commands commands;
    Settings settings{dir.filePath("settings.ini")};
    FakeHub hub;
    RunStore store = storeIn(dir.filePath("runs"));
    PageContext context{project, checker, hub, commands, settings, {}, {}, {}};
    std::unique_ptr<TrainPage> page;

    void open()
    {
        hub.folder = dir.filePath("runs");
        page = std::make_unique<TrainPage>(context);
        page->resize(1200, 700);
        page->show();
        page->enter();
    }
    CurveBoard* board() const { return page->findChild<CurveBoard*>(); }
    template <class T>
    T* child() const
    {
        return page->findChild<T*>();
    }
    std::size_t steps(const QString& run) const
    {
        const RunData* data = board()->data(run);
        const auto at = data ? data->curves.find("train/loss") : std::map<std::string, CurveData>::const_iterator();
        return data && at != data->curves.end() ? at->second.steps.size() : 0;
    }
};

/// Four pictures of 2 × 3 pixels.
class Pictures : public Dataset {
public:
    int64_t size() const override { return 4; }
    const std::vector<Field>& fields() const override { return m_fields; }
    void read(int64_t index, std::span<void* const> out) const override
    {
        auto* values = static_cast<float*>(out[0]);
        for (int i = 0; i < 6; ++i) values[i] = static_cast<float>(i) - static_cast<float>(index);
        *static_cast<int64_t*>(out[1]) = index % 2;
    }

private:
    std::vector<Field> m_fields{{"image", {DType::F32, {1, 2, 3}}, {}, false}, {"label", {DType::I64, {}}, {"cat", "dog"}, true}};
};

} // namespace

class TrainPageTest : public QObject {
    Q_OBJECT

private slots:
    void withoutRunsItSaysWhatToDo()
    {
        Bench bench;
        bench.open();
        QCOMPARE(bench.child<RunHeader>()->stateText(), QStringLiteral("No run"));
        QVERIFY(bench.board()->titles().isEmpty());
        bool said = false;
        for (const QLabel* label : bench.board()->findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text().contains("Press Train (F5)"));
        QVERIFY(said);
    }

    void showsTheNewestRunOfTheStore()
    {
        Bench bench;
        addRun(bench.store, "old", 1000, 0.1);
        addRun(bench.store, "new", 2000, 0.2);
        bench.open();
        QTRY_COMPARE(bench.page->shownRun(), QStringLiteral("new"));
        QTRY_COMPARE(bench.board()->titles(), (QStringList{"Loss", "Accuracy", "Learning rate"}));
        QCOMPARE(bench.child<RunHeader>()->stateText(), QStringLiteral("Finished"));
        QVERIFY(!bench.child<LiveControls>()->isEnabled());
    }

    void curvesGrowWhileTheRunIsAlive()
    {
        Bench bench;
        addRun(bench.store, "r", 1000, 0.1, RunState::Running);
        bench.open();
        FakeRun run;
        bench.hub.add(&run); // waits: no id yet
        run.runId = "r";
        run.figures = {.epoch = 3,
                       .epochs = 5,
                       .step = 30,
                       .steps = 50,
                       .loss = 0.5,
                       .learningRate = 0.1,
                       .samplesPerSecond = 2410,
                       .secondsLeft = 192};
        emit run.changed();
        QTRY_COMPARE(bench.steps("r"), std::size_t{30});
        QVERIFY(bench.child<RunHeader>()->factsText().contains("left 3 min 12 s"));
        addSteps(bench.store, "r", 31, 40, 0.1);
        QTRY_COMPARE(bench.steps("r"), std::size_t{40});
        // A hidden page reads nothing.
        bench.page->leave();
        int updates = 0, seen = 0; // no spies: the signal comes from the reader's thread
        connect(bench.child<RunReader>(), &RunReader::updated, this, [&updates] { ++updates; });
        RunReader witness(bench.hub.runsFolder()); // looks as often as the page would
        connect(&witness, &RunReader::updated, this, [&seen] { ++seen; });
        witness.watch({"r"});
        witness.setActive(true);
        for (int look = 1; look <= 5; ++look) {
            addSteps(bench.store, "r", 40 + look, 40 + look, 0.1);
            QTRY_VERIFY(seen >= look);
        }
        QCOMPARE(updates, 0);
        disconnect(bench.child<RunReader>(), nullptr, this, nullptr); // before what it counts in is gone
        bench.page->enter();
        QTRY_COMPARE(bench.steps("r"), std::size_t{45});
    }

    void aResumedRunIsReadAgain()
    {
        Bench bench;
        addRun(bench.store, "r", 1000, 0.1, RunState::Stopped);
        bench.open();
        QTRY_COMPARE(bench.steps("r"), std::size_t{30});
        // Goes on from an earlier checkpoint with another rate.
        QVERIFY(bench.store.setState("r", RunState::Running));
        addSteps(bench.store, "r", 21, 30, 0.5);
        const auto rate = [&] { return bench.board()->data("r")->curves.at("train/learning_rate").values.at(25); };
        QTRY_COMPARE(rate(), 0.5);
        QCOMPARE(bench.steps("r"), std::size_t{30});
    }

    void controlsReachTheRun()
    {
        Bench bench;
        addRun(bench.store, "r", 1000, 0.1, RunState::Running);
        bench.open();
        FakeRun run;
        run.runId = "r";
        run.figures.step = 1;
        run.figures.learningRate = 0.1;
        bench.hub.add(&run);
        auto* controls = bench.child<LiveControls>();
        QVERIFY(controls->isEnabled());
        auto* field = controls->findChild<QLineEdit*>();
        QCOMPARE(field->text(), QStringLiteral("0.1"));
        const auto press = [&](const QString& text) {
            for (QPushButton* button : controls->findChildren<QPushButton*>())
                if (button->text() == text) button->click();
        };
        field->setText("abc");
        press("Set");
        QVERIFY(run.calls.isEmpty());
        QVERIFY(field->property("wrong").toBool());
        field->setText("0.02");
        QTest::keyClick(field, Qt::Key_Return);
        press("÷ 2");
        press("Back to the schedule");
        press("Evaluate now");
        press("Checkpoint now");
        QCOMPARE(run.calls, (QStringList{"rate 0.02", "rate 0.01", "schedule", "evaluate", "checkpoint"}));
        run.now = LiveState::Finished;
        emit run.changed();
        QVERIFY(!controls->isEnabled());
    }

    void theLogFiltersAndTheMatrixFollows()
    {
        Bench bench;
        addRun(bench.store, "r", 1000, 0.1, RunState::Running);
        RunWriter writer = bench.store.writer("r");
        writer.add(EventRecord{5, 1005, "learning_rate", "The learning rate was set to 0.1", ""});
        writer.add(EventRecord{10, 1010, "checkpoint/last", "", ""});
        writer.add(EventRecord{10, 1010, "metric/confusion", "", R"({"classes": 2, "matrix": [[9, 1], [3, 7]]})"});
        QVERIFY(writer.flush());
        bench.open();
        auto* log = bench.child<LogView>();
        QTRY_COMPARE(log->shown(), 2);
        auto* confusion = bench.child<ConfusionCard>();
        QCOMPARE(confusion->classes(), 2);
        QVERIFY2(confusion->worst().contains("“dog” taken for “cat”: 3 of 10"), qPrintable(confusion->worst()));
        log->findChild<QComboBox*>()->setCurrentIndex(2);
        QCOMPARE(log->shown(), 1);
        log->findChild<QComboBox*>()->setCurrentIndex(0);
        log->findChild<QLineEdit*>()->setText("rate WAS");
        QCOMPARE(log->shown(), 1);
        writer.add(EventRecord{20, 1020, "metric/confusion", "", "nonsense"});
        writer.add(EventRecord{20, 1020, "metric/confusion", "", R"({"classes": 2, "matrix": [[10, 0], [0]]})"});
        writer.add(EventRecord{20, 1020, "warning", "the rate was nan", ""});
        QVERIFY(writer.flush());
        QTRY_COMPARE(log->shown(), 2);
        QCOMPARE(confusion->classes(), 2);
    }

    void theHardestAndEasiestSamplesAreNamed()
    {
        Bench bench;
        addRun(bench.store, "r", 1000, 0.1, RunState::Running);
        RunWriter writer = bench.store.writer("r");
        writer.add(
            EventRecord{10, 1010, "samples", "",
                        R"({"set": "validation", "worst": [{"index": 3, "loss": 3.5, "target": 0, "predicted": 1, "probability": 0.97}],
                                   "best": [{"index": 1, "loss": 0.01, "target": 1, "predicted": 1, "probability": 0.99}]})"});
        writer.add(EventRecord{11, 1011, "samples", "", "[1]"});
        QVERIFY(writer.flush());
        bench.open();
        auto* samples = bench.child<SamplesCard>();
        QTRY_COMPARE(samples->texts().size(), 1);
        QCOMPARE(samples->texts().value(0).replace(QChar(0xA0), ' '), QStringLiteral("3: dog 97 %, not cat"));
        samples->findChild<QComboBox*>()->setCurrentIndex(1);
        QCOMPARE(samples->texts().value(0).replace(QChar(0xA0), ' '), QStringLiteral("1: dog 99 %"));
        // With the data at hand there are pictures instead, read on the other thread.
        samples->setData({std::make_shared<Pictures>(), nullptr}, {"cat", "dog"});
        samples->resize(300, 300);
        samples->show();
        auto* grid = samples->findChild<ImageGrid*>();
        QCOMPARE(grid->count(), 1);
        samples->setParent(nullptr); // out of the tabs, to be seen
        samples->show();
        QTRY_VERIFY(grid->has(0));
        const QImage picture = samplePicture(Pictures(), 3);
        QCOMPARE(picture.size(), QSize(3, 2));
        QCOMPARE(qGray(picture.pixel(0, 0)), 0);
        QCOMPARE(qGray(picture.pixel(2, 1)), 255);
        QVERIFY(samplePicture(Pictures(), 4).isNull());
        delete samples;
    }

    void comparesWithEarlierRuns()
    {
        Bench bench;
        addRun(bench.store, "old", 1000, 0.1);
        addRun(bench.store, "new", 2000, 0.2);
        bench.open();
        QTRY_COMPARE(bench.steps("new"), std::size_t{30});
        bench.board()->setMembers({{"old", "before", 2, true}, {"new", {}, 0, false}});
        RunReader* reader = bench.child<RunReader>();
        reader->watch({"old", "new"});
        QTRY_COMPARE(bench.steps("old"), std::size_t{30});
        CurvePlot* loss = bench.board()->plot("Loss");
        QCOMPARE(loss->curves(), (QStringList{"old/train/loss", "new/train/loss"}));
        QCOMPARE(loss->endLabels(), (QStringList{"before, train", "train"}));
        bench.board()->setXAxis(CurvePlot::XAxis::Epoch);
        loss->refresh();
        QCOMPARE(loss->view().right, 3.0);
        bench.board()->setMembers({{"new", {}, 0, false}});
        QCOMPARE(bench.board()->plot("Loss")->curves(), QStringList{"new/train/loss"});
    }

    void drawingsAndTextAskTheRun()
    {
        Bench bench;
        addRun(bench.store, "r", 1000, 0.1, RunState::Running);
        bench.open();
        FakeRun run;
        run.runId = "r";
        run.answer = Json{
            {"classes", Json::array({Json{{"class", "cat"}, {"probability", 0.875}}, Json{{"class", "dog"}, {"probability", 0.125}}})}};
        bench.hub.add(&run);
        auto* sample = bench.child<TrySample>();
        auto* pad = sample->findChild<DrawPad*>();
        pad->resize(150, 150);
        QTest::mousePress(pad, Qt::LeftButton, {}, {40, 40});
        QTest::mouseMove(pad, {90, 90});
        QTest::mouseRelease(pad, Qt::LeftButton, {}, {90, 90});
        QVERIFY(run.lastInput.is_string());
        const QImage drawn(QString::fromStdString(run.lastInput.get<std::string>()));
        QCOMPARE(drawn.size(), QSize(28, 28));
        QVERIFY(sample->answerText().startsWith("cat 87.5"));
        run.answer = Json{{"values", {1.5, -2.0}}};
        auto* text = sample->findChild<QLineEdit*>();
        text->setText("1, 2, 3");
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(run.lastInput.get<std::string>(), std::string("1, 2, 3"));
        QVERIFY(sample->answerText().startsWith("1.5"));
    }

    void measuringTheMatrixIsOneUndoableStep()
    {
        Bench bench;
        Document document;
        document.loss.type = "cross_entropy";
        bench.project.reset(document);
        bench.open();
        auto* confusion = bench.child<ConfusionCard>();
        confusion->setMeasured(false);
        emit confusion->measureWanted();
        const auto metrics = std::get<Strings>(*bench.project.document().training.find("metrics"));
        QCOMPARE(metrics, (Strings{"accuracy", "confusion"}));
        bench.project.undoStack().undo();
        QVERIFY(!bench.project.document().training.find("metrics"));
    }
};

QTEST_MAIN(TrainPageTest)
#include "train_page.moc"
