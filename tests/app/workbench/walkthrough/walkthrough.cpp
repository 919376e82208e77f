// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody's training fails, and the Inspector helps: the window shows where and why, tries a remedy beside the run as it was, and keeps
// it. With DS_PICTURES=DIR it leaves pictures of what is seen on the way.
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/workbench/inspection/inspection_feed.h"
#include "app/workbench/pages/inspect/inspect_page.h"
#include "app/workbench/pages/inspect/op_table.h"
#include "app/workbench/pages/inspect/time_strip.h"
#include "app/workbench/pages/inspect/trial_card.h"
#include "app/workbench/pages/inspect/verdict_cards.h"
#include "core/document/document.h"
#include "core/store/run_store.h"
#include "inspector/drills/drill.h"
#include "tests/app/workbench/support/program.h"
#include "widgets/form/form.h"
#include "widgets/plot/strip_list.h"
#include "widgets/theme/theme.h"

using namespace ds;
using namespace ds::ui;

class Walkthrough : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_program;

    void picture(const char* name)
    {
        const QString folder = qEnvironmentVariable("DS_PICTURES");
        if (folder.isEmpty()) return;
        QCoreApplication::processEvents();
        QVERIFY(m_program->window.grab().save(QDir(folder).filePath(QLatin1String(name))));
    }
    void click(QWidget* in, const QString& text)
    {
        for (auto* button : in->findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL(qPrintable(text));
    }
    template <class T>
    T* child()
    {
        return m_program->window.findChild<T*>();
    }
    QString textsOf(QWidget* in)
    {
        QStringList list;
        for (const QLabel* label : in->findChildren<QLabel*>())
            if (label->isVisible()) list << label->text();
        return list.join('\n');
    }
    Badge badgeOf(const QString& layer)
    {
        for (const CanvasStore::NodeItem& node : m_program->canvas().store().nodes())
            if (node.view.id == layer) return node.view.badge;
        return Badge::None;
    }
    const InspectionPtr& inspection() { return child<InspectionFeed>()->inspection(); }

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        Theme::instance().attach(*qApp);
        m_program = std::make_unique<Program>(m_folder.path());
    }
    void cleanupTestCase() { m_program.reset(); }

    void theTrainingFails()
    {
        inspector::Trial trial;
        for (const inspector::DrillProject& project : inspector::drillProjects())
            if (project.name == "deep_mlp") trial.project = &project;
        for (const inspector::FaultSpec* fault : inspector::allFaults())
            if (fault->name == "exploding_gradient") trial.fault = fault;
        QVERIFY(trial.project && trial.fault);
        trial.seed = 1;
        const QString path = m_folder.filePath("explodes.dsw");
        QVERIFY(saveDocument(inspector::prepare(trial).document, path.toStdString()));
        m_program->window.openProject(path);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->checker.result() && m_program->checker.result()->check.data.train, 60000);
        m_program->press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(m_program->canvas().store().nodes().size() > 10);
        QCOMPARE(badgeOf("fc8"), Badge::None);
        m_program->press(Qt::Key_F5);
        QVERIFY(m_program->run());
        QTRY_COMPARE_WITH_TIMEOUT(m_program->run()->state(), LiveState::Failed, 60000);
        picture("1-train.png");
    }

    void theBadgeIsAtTheRightBox()
    {
        m_program->press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(m_program->window.currentPage(), QString("design"));
        QTRY_VERIFY_WITH_TIMEOUT(inspection() && !inspection()->verdicts.empty(), 20000);
        const inspector::Verdict& cause = inspection()->verdicts.front();
        QCOMPARE(cause.because, -1);
        const QString layer = QString::fromStdString(inspector::layerOf(cause.finding.place));
        QTRY_VERIFY2(badgeOf(layer) != Badge::None, qPrintable(layer));
        QCOMPARE(badgeOf("relu1"), Badge::None);
        m_program->canvas().select({layer});
        m_program->canvas().ensureVisible(layer);
        picture("2-design.png");
    }

    void theExplanationIsRead()
    {
        m_program->press(Qt::Key_5, Qt::ControlModifier);
        QTRY_COMPARE(m_program->window.currentPage(), QString("inspect"));
        const QString all = textsOf(child<VerdictCards>());
        for (const char* part : {"Updates too large", "Usual cause: a learning rate that is too large.", "What follows from it",
                                 "Exploding gradient", "Not a number", "What may help"})
            QVERIFY2(all.contains(QLatin1String(part)), qPrintable(all));
        QTRY_VERIFY(child<StripList>()->model()->rowCount() > 5);
        picture("3-inspect.png");
        auto* cards = child<VerdictCards>();
        const auto press = [&] {
            for (auto* button : cards->findChildren<QPushButton*>())
                if (button->accessibleName() == QLatin1String("Thresholds of Updates too large")) button->click();
        };
        press();
        QVERIFY(cards->findChild<Form*>());
        picture("3a-thresholds.png");
        press();
        QTRY_VERIFY(!cards->findChild<Form*>());
    }

    void theStepIsMadeAgain()
    {
        auto* strip = child<TimeStrip>();
        QCOMPARE(strip->step(), 4);
        click(strip, "Make it again");
        QTRY_VERIFY2_WITH_TIMEOUT(strip->message().contains("fc4 (linear relu)"), qPrintable(strip->message()), 60000);
        QVERIFY2(strip->message().contains("Made again"), qPrintable(strip->message()));
        QCOMPARE(child<StripList>()->chosen(), QString("fc4"));
        const InspectionPtr shown = child<InspectPage>()->shown();
        const inspector::Trace::Series* broken = shown->trace.find("fc4", inspector::Quantity::Activation);
        const auto spoilt = [](const inspector::Trace::Look& look) { return look.statistics.finite() < look.statistics.count; };
        QVERIFY(broken && broken->looks.back().update == 4 && spoilt(broken->looks.back()));
        // Op by op, to the one where the first bad number was born.
        auto* ops = child<OpTable>();
        QVERIFY(ops->isVisible());
        const int born = ops->chosen();
        QVERIFY(born > 0);
        QVERIFY2(textsOf(ops).contains("Here numbers stop being finite"), qPrintable(textsOf(ops)));
        picture("3b-again.png");
        click(ops, "Layer before");
        QVERIFY(ops->chosen() < born && ops->chosen() >= 0);
        QVERIFY2(!textsOf(ops).contains("not finite"), qPrintable(textsOf(ops)));
        QVERIFY(child<StripList>()->chosen() != QString("fc4"));
        click(ops, "First bad number");
        QCOMPARE(ops->chosen(), born);
    }

    void aRemedyIsTriedAndKept()
    {
        const std::string before = documentToJson(m_program->project.document()).dump();
        click(child<VerdictCards>(), "Try");
        auto* card = child<TrialCard>();
        QTRY_VERIFY(card->isVisible());
        QTRY_VERIFY2_WITH_TIMEOUT(textsOf(card).contains("did not get that far"), qPrintable(textsOf(card)), 60000);
        QCOMPARE(documentToJson(m_program->project.document()).dump(), before);
        picture("4-trial.png");
        click(card, "Keep it");
        QVERIFY(documentToJson(m_program->project.document()).dump() != before);
        QVERIFY(!card->isVisible());
        // What was seen is about the project as it was.
        m_program->press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(badgeOf("fc8"), Badge::None);
    }

    void itTrainsToTheEnd()
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                for (LiveRun* run : m_program->hub->runs())
                    if (run->active()) return false;
                return true;
            }(),
            60000);
        m_program->press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(m_program->run()->state(), LiveState::Finished, 60000);
        Result<RunStore> store = RunStore::open((m_folder.path() + "/runs/runs.sqlite").toStdString(), true);
        double accuracy = 0;
        const std::vector<SummaryRecord> summary = *store->summary(m_program->run()->id().toStdString());
        for (const SummaryRecord& figure : summary)
            if (figure.name == "accuracy") accuracy = figure.value;
        QVERIFY2(accuracy > 0.8, qPrintable(QString::number(accuracy)));
        m_program->press(Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(inspection() && inspection()->trace.steps().size() == 300, 20000);
        // What the rules say of a machine that others use, too, is not about the training.
        const auto faults = [&] {
            const auto& verdicts = inspection()->verdicts;
            return std::count_if(verdicts.begin(), verdicts.end(), [](const inspector::Verdict& v) { return !v.rule->machine; });
        };
        QTRY_VERIFY2_WITH_TIMEOUT(faults() == 0, qPrintable(textsOf(child<VerdictCards>())), 20000);
        if (inspection()->verdicts.empty()) QTRY_VERIFY(textsOf(child<VerdictCards>()).contains("Nothing found"));
        picture("5-mended.png");
    }
};

QTEST_MAIN(Walkthrough)
#include "walkthrough.moc"
