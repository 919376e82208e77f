// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <nlohmann/json.hpp>

#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/window/message_bar.h"
#include "app/workbench/window/palette.h"
#include "app/workbench/window/texts.h"
#include "app/workbench/window/window.h"
#include "tests/app/workbench/support/fake_hub.h"
#include "widgets/theme/theme.h"

using namespace ds;
using namespace ds::ui;

namespace {

/// The whole window, but for real runs.
struct Bench {
    explicit Bench(const QString& folder) : settings(folder + "/settings.ini"), window({project, checker, hub, commands, settings})
    {
        hub.folder = folder + "/runs";
        window.resize(1280, 800);
        window.showPage("start");
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window does not become active");
    }
    /// Waits for it: a new message shows with the next event.
    QPushButton* button(const QString& text)
    {
        QCoreApplication::processEvents();
        for (auto* button : window.findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible()) return button;
        return nullptr;
    }

    Settings settings;
    Project project;
    Checker checker;
    Commands commands;
    FakeHub hub;
    Window window;
};

QString wine() { return QStringLiteral(DS_SOURCE_DIR "/resources/projects/wine.dsw"); }

} // namespace

class WindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString copyOfWine()
    {
        QString path = m_folder.filePath("wine.dsw");
        QFile::remove(path);
        QFile::copy(wine(), path);
        QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return path;
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8()); // autosaves
    }

    void lettersInOrderMatch()
    {
        QCOMPARE(matchScore("xyz", "Save as"), -1);
        QVERIFY(matchScore("sa", "Save as") > matchScore("sa", "Discard a"));
        QVERIFY(matchScore("gtt", "Go to Train") > matchScore("gtt", "Group that"));
    }

    void everyPageShows()
    {
        Bench bench(m_folder.path());
        for (const PageSpec* spec : allPages()) {
            bench.window.showPage(spec->id);
            QCOMPARE(bench.window.currentPage(), QString(spec->id));
            QTRY_VERIFY(bench.window.page(spec->id)->isVisible());
        }
        QTest::keyClick(&bench.window, Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(bench.window.currentPage(), QString("start"));
    }

    void panelsAndPageAreRemembered()
    {
        QTemporaryDir folder;
        {
            Bench bench(folder.path());
            bench.window.showPage("train");
            QAction* log = bench.commands.find("panel.train.classes");
            QVERIFY(log && log->isChecked());
            QCoreApplication::processEvents();
            log->trigger();
            QTRY_VERIFY(!log->isChecked());
            bench.window.close();
            QTRY_VERIFY(bench.settings.value("layout/train").isValid());
        }
        Bench bench(folder.path());
        bench.window.showPage("train");
        QTRY_VERIFY(!bench.commands.find("panel.train.classes")->isChecked());
        QCOMPARE(bench.settings.value("window/page").toString(), QString("train"));
        bench.commands.find("panel.train.reset")->trigger();
        QTRY_VERIFY(bench.commands.find("panel.train.classes")->isChecked());
    }

    void thePaletteRunsWhatIsChosen()
    {
        Bench bench(m_folder.path());
        QTest::keyClick(&bench.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* palette = bench.window.findChild<QFrame*>("palette");
        QTRY_VERIFY(palette->isVisible());
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, "go to runs");
        QCOMPARE(palette->findChild<QTreeWidget*>()->topLevelItem(0)->text(0), QString("Go to Runs"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(bench.window.currentPage(), QString("runs"));
    }

    void actionsHaveUniqueNamesAndShortcuts()
    {
        Bench bench(m_folder.path());
        for (const PageSpec* spec : allPages()) bench.window.showPage(spec->id);
        QSet<QString> ids;
        QMap<QString, QString> shortcuts;
        for (const QAction* action : bench.commands.all()) {
            QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
            ids << action->objectName();
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            if (action->shortcutContext() != Qt::WindowShortcut || action->shortcut().isEmpty()) continue;
            const QString keys = action->shortcut().toString();
            QVERIFY2(!shortcuts.contains(keys), qPrintable(keys + ": " + shortcuts.value(keys) + " and " + action->objectName()));
            shortcuts[keys] = action->objectName();
        }
    }

    void unsavedChangesAreNotLostWithoutAsking()
    {
        Bench bench(m_folder.path());
        const QString path = copyOfWine();
        bench.window.openProject(path);
        QCOMPARE(bench.project.title(), QString("wine.dsw"));
        bench.project.edit("Change", [](Document& d) { d.name = "changed"; });
        bench.window.close();
        QVERIFY(bench.window.isVisible());
        QVERIFY(bench.window.messages().has("unsaved"));
        bench.window.openProject(wine());
        QCOMPARE(bench.project.document().name, std::string("changed"));
        QTest::mouseClick(bench.button("Save"), Qt::LeftButton);
        QCOMPARE(bench.project.path(), QFileInfo(wine()).absoluteFilePath());
        QCOMPARE(loadDocument(path.toStdString())->name, std::string("changed"));
        QVERIFY(bench.window.close());
    }

    void aCrashLosesNothing()
    {
        const QString path = copyOfWine();
        QString kept;
        {
            static Bench* crashed; // never deleted: it did not get to
            crashed = new Bench(m_folder.path());
            crashed->window.openProject(path);
            crashed->project.edit("Change", [](Document& d) { d.name = "precious"; });
            const auto files = [&] { return QDir(m_folder.path() + "/deepseek-workbench/autosave").entryInfoList({"*.dsw"}); };
            QTRY_COMPARE_WITH_TIMEOUT(files().size(), 1, 10000);
            kept = files().value(0).filePath();
            QFile::remove(kept + ".lock"); // of a process that is gone
            crashed->window.hide();
        }
        Bench bench(m_folder.path());
        bench.window.openProject(path);
        QVERIFY(bench.window.messages().has("recover"));
        QVERIFY(bench.project.document().name != "precious");
        QTest::mouseClick(bench.button("Recover them"), Qt::LeftButton);
        QCOMPARE(bench.project.document().name, std::string("precious"));
        QVERIFY(bench.project.modified());
        bench.project.undoStack().undo();
        QVERIFY(bench.project.document().name != "precious");
    }

    void aSecondWindowIsTold()
    {
        const QString path = copyOfWine();
        Bench first(m_folder.path()), second(m_folder.path());
        first.window.openProject(path);
        second.window.openProject(path);
        QVERIFY(!first.window.messages().has("second"));
        QVERIFY(second.window.messages().has("second"));
    }

    void aBrokenProjectOpensAsFarAsItCanAndIsSpared()
    {
        const QString path = m_folder.filePath("broken.dsw");
        QFile file(path);
        QVERIFY(QFile::copy(wine(), path));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray broken = file.readAll().replace("\"epochs\"", "\"epoch\": [{}], \"epochs\"");
        file.resize(0);
        file.write(broken);
        file.close();
        Bench bench(m_folder.path());
        bench.window.openProject(path);
        QVERIFY(bench.window.messages().has("open"));
        QVERIFY(!bench.project.document().model.layers.empty());
        QVERIFY(bench.project.damaged());
        QVERIFY(!bench.project.save().ok());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), broken);
    }

    void trainRefusesWhatCannotBeTrained()
    {
        Bench bench(m_folder.path());
        bench.window.openProject(copyOfWine());
        bench.project.edit("Break", [](Document& d) { d.loss.attrs.set("prediction", std::string("nothing")); });
        QTRY_VERIFY(bench.checker.result() && !bench.checker.result()->check.errors.empty());
        bench.commands.find("run.train")->trigger();
        QVERIFY(bench.window.messages().has("run"));
        QVERIFY(!bench.hub.current());
    }

    void aRunThatEndedEarlyIsForgottenOnceTrainingGoesOn()
    {
        Bench bench(m_folder.path());
        const auto run = [&bench](const char* id, LiveState state) {
            auto* fake = new FakeRun;
            fake->setParent(&bench.hub);
            fake->runId = QString::fromLatin1(id);
            fake->now = state;
            bench.hub.add(fake);
            return fake;
        };
        run("bad", LiveState::Failed);
        QVERIFY(bench.window.messages().has("run/bad"));
        FakeRun* next = run("next", LiveState::Queued);
        QVERIFY(bench.window.messages().has("run/bad")); // that one has not begun
        next->now = LiveState::Running;
        emit next->changed();
        QVERIFY(!bench.window.messages().has("run/bad"));
    }
};

QTEST_MAIN(WindowTest)
#include "window.moc"
