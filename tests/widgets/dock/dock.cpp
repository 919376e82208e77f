// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <cstddef>
#include <memory>
#include <new>

#include "widgets/dock/dock_frame.h"
#include "widgets/theme/theme.h"

using namespace ds::ui;

namespace {

/// Controls above three tabs at the right, words at the bottom, one that begins closed.
struct Bench : QWidget {
    Bench()
    {
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(&frame);
        frame.setCentre(new QLabel("centre"));
        frame.addPanel({"controls", "Controls", new QLabel("a"), Qt::RightDockWidgetArea, 300, 150});
        frame.addPanel({"log", "Log", new QLabel("b"), Qt::RightDockWidgetArea, 300});
        frame.addPanel({"classes", "Classes", new QLabel("c"), Qt::RightDockWidgetArea, 300, 0, "log"});
        frame.addPanel({"samples", "Samples", new QLabel("d"), Qt::RightDockWidgetArea, 300, 0, "log"});
        frame.addPanel({"words", "Words", new QLabel("e"), Qt::BottomDockWidgetArea, 120});
        frame.addPanel({"extra", "Extra", new QLabel("f"), Qt::LeftDockWidgetArea, 200, 0, {}, false});
        resize(1000, 700);
    }
    QDockWidget* dock(const QString& id) { return frame.findChild<QDockWidget*>(id); }
    void open()
    {
        show();
        QVERIFY(QTest::qWaitForWindowExposed(this));
        QCoreApplication::processEvents();
    }

    DockFrame frame;
};

} // namespace

class DockTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { Theme::instance().attach(*qApp); }

    void beginsAsSaid()
    {
        Bench bench;
        bench.open();
        QTRY_COMPARE(bench.dock("controls")->width(), 300);
        QTRY_COMPARE(bench.dock("controls")->height(), 150);
        QVERIFY(bench.dock("words")->height() >= 110 && bench.dock("words")->height() <= 130);
        QVERIFY(!bench.frame.isOpen("extra"));
        QVERIFY(bench.frame.isOpen("samples"));
        QVERIFY(!bench.dock("log")->visibleRegion().isEmpty()); // the first tab is in front
        auto* bar = bench.frame.findChild<QTabBar*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(bar);
        QTRY_COMPARE(bar->count(), 3);
        QCOMPARE(bar->tabText(bar->currentIndex()), QString("Log"));
    }

    void aHighWindowGivesItsShare()
    {
        const auto heightIn = [](int window) {
            DockFrame frame;
            frame.setCentre(new QLabel("centre"));
            frame.addPanel({"words", "Words", new QLabel("e"), Qt::BottomDockWidgetArea, 200, 0, {}, true, 0.5});
            frame.resize(600, window);
            frame.show();
            if (!QTest::qWaitForWindowExposed(&frame)) return 0;
            QCoreApplication::processEvents();
            return frame.findChild<QDockWidget*>("words")->height();
        };
        QVERIFY(std::abs(heightIn(360) - 200) <= 2);
        QVERIFY(std::abs(heightIn(1000) - 500) <= 2);
    }

    void aFrameThatGoesLeavesNoTimer()
    {
        alignas(DockFrame) std::byte place[sizeof(DockFrame)];
        auto* frame = new (place) DockFrame;
        frame->addPanel({"words", "Words", new QLabel("e"), Qt::BottomDockWidgetArea});
        frame->show();
        const bool exposed = QTest::qWaitForWindowExposed(frame);
        std::destroy_at(frame);
        QVERIFY(exposed);
        for (std::size_t at = 0; at < sizeof place; at += alignof(QObject))
            QVERIFY(QAbstractEventDispatcher::instance()->registeredTimers(reinterpret_cast<QObject*>(place + at)).isEmpty());
    }

    void theTitleFoldsAwayInTabs()
    {
        Bench bench;
        bench.open();
        QTRY_COMPARE(bench.dock("log")->titleBarWidget()->height(), 0);
        QCOMPARE(bench.dock("controls")->titleBarWidget()->height(), 32);
        bench.frame.setOpen("classes", false);
        bench.frame.setOpen("samples", false);
        QTRY_COMPARE(bench.dock("log")->titleBarWidget()->height(), 32);
        bench.frame.setOpen("samples", true);
        QTRY_COMPARE(bench.dock("log")->titleBarWidget()->sizeHint().height(), 0);
        QTRY_VERIFY(!bench.dock("samples")->visibleRegion().isEmpty()); // what is opened comes to the front
    }

    void anArrangementComesBack()
    {
        QByteArray kept;
        {
            Bench bench;
            bench.open();
            QSignalSpy changed(&bench.frame, &DockFrame::arrangementChanged);
            bench.frame.setOpen("controls", false);
            bench.frame.addDockWidget(Qt::LeftDockWidgetArea, bench.dock("log"));
            bench.frame.resizeDocks({bench.dock("log")}, {250}, Qt::Horizontal);
            QTRY_VERIFY(!changed.empty());
            kept = bench.frame.arrangement();
        }
        Bench bench;
        bench.frame.setArrangement(kept);
        QCOMPARE(bench.frame.arrangement(), kept); // also before it was shown
        bench.open();
        QVERIFY(!bench.frame.isOpen("controls"));
        QCOMPARE(bench.frame.dockWidgetArea(bench.dock("log")), Qt::LeftDockWidgetArea);
        QTRY_COMPARE(bench.dock("log")->width(), 250);
        bench.frame.resetArrangement();
        QVERIFY(bench.frame.isOpen("controls"));
        QCOMPARE(bench.frame.dockWidgetArea(bench.dock("log")), Qt::RightDockWidgetArea);
        QTRY_COMPARE(bench.dock("log")->width(), 300);
    }

    void whatIsNoArrangementIsIgnored()
    {
        Bench bench;
        bench.frame.setArrangement("nonsense");
        bench.open();
        QTRY_COMPARE(bench.dock("controls")->width(), 300);
        QByteArray broken = bench.frame.arrangement();
        broken.truncate(broken.size() / 2);
        bench.frame.setArrangement(broken);
        QVERIFY(bench.frame.isOpen("controls") && bench.frame.isOpen("words"));
        QCOMPARE(bench.frame.dockWidgetArea(bench.dock("log")), Qt::RightDockWidgetArea);
    }

    void showingChangesNothing()
    {
        Bench bench;
        QSignalSpy changed(&bench.frame, &DockFrame::arrangementChanged);
        bench.open();
        bench.hide();
        QCOMPARE(changed.size(), 0);
    }

    void floatingPanelsGoWithTheirFrame()
    {
        Bench bench;
        bench.open();
        QSignalSpy opened(&bench.frame, &DockFrame::openChanged);
        bench.dock("words")->setFloating(true);
        QTRY_VERIFY(bench.dock("words")->isVisible());
        bench.hide();
        QVERIFY(!bench.dock("words")->isVisible());
        QVERIFY(bench.frame.isOpen("words"));
        bench.show();
        QTRY_VERIFY(bench.dock("words")->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(opened.size(), 0);
        auto* dockIt = bench.dock("words")->titleBarWidget()->findChildren<QToolButton*>().front();
        QCOMPARE(dockIt->accessibleName(), QString("Dock Words"));
        QTest::mouseClick(dockIt, Qt::LeftButton);
        QVERIFY(!bench.dock("words")->isFloating());
    }

    void closingIsSaid()
    {
        Bench bench;
        bench.open();
        QSignalSpy opened(&bench.frame, &DockFrame::openChanged);
        QTest::mouseClick(bench.dock("controls")->titleBarWidget()->findChildren<QToolButton*>().back(), Qt::LeftButton);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.front(), QVariantList({"controls", false}));
    }
};

QTEST_MAIN(DockTest)
#include "dock.moc"
