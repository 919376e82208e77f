// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <cmath>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/inspect/inspect_page.h"
#include "app/workbench/pages/inspect/layer_detail.h"
#include "app/workbench/pages/inspect/layer_strips.h"
#include "app/workbench/pages/inspect/op_table.h"
#include "app/workbench/pages/inspect/profile_panel.h"
#include "app/workbench/pages/inspect/tensor_panel.h"
#include "app/workbench/pages/inspect/time_strip.h"
#include "app/workbench/pages/inspect/trial_card.h"
#include "app/workbench/pages/inspect/verdict_cards.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "core/train/run_record.h"
#include "tests/app/workbench/support/fake_hub.h"
#include "widgets/dock/dock_frame.h"
#include "widgets/form/form.h"
#include "widgets/plot/flame_chart.h"
#include "widgets/plot/ridge_plot.h"
#include "widgets/plot/strip_list.h"
#include "widgets/table/table_view.h"

using namespace ds;
using namespace ds::ui;
using inspector::Quantity;

namespace {

Document project()
{
    Document document;
    document.name = "net";
    document.train = {"synthetic", {{"kind", "blobs"}}};
    document.model.layers = {
        {"in", "Input", {{"field", "input"}}}, {"fc", "Dense", {{"units", 8}}}, {"act", "ReLU"}, {"out", "Dense", {{"units", 3}}}};
    document.model.wires = {{{"in"}, {"fc"}}, {{"fc"}, {"act"}}, {{"act"}, {"out"}}};
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {"sgd", {{"learning_rate", 0.1}}};
    document.training = {{"inspection_budget", 0.05}};
    return document;
}

inspector::TensorStatistics statistics(float scale)
{
    std::vector<float> values;
    for (int i = -20; i <= 20; ++i) values.push_back(scale * static_cast<float>(i));
    return inspector::statisticsOf(values);
}

/// As a watched training writes it; the record stays open.
class Recorded {
public:
    Recorded(const QString& folder, const char* id) : m_record(std::move(RunRecord::open(folder.toStdString())).value())
    {
        if (!m_record.begin(id, project(), "cpu", 0)) qFatal("no record");
    }

    void steps(int64_t first, int64_t last)
    {
        for (int64_t step = first; step <= last; ++step) {
            m_record.scalar("train/loss", step, 0, 1.0 / static_cast<double>(step));
            m_record.scalar("train/grad_norm", step, 0, 1);
            m_record.scalar("train/learning_rate", step, 0, 0.1);
            const auto grown = static_cast<float>(step);
            m_sights.write(m_record, {{step, "act", Quantity::Activation, statistics(grown), "relu", "fc"},
                                      {step, "act", Quantity::ActivationGradient, statistics(0.01F), "", ""},
                                      {step, "out", Quantity::Activation, statistics(1), "linear", ""},
                                      {step, "fc.weight", Quantity::Weight, statistics(0.1F), "", ""},
                                      {step, "fc.bias", Quantity::Weight, statistics(5), "", ""},
                                      {step, "fc.weight", Quantity::Update, statistics(0.001F), "", ""}});
        }
        flush();
    }
    void losses(int64_t first, int64_t last, double factor)
    {
        for (int64_t step = first; step <= last; ++step) m_record.scalar("train/loss", step, 0, factor / static_cast<double>(step));
        flush();
    }
    /// Of a cause and what follows from it.
    void verdicts()
    {
        inspector::writeVerdicts(m_record, 9,
                                 {{inspector::findRule("dead_relu"), {"act", 5, 9, Phrase("Half of act is dead.")}, -1},
                                  {inspector::findRule("unchanged_weights"), {"fc.weight", 6, 9, Phrase("fc.weight stands still.")}, 0}});
        inspector::writeCost(m_record, 9, {3, 0.021});
        flush();
    }
    void flush()
    {
        if (!m_record.flush()) qFatal("no flush");
    }

private:
    RunRecord m_record;
    inspector::SightRecords m_sights;
};

/// The second of three ops makes a number that is none.
inspector::StepOps spoiltStep()
{
    const auto value = [](const char* name, int op, bool bad) {
        const std::vector<float> numbers{1, 2, 3, bad ? NAN : 4};
        return inspector::StepValue{name, op, false, {2, 2}, inspector::statisticsOf(numbers)};
    };
    using inspector::Phase;
    return {
        {{"in", "cast", Phase::Forward, {0}, {1}}, {"fc", "linear", Phase::Forward, {1}, {2}}, {"act", "relu", Phase::Forward, {2}, {3}}},
        {value("input", -1, false), value("", 0, false), value("", 1, true), value("", 2, true)},
        3};
}

struct Bench {
    QTemporaryDir dir;
    Project project;
    Checker checker;
    Commands commands;
    Settings settings{dir.filePath("settings.ini")};
    FakeHub hub;
    QString said;
    InspectionFeed feed{dir.filePath("runs")};
    PageContext context{project, checker, hub, commands, settings, {}, {}, [this](const QString& text) { said = text; }, &feed};
    std::unique_ptr<InspectPage> page;

