// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QTest>

#include "widgets/canvas/canvas.h"

using namespace ds::ui;

namespace {

NodeView node(const QString& id, const QPointF& position, const QString& subtitle = {})
{
    NodeView view;
    view.id = view.title = id;
    view.subtitle = subtitle;
    view.position = position;
    return view;
}

} // namespace

class CanvasAccessibleTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Canvas> m_canvas;

    QAccessibleInterface* list() const { return QAccessible::queryAccessibleInterface(m_canvas.get()); }
    QAccessibleInterface* item(const QString& name) const
    {
        for (int i = 0; i < list()->childCount(); ++i)
            if (QAccessibleInterface* child = list()->child(i); child->text(QAccessible::Name) == name) return child;
        return nullptr;
    }

private slots:
    void init()
    {
        m_canvas = std::make_unique<Canvas>();
        m_canvas->resize(800, 600);
        m_canvas->setContents({node("a", {0, 0}, "Dense · 32"), node("b", {0, 200}), node("far", {0, 90000})}, {});
        m_canvas->setZoom(1, {});
        m_canvas->centreOn({80, 100});
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    }
    void cleanup() { m_canvas.reset(); }

    void nodesAreItems()
    {
        QVERIFY(list());
        QCOMPARE(list()->role(), QAccessible::List);
        QAccessibleInterface* a = item("a");
        QVERIFY(a);
        QCOMPARE(a->role(), QAccessible::ListItem);
        QCOMPARE(a->text(QAccessible::Description), QString("Dense · 32, not selected"));
        QCOMPARE(a->parent(), list());
        QCOMPARE(list()->child(list()->indexOfChild(a)), a);
        QVERIFY(!a->state().offscreen && !a->state().selected);
        QVERIFY(item("far")->state().offscreen);
        const QPoint middle = a->rect().center();
        QCOMPARE(list()->childAt(middle.x(), middle.y()), a);
        const QPointF centre = m_canvas->toView(m_canvas->store().node(0).rect.center());
        QVERIFY((m_canvas->mapFromGlobal(middle) - centre).manhattanLength() <= 2);
    }

    void anItemCanBePressed()
    {
        QAccessibleActionInterface* action = item("far")->actionInterface();
        QVERIFY(action->actionNames().contains(QAccessibleActionInterface::pressAction()));
        action->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_canvas->selection(), QStringList{"far"});
        QVERIFY(item("far")->state().selected);
        QVERIFY(!item("far")->state().offscreen);
    }

    void itemsComeAndGo()
    {
        QAccessibleInterface* a = item("a");
        QAccessibleInterface* b = item("b");
        m_canvas->setContents({node("b", {0, 200}), node("c", {0, 400})}, {});
        QVERIFY(!a->isValid());
        QCOMPARE(item("b"), b);
        QVERIFY(item("c") && !item("a"));
        // Those that are gone do not pile up.
        for (int i = 0; i < 500; ++i) {
            m_canvas->setContents({node("n" + QString::number(i), {0, 0})}, {});
            QVERIFY(item("n" + QString::number(i))->isValid());
        }
    }

    void theFocusIsTold()
    {
        m_canvas->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
        m_canvas->setFocus();
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        QVERIFY(!m_canvas->focusedNode().isEmpty());
        QCOMPARE(list()->focusChild(), item(m_canvas->focusedNode()));
        QVERIFY(item(m_canvas->focusedNode())->state().focused);
    }
};

QTEST_MAIN(CanvasAccessibleTest)
#include "accessible.moc"
