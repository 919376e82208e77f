// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody meets who has a keyboard and a reader of screens only.
#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/workbench/help/help_view.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/window/help_panel.h"
#include "app/workbench/window/window.h"
#include "tests/app/workbench/support/fake_hub.h"
#include "widgets/canvas/canvas.h"
#include "widgets/theme/theme.h"

using namespace ds;
using namespace ds::ui;

namespace {

struct Bench {
    Bench() : settings(folder.filePath("settings.ini")), window({project, checker, hub, commands, settings})
    {
        hub.folder = folder.filePath("runs");
        window.resize(1280, 800);
        window.showPage("start");
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window does not become active");
        window.openProject(QStringLiteral(DS_SOURCE_DIR "/resources/projects/wine.dsw"));
    }

    QTemporaryDir folder;
    Settings settings;
    Project project;
    Checker checker;
    Commands commands;
    FakeHub hub;
    Window window;
};

QString pathOf(const QWidget* widget)
{
    QStringList parts;
    for (; widget; widget = widget->parentWidget()) {
        QString part = QString::fromLatin1(widget->metaObject()->className());
        if (!widget->objectName().isEmpty()) part += '#' + widget->objectName();
        parts.prepend(part);
    }
    return parts.join(QStringLiteral(" / "));
}

/// What takes keys, or does something at a click. Parts that Qt puts into others (the field in a spin box, scroll bars) speak through
/// their owner; what only holds others needs no name.
bool interactive(const QWidget* widget)
{
    if (qobject_cast<const QScrollBar*>(widget) || qobject_cast<const QScrollArea*>(widget) || qobject_cast<const QTabWidget*>(widget))
        return false;
    for (const char* ofQt : {"QLineEditIconButton", "QComboBoxListView", "QTableCornerButton"})
        if (widget->inherits(ofQt)) return false;
    if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->text().isEmpty()) return false; // nothing to say yet
    if (const auto* bar = qobject_cast<const QTabBar*>(widget); bar && bar->count() == 0) return false; // of panels that are closed
    if (widget->objectName().startsWith(QStringLiteral("qt_"))) return false;                           // of Qt
    if (qobject_cast<const QAbstractButton*>(widget)) return true;
    return widget->focusPolicy() != Qt::NoFocus;
}

} // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        Theme::instance().attach(*qApp);
        Theme::instance().choose(Theme::Choice::Dark);
    }

    void everyControlHasANameAndARole()
    {
        Bench bench;
        QStringList wrong;
        QSet<const QWidget*> seen;
        for (const PageSpec* spec : allPages()) {
            bench.window.showPage(spec->id);
            QCoreApplication::processEvents();
            for (QWidget* widget : bench.window.findChildren<QWidget*>()) {
                if (seen.contains(widget) || !interactive(widget)) continue;
                seen << widget;
                QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
                if (!face) {
                    wrong << pathOf(widget) + ": readers of screens do not see it";
                    continue;
                }
                if (face->text(QAccessible::Name).trimmed().isEmpty()) wrong << pathOf(widget) + ": no name";
                if (face->role() == QAccessible::NoRole) wrong << pathOf(widget) + ": no role";
            }
        }
        QVERIFY2(seen.size() > 100, "hardly any control was found");
        for (const QString& line : wrong) qWarning("%s", qPrintable(line)); // a message of QVERIFY2 has an end
        QVERIFY(wrong.isEmpty());
    }

    /// Tab goes round all controls of a page and comes back; it is nowhere caught.
    void tabGoesRound()
    {
        Bench bench;
        for (const PageSpec* spec : allPages()) {
            if (QLatin1String(spec->id) == QLatin1String("design")) continue; // Tab on the canvas opens the search; Shift+Tab leaves
            bench.window.showPage(spec->id);
            QCoreApplication::processEvents();
            QSet<QWidget*> visited;
            QWidget *first = nullptr, *again = nullptr;
            for (int i = 0; i < 400; ++i) {
                QWidget* focused = QApplication::focusWidget();
                if (focused && visited.contains(focused)) {
                    again = focused;
                    break;
                }
                if (focused) {
                    if (!first) first = focused;
                    visited << focused;
                    QVERIFY2(focused->isVisible(), qPrintable(pathOf(focused)));
                }
                QTest::keyClick(focused ? focused : &bench.window, Qt::Key_Tab);
            }
            QVERIFY2(visited.size() >= 5, spec->id);
            QVERIFY2(first == again, qPrintable(pathOf(again ? again : first))); // caught there
        }
    }

    void theFocusIsSeen()
    {
        Bench bench;
        QStringList unseen;
        for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Light}) {
            Theme::instance().choose(choice);
            for (const PageSpec* spec : allPages()) {
                bench.window.showPage(spec->id);
                QCoreApplication::processEvents();
                for (auto* button : bench.window.findChildren<QAbstractButton*>()) {
                    if (!button->isVisible() || !button->isEnabled() || !(button->focusPolicy() & Qt::TabFocus)) continue;
                    if (QWidget* focused = QApplication::focusWidget()) focused->clearFocus();
                    const QImage before = button->grab().toImage();
                    button->setFocus(Qt::TabFocusReason);
                    if (button->grab().toImage() == before) unseen << pathOf(button);
                }
            }
        }
        for (const QString& line : unseen) qWarning("%s", qPrintable(line));
        QVERIFY(unseen.isEmpty());
    }

    void f1HelpsOnWhatIsSelected()
    {
        Bench bench;
        bench.window.showPage("design");
        Canvas* canvas = nullptr; // there is another in the view of graphs
        for (auto* one : bench.window.findChildren<Canvas*>())
            if (one->isVisible()) canvas = one;
        QVERIFY(canvas);
        if (!canvas) return; // as the analyzer does not know that QVERIFY returns
        const auto isDense = [](const LayerNode& layer) { return layer.type == "Dense"; };
        const auto& layers = bench.project.document().model.layers;
        const auto dense = std::find_if(layers.begin(), layers.end(), isDense);
        QVERIFY(dense != layers.end());
        QTRY_VERIFY(!canvas->store().nodes().empty());
        canvas->select({QString::fromStdString(dense->name)});
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_F1);
        auto* help = bench.window.findChild<HelpPanel*>();
        QTRY_VERIFY(help->isVisible());
        QCOMPARE(help->topic(), QString("layers/Dense"));
        bench.commands.find("help.shortcuts")->trigger();
        QVERIFY(help->isVisible());
    }

private:
    QTemporaryDir m_home;
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility.moc"