    void open()
    {
        hub.folder = dir.filePath("runs");
        page = std::make_unique<InspectPage>(context);
        page->resize(1280, 1040);
        page->show();
        page->enter();
    }
    template <class T>
    T* child() const
    {
        return page->findChild<T*>();
    }
    QStringList texts(QWidget* in) const
    {
        QStringList list;
        for (const QLabel* label : in->findChildren<QLabel*>())
            list << label->text().replace(QChar(0xA0), ' ').replace(QChar(0x202F), ' ').replace(QChar(0x2009), ' ');
        return list;
    }
};

} // namespace

class InspectPageTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhatToDoWhileThereIsNothing()
    {
        Bench bench;
        bench.open();
        QVERIFY(bench.texts(bench.child<VerdictCards>()).join(' ').contains("While a run is at work"));
        QCOMPARE(bench.child<StripList>()->model()->rowCount(), 0);
    }

    void showsTheLayersOfTheNewestRun()
    {
        Bench bench;
        Recorded run(bench.dir.filePath("runs"), "r");
        run.steps(1, 9);
        bench.open();
        QTRY_VERIFY(bench.feed.inspection());
        auto* strips = bench.child<LayerStrips>();
        strips->setFigure(inspector::Figure::ResultSize);
        auto* list = bench.child<StripList>();
        QCOMPARE(list->model()->rowCount(), 2); // act and out; the document's order
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("act"));
        QTRY_COMPARE(list->chosen(), QStringLiteral("act"));
        QTRY_COMPARE(bench.child<RidgePlot>()->shownRows(), 9);
        QVERIFY(bench.texts(bench.child<LayerDetail>()).join(' ').contains("ReLU · layer 3 of 4"));

        // It goes on while the page is shown, and rests while it is hidden.
        run.steps(10, 12);
        QTRY_COMPARE(bench.feed.inspection()->trace.steps().size(), std::size_t{12});
        bench.page->leave();
        run.steps(13, 14);
        bench.page->enter();
        QTRY_COMPARE(bench.feed.inspection()->trace.steps().size(), std::size_t{14});
    }

    void aLayersParametersCanBeLookedAt()
    {
        Bench bench;
        Recorded run(bench.dir.filePath("runs"), "r");
        run.steps(1, 3);
        bench.open();
        QTRY_VERIFY(bench.feed.inspection());
        bench.child<LayerStrips>()->setFigure(inspector::Figure::UpdateRatio);
        QTRY_COMPARE(bench.child<StripList>()->model()->rowCount(), 1);
        bench.child<StripList>()->choose("fc");
        auto* detail = bench.child<LayerDetail>();
        detail->setQuantity(Quantity::Weight);
        QComboBox* tensors = nullptr;
        for (auto* box : detail->findChildren<QComboBox*>())
            if (box->accessibleName() == QLatin1String("Parameter of the layer")) tensors = box;
        QVERIFY(tensors && tensors->isVisibleTo(detail));
        QCOMPARE(tensors->count(), 2);
        QVERIFY(bench.texts(detail).filter("deviation").join(' ').contains(QStringLiteral("deviation 1.18")));
        tensors->setCurrentIndex(1);
        QVERIFY(bench.texts(detail).filter("deviation").join(' ').contains(QStringLiteral("deviation 59.2")));
    }

    void verdictsComeWithTheirCauseAndCanBeMended()
    {
        Bench bench;
        bench.project.reset(project());
        Recorded run(bench.dir.filePath("runs"), "r");
        run.steps(1, 9);
        run.verdicts();
        bench.open();
        QTRY_VERIFY(bench.feed.inspection() && !bench.feed.inspection()->verdicts.empty());
        auto* cards = bench.child<VerdictCards>();
        const QString all = bench.texts(cards).join('\n');
        for (const char* part : {"Dead ReLU", "Half of act is dead.", "What follows from it", "fc.weight stands still.", "What may help"})
            QVERIFY2(all.contains(QLatin1String(part)), qPrintable(all));
        QCOMPARE(cards->findChildren<QFrame*>(QStringLiteral("verdict")).size(), 1);
        QVERIFY(bench.texts(bench.page.get()).join(' ').contains(QStringLiteral("2.1 % of 5.0 %")));

        QPushButton* leaky = nullptr;
        for (auto* button : cards->findChildren<QPushButton*>())
            if (button->accessibleName().contains(QLatin1String("leaky"), Qt::CaseInsensitive)) leaky = button;
        QVERIFY2(leaky, qPrintable(all));
        leaky->click();
        QCOMPARE(bench.project.document().model.find("act")->type, std::string("LeakyReLU"));
        QVERIFY(bench.said.contains(QLatin1String("Undo")));
        bench.project.undoStack().undo();
        QCOMPARE(bench.project.document().model.find("act")->type, std::string("ReLU"));

        // The place leads to the layer.
        for (auto* label : cards->findChildren<QLabel*>())
            if (label->text().contains(QLatin1String("href='0'"))) emit label->linkActivated(QStringLiteral("0"));
        QCOMPARE(bench.child<StripList>()->chosen(), QStringLiteral("act"));
    }

    void aRuleIsDismissedAndAskedAgain()
    {
        Bench bench;
        connect(&bench.project, &Project::changed, this, [&] { bench.feed.setProject(bench.project.document()); });
        bench.project.reset(project());
        Recorded run(bench.dir.filePath("runs"), "r");
        run.steps(1, 9);
        run.verdicts();
        bench.open();
        auto* cards = bench.child<VerdictCards>();
        const auto says = [&](const char* text) { return bench.texts(cards).join('\n').contains(QLatin1String(text)); };
        const auto press = [&](const char* name) {
            for (auto* button : cards->findChildren<QPushButton*>())
                if (button->accessibleName() == QLatin1String(name)) return button->click();
            QFAIL(name);
        };
        const auto rules = [&] { return inspector::ruleSettingsOf(bench.project.document().training).value(); };
        QTRY_VERIFY(says("Half of act is dead."));
        QVERIFY(!says("Rules that this project has changed"));
        press("Dismiss Dead ReLU");
        QVERIFY(rules().off.contains("dead_relu"));
        QTRY_VERIFY(!says("Half of act is dead."));
        QVERIFY(says("Rules that this project has changed") && says("Dead ReLU: dismissed"));
        QVERIFY(bench.project.document().training.has("inspection_budget"));
        press("Ask again: Dead ReLU");
        QVERIFY(rules() == inspector::RuleSettings());
        QTRY_VERIFY(says("Half of act is dead."));
        bench.project.undoStack().undo();
        QTRY_VERIFY(says("Dead ReLU: dismissed"));
        bench.project.undoStack().undo();
        QTRY_VERIFY(says("Half of act is dead."));

        press("Thresholds of Dead ReLU");
        auto* share = cards->findChild<Form*>()->findChild<QLineEdit*>();
        share->selectAll();
        QTest::keyClicks(share, QStringLiteral("0.5"));
        QVERIFY(rules() == inspector::RuleSettings()); // not while somebody types
        QTest::keyClick(share, Qt::Key_Return);
        QCOMPARE(rules().thresholds.at("dead_relu").number("share"), 0.5);
        QTRY_VERIFY(says("Dead ReLU: Share 0.5"));
        press("Set back: Dead ReLU");
        QVERIFY(rules() == inspector::RuleSettings());
        QTRY_VERIFY(says("Half of act is dead."));
        QVERIFY(cards->findChild<Form*>()); // it stays open where the card is made anew
        press("Thresholds of Dead ReLU");
        QTRY_VERIFY(!cards->findChild<Form*>());

        // Written by hand, and wrong.
        bench.project.edit("wrong", [](Document& d) { d.training.set("inspection_rules", Strings{"dead_rely=off"}); });
        QTRY_VERIFY(says("there is no rule"));
    }

    void aRemedyIsTriedBesideTheRun()
    {
        Bench bench;
        bench.project.reset(project());
        Recorded run(bench.dir.filePath("runs"), "r");
        run.steps(1, 300);
        run.verdicts();
        bench.open();
        QTRY_VERIFY(bench.feed.inspection() && !bench.feed.inspection()->verdicts.empty());
        auto* card = bench.child<TrialCard>();
        QVERIFY(!card->isVisibleTo(bench.page.get()));
        const auto press = [&](const char* text) {
            for (auto* button : bench.page->findChildren<QPushButton*>())
                if (button->text() == QLatin1String(text) && button->isVisibleTo(bench.page.get())) return button->click();
            QFAIL(text);
        };
        press("Try");
        QCOMPARE(bench.hub.started.size(), std::size_t{1});
        QVERIFY(documentToJson(bench.hub.started[0]) != documentToJson(project())); // with the remedy in it
        QVERIFY(documentToJson(bench.project.document()) == documentToJson(project()));
        QVERIFY(card->isVisibleTo(bench.page.get()));

        auto* trial = static_cast<FakeRun*>(bench.hub.list.back());
        Recorded tried(bench.dir.filePath("runs"), "t");
        tried.losses(1, 200, 0.5); // half of that of the run as it was
        trial->runId = "t";
        trial->figures.step = 200;
        emit trial->changed();
        QTRY_COMPARE(trial->calls, QStringList{"stop"}); // enough is seen
        trial->now = LiveState::Stopped;
        emit trial->changed();
        QTRY_VERIFY2(bench.texts(card).join(' ').contains("Loss 0.0026"), qPrintable(bench.texts(card).join(' ')));
        press("Keep it");
        QVERIFY(documentToJson(bench.project.document()) == documentToJson([&] {
                    Document expected = bench.hub.started[0];
                    expected.name = "net";
                    return expected;
                }()));
        QVERIFY(!card->isVisibleTo(bench.page.get()));
    }

    void aStepIsMadeAgain()
    {
        Bench bench;
        Recorded run(bench.dir.filePath("runs"), "r");
        run.steps(1, 9);
        bench.open();
        QTRY_VERIFY(bench.feed.inspection());
        auto* strip = bench.child<TimeStrip>();
        QTRY_COMPARE(strip->step(), 9);
        bench.child<LayerStrips>()->setFigure(inspector::Figure::ResultSize);
        bench.child<LayerDetail>()->setQuantity(Quantity::Activation);
        bench.child<StripList>()->choose("act");
        inspector::MadeAgain again;
        again.step = 5;
        again.compared = again.same = 5;
        again.sights = {{5, "act", Quantity::Activation, statistics(1000), "relu", "fc"},
                        {5, "fc", Quantity::Activation, statistics(1), "", ""}};
        bench.hub.answers = [&](const Json& question) -> Result<Json> {
            if (question.at("ask") == "step") return inspector::madeAgainToJson(again);
            const Status written = writeNpy(question.at("to"), Tensor::full({DType::F32, {2, 2}}, question.at("value").get<double>()));
            return written ? Result<Json>(Json{{"to", question.at("to")}}) : Result<Json>(written.error());
        };
        const auto press = [&] {
            for (auto* button : strip->findChildren<QPushButton*>()) button->click();
        };
        strip->setStep(5);
        press();
        QCOMPARE(bench.hub.asked, QStringList{R"(r {"ask":"step","step":5})"});
        QVERIFY2(strip->message().contains("all 5 losses"), qPrintable(strip->message()));
        QCOMPARE(bench.child<StripList>()->model()->rowCount(), 3); // fc is seen, too
        QCOMPARE(bench.child<RidgePlot>()->shownRows(), 9);
        // What comes meanwhile is shown beside it.
        run.steps(10, 11);
        QTRY_COMPARE(bench.child<RidgePlot>()->shownRows(), 11);
        QCOMPARE(bench.child<StripList>()->model()->rowCount(), 3);

        // What each op of the step made, from the one with which numbers stopped being finite on.
        auto* ops = bench.child<OpTable>();
        QCOMPARE(ops->chosen(), -1);
        again.ops = spoiltStep();
        again.failure = inspector::Trace::Failure{5, {"fc", "linear", false}, {}};
        again.same = 4;
        press();
        QVERIFY2(strip->message().contains("fc (linear)") && strip->message().contains("only 4 of 5"), qPrintable(strip->message()));
        QCOMPARE(bench.child<StripList>()->chosen(), QStringLiteral("fc"));
        QCOMPARE(ops->chosen(), 1);
        const auto pressed = [&](const char* name) {
            for (auto* button : ops->findChildren<QAbstractButton*>())
                if (button->text() == name || button->toolTip() == name) return button->click();
            QFAIL(name);
        };
        QVERIFY(bench.texts(ops).join(' ').contains("it spreads through fc, act"));
        pressed("One op forward");
        QCOMPARE(ops->chosen(), 2);
        QCOMPARE(bench.child<StripList>()->chosen(), QStringLiteral("act"));
        QVERIFY2(bench.texts(ops).join(' ').contains("op 2, fc (1 of 4 not finite)"), qPrintable(bench.texts(ops).join('\n')));
        pressed("Layer before");
        QCOMPARE(ops->chosen(), 1);
        pressed("Layer before");
        QCOMPARE(ops->chosen(), 0);
        pressed("First bad number");
        QCOMPARE(ops->chosen(), 1);

        // The numbers themselves, as soon as somebody wants to see them.
        auto* tensor = bench.child<TensorPanel>();
        QVERIFY(!bench.hub.asked.join(' ').contains("tensor"));
        bench.child<DockFrame>()->setOpen("tensor", true);
        QTRY_VERIFY(bench.hub.asked.last().contains(R"("ask":"tensor")"));
        QVERIFY2(bench.hub.asked.last().contains(R"("value":2)"), qPrintable(bench.hub.asked.last()));
        QVERIFY2(bench.texts(tensor).join(' ').contains("2 × 2: 2 to 2, mean 2"), qPrintable(bench.texts(tensor).join('\n')));
        tensor->findChild<QComboBox*>()->setCurrentIndex(1);
        QVERIFY2(bench.hub.asked.last().contains(R"("value":1)"), qPrintable(bench.hub.asked.last()));

        // It began in an earlier step, to which the strip goes.
        again.failure->where = {"fc.weight", "", true};
        again.failure->origin = inspector::Origin{3, "fc", "matmul", inspector::Phase::Backward, 7, {"fc", "fc.weight"}};
        press();
        QCOMPARE(strip->step(), 3);
        QVERIFY2(strip->message().contains("began in step 3, with fc (matmul)"), qPrintable(strip->message()));
        bench.hub.answers = [](const Json&) { return Json{{"step", "nonsense"}}; };
        press();
        QVERIFY2(strip->message().contains("damaged"), qPrintable(strip->message()));
    }

    void whereTheTimeOfAStepGoes()
    {
        Bench bench;
        Recorded run(bench.dir.filePath("runs"), "r");
        run.steps(1, 3);
        bench.open();
        bench.project.edit("open", [](Document& d) { d = project(); });
        auto* panel = bench.child<ProfilePanel>();
        auto* measure = panel->findChild<QPushButton*>("measure");
        measure->click();
        QCOMPARE(bench.hub.asked, QStringList{R"(net {"ask":"profile","steps":30})"});
        QVERIFY(bench.texts(panel).join(' ').contains("nothing is left"));

        using inspector::Phase;
        inspector::StepProfile profile;
        profile.steps = 30, profile.milliseconds = 10, profile.arenaBytes = 3000, profile.limitFlops = 1e9, profile.limitBytes = 1e9;
        profile.ops = {{"fc", "linear", Phase::Forward, 0, 2, 1e6, 1000},
                       {"act", "relu", Phase::Forward, 2, 1, 0, 1000},
                       {"fc", "matmul", Phase::Backward, 3, 5, 2e6, 1000},
                       {"fc.weight", "sgd", Phase::Update, 8, 1, 0, 1000}};
        profile.memory = {{"fc", 0, 2, 2000}, {"act", 1, 2, 1000}};
        bench.hub.answers = [&](const Json&) { return inspector::profileToJson(profile); };
        measure->click();
        QVERIFY2(bench.texts(panel).join(' ').contains("A step takes 10 ms: forward 3 ms, backward 5 ms, update 1 ms"),
                 qPrintable(bench.texts(panel).join('\n')));
        auto* table = panel->findChild<TableView*>();
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("fc")); // the dearest, with its parameters
        QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("1"));
        auto* chart = panel->findChild<FlameChart*>();
        chart->resize(1008, 200);
        chart->showRange(0, 9);
        QCOMPARE(chart->spanAt({4 + 250 * 1000 / 900, 30})->text, QStringLiteral("Forward"));
        const FlameSpan* op = chart->spanAt({4 + 250 * 1000 / 900, 22 + 2 * 22 + 10});
        QVERIFY(op && op->id == 1);
        QTRY_VERIFY(bench.child<StripList>()->model()->rowCount() > 0);
        emit chart->picked(1);
        QCOMPARE(bench.child<StripList>()->chosen(), QStringLiteral("act"));
    }

    void aRunThatWasNotWatchedSaysSo()
    {
        Bench bench;
        {
            RunRecord record = std::move(RunRecord::open(bench.dir.filePath("runs").toStdString())).value();
            QVERIFY(record.begin("r", project(), "cpu", 0));
            record.scalar("train/loss", 1, 0, 1);
            QVERIFY(record.flush());
        }
        bench.open();
        QTRY_VERIFY(bench.texts(bench.page.get()).join(' ').contains("was not watched"));
    }

    void anotherRunCanBeChosen()
    {
        Bench bench;
        Recorded old(bench.dir.filePath("runs"), "old");
        old.steps(1, 2);
        bench.open();
        QTRY_COMPARE(bench.feed.run(), QStringLiteral("old"));
        QTRY_VERIFY(bench.feed.inspection());
        bench.feed.setRun(QStringLiteral("new")); // its worker has not written yet
        QVERIFY(!bench.feed.inspection());
        QCOMPARE(bench.child<StripList>()->model()->rowCount(), 0);
        Recorded now(bench.dir.filePath("runs"), "new");
        now.steps(1, 4);
        QTRY_VERIFY(bench.feed.inspection() && bench.feed.inspection()->trace.steps().size() == 4);
    }
};

QTEST_MAIN(InspectPageTest)
#include "inspect_page.moc"
