// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/settings/settings_page.h"
#include "app/workbench/pages/settings/shortcut_list.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/setting_specs.h"
#include "app/workbench/shell/settings.h"
#include "tests/app/workbench/support/fake_hub.h"

using namespace ds;
using namespace ds::ui;

namespace {

struct Bench {
    Bench()
    {
        commands.keepKeysIn(settings);
        save = commands.add("file.save", "Save", [] {}, {QKeySequence("Ctrl+S")});
        other = commands.add("other", "Other", [] {}, {QKeySequence("Ctrl+O")});
        page = std::make_unique<SettingsPage>(context);
        page->show();
        page->enter();
    }
    template <class T>
    T* named(const QString& name) const
    {
        for (T* widget : page->findChildren<T*>())
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }
    QPushButton* button(const QString& text) const
    {
        for (auto* one : page->findChildren<QPushButton*>())
            if (one->text() == text) return one;
        return nullptr;
    }
    QTreeWidget* list() const { return page->findChild<QTreeWidget*>(); }

    QTemporaryDir dir;
    Project project;
    Checker checker;
    Commands commands;
    Settings settings{dir.filePath("settings.ini")};
    FakeHub hub;
    PageContext context{project, checker, hub, commands, settings, {}, {}, {}};
    QAction *save, *other;
    std::unique_ptr<SettingsPage> page;
};

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void everySettingIsDescribedAndShown()
    {
        Bench bench;
        for (const SettingSpec& spec : settingSpecs()) {
            QVERIFY2(spec.fallback.isValid() && *spec.label && *spec.doc && *spec.section, spec.key);
            QCOMPARE(bench.settings.chosen(spec.key), spec.fallback);
            QVERIFY2(bench.named<QWidget>(spec.label), spec.key);
        }
    }

    void whatIsChosenIsKept()
    {
        Bench bench;
        QSignalSpy changed(&bench.settings, &Settings::changed);
        auto* runs = bench.named<QLineEdit>("Runs at once");
        runs->selectAll();
        QTest::keyClicks(runs, "3");
        QCOMPARE(bench.settings.parallelRuns(), 3);
        runs->selectAll();
        QTest::keyClicks(runs, "900"); // beyond its limits: 9 is, 90 and 900 are not
        QCOMPARE(bench.settings.parallelRuns(), 9);
        auto* theme = bench.named<QComboBox>("Theme");
        theme->setCurrentText("light");
        emit theme->activated(theme->currentIndex());
        QCOMPARE(bench.settings.theme(), QString("light"));
        QVERIFY(changed.contains({"theme"}));
        bench.settings.setValue("theme", "dark"); // from a menu
        QCOMPARE(theme->currentText(), QString("dark"));
    }

    void nonsenseInTheFileDoesNoHarm()
    {
        Bench bench;
        bench.settings.setValue("parallel_runs", "many");
        QCOMPARE(bench.settings.parallelRuns(), 1);
        bench.settings.setValue("parallel_runs", 100000);
        QCOMPARE(bench.settings.parallelRuns(), 64);
    }

    void keysCanBeChanged()
    {
        Bench bench;
        bench.list()->setCurrentItem(bench.list()->topLevelItem(0));
        auto* keys = bench.page->findChild<QKeySequenceEdit*>();
        keys->setKeySequence(QKeySequence("Ctrl+K"));
        QCOMPARE(bench.save->shortcut(), QKeySequence("Ctrl+K"));
        QVERIFY(bench.save->toolTip().contains("Ctrl+K"));
        QCOMPARE(bench.list()->topLevelItem(0)->text(1), QString("Ctrl+K"));
        Commands later; // the next start
        later.keepKeysIn(bench.settings);
        QCOMPARE(later.add("file.save", "Save", [] {}, {QKeySequence("Ctrl+S")})->shortcut(), QKeySequence("Ctrl+K"));
        QTest::mouseClick(bench.button("Set all back"), Qt::LeftButton);
        QCOMPARE(bench.save->shortcut(), QKeySequence("Ctrl+S"));
        QVERIFY(!bench.settings.value("shortcuts/file.save").isValid());
        QTest::mouseClick(bench.button("No keys"), Qt::LeftButton);
        QVERIFY(bench.save->shortcut().isEmpty());
        Commands again;
        again.keepKeysIn(bench.settings);
        QVERIFY(again.add("file.save", "Save", [] {}, {QKeySequence("Ctrl+S")})->shortcut().isEmpty());
    }

    void keysThatAreTakenAreSaid()
    {
        Bench bench;
        bench.list()->setCurrentItem(bench.list()->topLevelItem(0));
        auto* keys = bench.page->findChild<QKeySequenceEdit*>();
        keys->setKeySequence(QKeySequence("Ctrl+O"));
        QCOMPARE(bench.save->shortcut(), QKeySequence("Ctrl+S"));
        QPushButton* take = bench.button("Take them over");
        QVERIFY(take->isVisible());
        QTest::mouseClick(take, Qt::LeftButton);
        QCOMPARE(bench.save->shortcut(), QKeySequence("Ctrl+O"));
        QVERIFY(bench.other->shortcut().isEmpty());
    }

    void keysOfDifferentPlacesDoNotConflict()
    {
        QWidget first, second, inside(&first);
        Commands commands;
        QAction* a = commands.add("a", "A", [] {}, {QKeySequence("X"), {}, {}, &first});
        QAction* b = commands.add("b", "B", [] {}, {QKeySequence("X"), {}, {}, &second});
        QCOMPARE(commands.conflict(a, QKeySequence("X")), nullptr);
        QAction* c = commands.add("c", "C", [] {}, {QKeySequence("Y"), {}, {}, &inside});
        QCOMPARE(commands.conflict(c, QKeySequence("X")), a);
        QAction* d = commands.add("d", "D", [] {}, {});
        QVERIFY(commands.conflict(d, QKeySequence("X")));
        Q_UNUSED(b);
    }
};

QTEST_MAIN(SettingsTest)
#include "settings.moc"
