// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson from its beginning on the Start page to its end.
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/window/message_bar.h"
#include "app/workbench/window/window.h"
#include "core/store/run_store.h"
#include "tests/app/workbench/support/fake_hub.h"

using namespace ds;
using namespace ds::ui;

namespace {

struct Bench {
    explicit Bench(const QString& folder) : settings(folder + "/settings.ini"), window({project, checker, hub, commands, settings})
    {
        hub.folder = folder;
        window.showPage("start");
        window.show();
    }
    QString text()
    {
        QCoreApplication::processEvents();
        auto* message = window.messages().findChild<QFrame*>("lesson");
        if (!message) return {};
        for (auto* label : message->findChildren<QLabel*>())
            if (!label->text().isEmpty()) return label->text();
        return {};
    }
    QPushButton* button(const QString& word)
    {
        auto* message = window.messages().findChild<QFrame*>("lesson");
        if (!message) return nullptr;
        for (auto* button : message->findChildren<QPushButton*>())
            if (button->text() == word) return button;
        return nullptr;
    }
    /// A lesson on that project in which something is wrong.
    void begin(const QString& name)
    {
        auto* projects = window.page("start")->findChild<QComboBox*>();
        projects->setCurrentIndex(projects->findData(name));
        do {
            window.showPage("start");
            window.page("start")->findChild<QPushButton*>("startLesson")->click();
            button("Show the answer")->click();
        } while (text() == "Nothing is wrong with this project.");
    }

    Settings settings;
    Project project;
    Checker checker;
    Commands commands;
    FakeHub hub;
    Window window;
};

void writeRun(const QString& folder, const std::string& id, double accuracy)
{
    Result<RunStore> store = RunStore::open((folder + "/runs.sqlite").toStdString());
    QVERIFY(store.ok());
    QVERIFY(store->add({id, id, "lesson", "{}", "cpu", 0, 1, 2, RunState::Finished, ""}).ok());
    RunWriter writer = store->writer(id);
    writer.add(SummaryRecord{"accuracy", accuracy});
    QVERIFY(writer.flush().ok());
}

} // namespace

class LessonsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void initTestCase() { qputenv("XDG_DATA_HOME", m_folder.path().toUtf8()); } // autosaves

    void hintsLeadToTheAnswer()
    {
        Bench bench(m_folder.filePath("hints"));
        bench.begin("mlp");
        QCOMPARE(bench.window.currentPage(), QString("design"));
        QVERIFY2(bench.project.title().startsWith("Lesson: "), qPrintable(bench.project.title()));
        QVERIFY(bench.project.path().isEmpty() && !bench.project.modified());
        const QString answer = bench.text();
        QVERIFY(!answer.isEmpty());
        int hints = 0;
        for (const char* word = "Hint"; QPushButton* button = bench.button(word); word = "Next hint", ++hints) {
            const QString before = bench.text();
            button->click();
            QVERIFY2(bench.text() != before && !bench.text().isEmpty(), qPrintable(before));
            QVERIFY(bench.text() != answer);
        }
        QVERIFY(hints == 2 || hints == 3);
        bench.commands.find("lesson.answer")->trigger();
        QCOMPARE(bench.text(), answer);
    }

    void whatTheLearnerHasTrainedIsComparedWithTheTwin()
    {
        const QString folder = m_folder.filePath("check");
        QDir().mkpath(folder);
        Bench bench(folder);
        bench.hub.answers = [](const Json& question) -> Result<Json> {
            if (question.at("ask") != "trained") return Error{"nothing else", "", ""};
            return Json{{"metrics", {{"loss", 0.3}, {"accuracy", 0.92}}}};
        };
        bench.begin("mlp");
        bench.button("Check")->click();
        QVERIFY2(bench.text().startsWith("Train the project"), qPrintable(bench.text()));
        QVERIFY(bench.hub.asked.isEmpty());
        const auto train = [&](const char* id, double accuracy) {
            writeRun(folder, id, accuracy);
            auto* run = static_cast<FakeRun*>(bench.hub.start(bench.project.document(), nullptr));
            run->runId = QString::fromLatin1(id);
            run->now = LiveState::Finished;
            emit run->changed();
        };
        train("first", 0.5);
        bench.button("Check")->click();
        QTRY_COMPARE(bench.text(), QString("Your model reaches 50.0 %, that of the healthy project 92.0 %: not mended yet."));
        train("second", 0.9);
        bench.button("Check")->click();
        QTRY_COMPARE(bench.text(), QString("Your model reaches 90.0 %, that of the healthy project 92.0 %: mended."));
        QCOMPARE(bench.hub.asked.size(), 1); // the twin stays the same
    }

    void anotherProjectEndsIt()
    {
        Bench bench(m_folder.filePath("end"));
        bench.begin("cnn");
        QVERIFY(bench.commands.find("lesson.hint")->isEnabled());
        // What was changed is not lost without a question.
        bench.project.edit("Change", [](Document& d) { d.training.set("epochs", int64_t{7}); });
        const QString title = bench.project.title();
        bench.button("Another lesson")->click();
        QVERIFY(bench.window.messages().has("unsaved"));
        QCOMPARE(bench.project.title(), title);
        bench.window.messages().clear("unsaved");
        bench.project.reset(Document());
        QVERIFY(bench.text().isEmpty());
        QVERIFY(!bench.commands.find("lesson.hint")->isEnabled());
        QVERIFY(bench.commands.find("lesson.start")->isEnabled());
    }
};

QTEST_MAIN(LessonsTest)
#include "lessons.moc"
