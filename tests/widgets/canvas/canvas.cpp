// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/canvas.h"

#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "widgets/theme/theme.h"

using namespace ds::ui;

Q_DECLARE_METATYPE(QList<ds::ui::Placement>)
Q_DECLARE_METATYPE(ds::ui::PortRef)

namespace {

NodeView node(const QString& id, double x, double y)
{
    NodeView view;
    view.id = view.title = id;
    view.subtitle = QStringLiteral("Dense · 10");
    view.category = QStringLiteral("dense");
    view.inputs = view.outputs = QStringList{QStringLiteral("x")};
    view.position = {x, y};
    return view;
}

} // namespace

class CanvasTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Canvas> canvas;

    QPoint at(const QString& id) const { return canvas->toView(canvas->store().node(canvas->store().find(id)).rect.center()).toPoint(); }
    QPoint output(const QString& id, int port = 0) const { return canvas->portPosition({id, port}, false).toPoint(); }
    QPoint input(const QString& id, int port = 0) const { return canvas->portPosition({id, port}, true).toPoint(); }
    void drag(const QPoint& from, const QPoint& to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(canvas.get(), button, modifiers, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint now = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, now, canvas->mapToGlobal(now), Qt::NoButton, button, modifiers);
            QApplication::sendEvent(canvas.get(), &move);
        }
        QTest::mouseRelease(canvas.get(), button, modifiers, to);
    }

private slots:
    /// Whatever an edit changes, the drawing is the one that is made from nothing.
    void editsGiveWhatAFreshDrawingGives()
    {
        QList<NodeView> nodes;
        QList<WireView> wires;
        uint32_t state = 7;
        const auto roll = [&](qsizetype below) { // a linear congruence, the same at each run
            state = state * 1664525u + 1013904223u;
            return static_cast<qsizetype>((state >> 8) % static_cast<uint32_t>(std::max<qsizetype>(below, 1)));
        };
        int made = 0;
        CanvasStore store;
        for (int round = 0; round < 400; ++round) {
            const qsizetype kind = roll(8), at = roll(nodes.size() + 1);
            if (kind < 3 || nodes.size() < 4) {
                NodeView node;
                node.id = QStringLiteral("n%1").arg(made++);
                node.inputs = node.outputs = QStringList{QStringLiteral("a"), QStringLiteral("b")};
                node.position = {double(roll(6)) * 200, double(roll(12)) * 100};
                nodes.insert(at, node);
            } else if (kind == 3) {
                const QString gone = nodes.takeAt(roll(nodes.size())).id;
                if (roll(2)) wires.removeIf([&](const WireView& w) { return w.from.node == gone || w.to.node == gone; });
            } else if (kind == 4) {
                nodes[roll(nodes.size())].position += QPointF(200, 100);
            } else if (kind == 5) {
                const qsizetype which = roll(nodes.size());
                const QString old = nodes[which].id;
                nodes[which].id = QStringLiteral("r%1").arg(made++);
                for (WireView& wire : wires)
                    for (PortRef* end : {&wire.from, &wire.to})
                        if (end->node == old) end->node = nodes[which].id;
            } else if (kind == 6) {
                nodes.swapItemsAt(roll(nodes.size()), roll(nodes.size()));
            } else if (!store.nodes().empty()) { // the hand moves it first
                const auto which = static_cast<int>(roll(qsizetype(store.nodes().size())));
                store.moveNode(which, store.node(which).view.position + QPointF(0, 300));
                if (roll(2))
                    for (NodeView& node : nodes)
                        if (node.id == store.node(which).view.id) node.position = store.node(which).view.position;
            }
            if (roll(2))
                wires.insert(roll(wires.size() + 1),
                             {{nodes[roll(nodes.size())].id, int(roll(2))}, {nodes[roll(nodes.size())].id, int(roll(2))}, {}});
            if (roll(5) == 0 && !wires.isEmpty()) wires.removeAt(roll(wires.size()));
            if (!store.nodes().empty()) store.select(0, true);
            store.set(nodes, wires, Flow::Down);
            CanvasStore fresh;
            fresh.set(nodes, wires, Flow::Down);
            QCOMPARE(store.nodes().size(), fresh.nodes().size());
            QCOMPARE(store.wires().size(), fresh.wires().size());
            for (std::size_t i = 0; i < fresh.nodes().size(); ++i) {
                QVERIFY(store.nodes()[i].view == fresh.nodes()[i].view);
                QCOMPARE(store.nodes()[i].rect, fresh.nodes()[i].rect);
                QVERIFY(store.nodes()[i].wires == fresh.nodes()[i].wires);
                QCOMPARE(store.find(fresh.nodes()[i].view.id), static_cast<int>(i));
            }
            for (std::size_t i = 0; i < fresh.wires().size(); ++i) {
                QVERIFY(store.wires()[i].view == fresh.wires()[i].view);
                QCOMPARE(store.wires()[i].from, fresh.wires()[i].from);
                QCOMPARE(store.wires()[i].to, fresh.wires()[i].to);
                QCOMPARE(store.wires()[i].bounds, fresh.wires()[i].bounds);
            }
            QCOMPARE(store.bounds(), fresh.bounds());
            const QRectF part(double(roll(5)) * 200, double(roll(10)) * 100, 300, 300);
            QVERIFY(store.nodesIn(part) == fresh.nodesIn(part));
            QVERIFY(store.wiresIn(part) == fresh.wiresIn(part));
        }
    }

    void initTestCase() { Theme::instance().attach(*qApp); }

    /// a and b one above the other and wired, c beside them and free.
    void init()
    {
        canvas = std::make_unique<Canvas>();
        canvas->resize(900, 700);
        canvas->show();
        canvas->setContents({node(QStringLiteral("a"), 0, 0), node(QStringLiteral("b"), 0, 160), node(QStringLiteral("c"), 320, 0)},
                            {WireView{{QStringLiteral("a"), 0}, {QStringLiteral("b"), 0}, QStringLiteral("64 × 10")}});
        canvas->setZoom(1, {0, 0});
        canvas->centreOn({240, 160});
    }

    void draggingANodeSaysWhere()
    {
        QSignalSpy moved(canvas.get(), &Canvas::moved);
        drag(at("a"), at("a") + QPoint(43, 21));
        QCOMPARE(moved.count(), 1);
        const auto places = moved[0][0].value<QList<Placement>>();
        QCOMPARE(places, (QList<Placement>{{"a", QPointF(40, 24)}})); // in steps of 8
        QCOMPARE(canvas->selection(), QStringList{"a"});
    }

    void severalNodesMoveTogether()
    {
        canvas->select({"a", "c"});
        QSignalSpy moved(canvas.get(), &Canvas::moved);
        drag(at("c"), at("c") + QPoint(0, 80));
        QCOMPARE(moved[0][0].value<QList<Placement>>(), (QList<Placement>{{"a", QPointF(0, 80)}, {"c", QPointF(320, 80)}}));
    }

    void whatIsFixedStays()
    {
        NodeView fixed = node("f", 0, 320);
        fixed.fixed = true;
        canvas->setContents({node("a", 0, 0), fixed}, {});
        QSignalSpy moved(canvas.get(), &Canvas::moved), deleted(canvas.get(), &Canvas::deleteRequested);
        drag(at("f"), at("f") + QPoint(50, 0));
        QTest::keyClick(canvas.get(), Qt::Key_Delete);
        QCOMPARE(moved.count(), 0);
        QCOMPARE(deleted.count(), 0);
        QCOMPARE(canvas->store().node(1).view.position, QPointF(0, 320));
    }

    void escapeTakesAMoveBack()
    {
        QSignalSpy moved(canvas.get(), &Canvas::moved);
        QTest::mousePress(canvas.get(), Qt::LeftButton, {}, at("a"));
        QMouseEvent move(QEvent::MouseMove, QPoint(at("a") + QPoint(60, 60)), QPointF(), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(canvas.get(), &move);
        QVERIFY(canvas->store().node(0).view.position != QPointF());
        QTest::keyClick(canvas.get(), Qt::Key_Escape);
        QCOMPARE(canvas->store().node(0).view.position, QPointF());
        QTest::mouseRelease(canvas.get(), Qt::LeftButton, {}, at("a"));
        QCOMPARE(moved.count(), 0);
    }

    void aWireIsDrawnToThePortNearby()
    {
        QSignalSpy connected(canvas.get(), &Canvas::connected);
        drag(output("b") + QPoint(4, 5), input("c") + QPoint(9, -12)); // near enough at both ends
        QCOMPARE(connected.count(), 1);
        QCOMPARE(connected[0][0].value<PortRef>(), (PortRef{"b", 0}));
        QCOMPARE(connected[0][1].value<PortRef>(), (PortRef{"c", 0}));
    }

    void aWireCanStartAtAnInput()
    {
        QSignalSpy connected(canvas.get(), &Canvas::connected);
        drag(input("c"), output("a"));
        QCOMPARE(connected.count(), 1);
        QCOMPARE(connected[0][0].value<PortRef>(), (PortRef{"a", 0}));
        QCOMPARE(connected[0][1].value<PortRef>(), (PortRef{"c", 0}));
    }

    void aWireThatDoesNotFitIsRefused()
    {
        QSignalSpy connected(canvas.get(), &Canvas::connected), dropped(canvas.get(), &Canvas::wireDropped);
        int asked = 0;
        canvas->setReason([&](const PortRef& from, const PortRef& to) {
            ++asked;
            return from.node == "b" && to.node == "c" ? QStringLiteral("c expects 2-D input") : QString();
        });
        drag(output("b"), input("c"));
        QCOMPARE(asked, 1); // once for each port, not for each move
        QCOMPARE(connected.count(), 0);
        QCOMPARE(dropped.count(), 0);
    }

    void aWireDroppedInTheEmptySaysWhere()
    {
        QSignalSpy dropped(canvas.get(), &Canvas::wireDropped);
        drag(output("b"), output("b") + QPoint(150, 200));
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped[0][0].value<PortRef>(), (PortRef{"b", 0}));
        QCOMPARE(dropped[0][1].toBool(), true);
        QCOMPARE(dropped[0][2].toPointF(), canvas->toScene(output("b") + QPoint(150, 200)));
    }

    void aWireIsTakenOffItsEnd()
    {
        QSignalSpy off(canvas.get(), &Canvas::disconnected), rewired(canvas.get(), &Canvas::rewired);
        drag(input("b"), input("b") + QPoint(200, 250));
        QCOMPARE(off.count(), 1);
        QCOMPARE(off[0][1].value<PortRef>(), (PortRef{"b", 0}));
        drag(input("b"), input("c"));
        QCOMPARE(rewired.count(), 1);
        QCOMPARE(rewired[0][0].value<PortRef>(), (PortRef{"a", 0}));
        QCOMPARE(rewired[0][2].value<PortRef>(), (PortRef{"c", 0}));
    }

    void aFreeNodeIsPutIntoAWire()
    {
        QSignalSpy inserted(canvas.get(), &Canvas::insertedOnWire), moved(canvas.get(), &Canvas::moved);
        const QPoint middle = (output("a") + input("b")) / 2;
        drag(at("c"), middle);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(moved.count(), 0);
        QCOMPARE(inserted[0][0].value<Placement>().id, QString("c"));
        QCOMPARE(inserted[0][1].value<PortRef>().node, QString("a"));
        QCOMPARE(inserted[0][2].value<PortRef>().node, QString("b"));
    }

    void aRubberBandSelects()
    {
        QSignalSpy changed(canvas.get(), &Canvas::selectionChanged);
        drag(at("a") - QPoint(140, 80), at("b") + QPoint(120, 60));
        QCOMPARE(canvas->selection(), (QStringList{"a", "b"}));
        QCOMPARE(changed.count(), 1);
        drag(at("c") - QPoint(110, 60), at("c") + QPoint(110, 60), Qt::LeftButton, Qt::ShiftModifier);
        QCOMPARE(canvas->selection(), (QStringList{"a", "b", "c"}));
        QTest::keyClick(canvas.get(), Qt::Key_Escape);
        QVERIFY(canvas->selection().isEmpty());
    }

    void selectedWiresAreDeleted()
    {
        QSignalSpy deleted(canvas.get(), &Canvas::deleteRequested);
        QTest::mouseClick(canvas.get(), Qt::LeftButton, {}, (output("a") + input("b")) / 2);
        QCOMPARE(canvas->selectedWires().size(), 1);
        QTest::keyClick(canvas.get(), Qt::Key_Delete);
        QCOMPARE(deleted.count(), 1);
        QVERIFY(deleted[0][0].toStringList().isEmpty());
        QCOMPARE(deleted[0][1].value<QList<WireView>>().size(), 1);
    }

    void theWheelZoomsAtThePointer()
    {
        const QPointF pointer(200, 150), before = canvas->toScene(pointer);
        QWheelEvent wheel(pointer, canvas->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas.get(), &wheel);
        QVERIFY(canvas->zoom() > 1.3);
        const QPointF after = canvas->toScene(pointer);
        QVERIFY(QLineF(before, after).length() < 1e-6);
        canvas->setZoom(1e9, pointer);
        QVERIFY(canvas->zoom() <= 4);
    }

    void panning()
    {
        const QPointF before = canvas->toScene({0, 0});
        drag({600, 400}, {560, 430}, Qt::MiddleButton);
        QCOMPARE(canvas->toScene({0, 0}), before + QPointF(40, -30));
        QTest::keyPress(canvas.get(), Qt::Key_Space);
        drag(at("a"), at("a") + QPoint(40, -30)); // not the node
        QTest::keyRelease(canvas.get(), Qt::Key_Space);
        QCOMPARE(canvas->toScene({0, 0}), before);
        QWheelEvent wheel(QPointF(9, 9), canvas->mapToGlobal(QPointF(9, 9)), {0, -50}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(canvas.get(), &wheel);
        QCOMPARE(canvas->toScene({0, 0}), before + QPointF(0, 50));
    }

    void everythingFits()
    {
        canvas->zoomToFit();
        QVERIFY(canvas->visibleScene().contains(canvas->contentBounds()));
        canvas->resize(400, 300); // it follows the window until the person moves it
        QTRY_VERIFY(canvas->visibleScene().contains(canvas->contentBounds()));
        canvas->setMargins({40, 70, 50, 60}); // tools at the edges cover nothing
        const auto seen = [&] {
            return QRectF(canvas->toView(canvas->contentBounds().topLeft()), canvas->toView(canvas->contentBounds().bottomRight()));
        };
        const QRectF free = QRectF(40, 70, 400 - 90, 300 - 130);
        QVERIFY(free.adjusted(-0.01, -0.01, 0.01, 0.01).contains(seen()));
        canvas->zoomToStart();
        QVERIFY(std::abs(seen().top() - free.top()) < 0.01 || free.contains(seen()));
        canvas->resize(60, 60); // no room beside them: as if there were none
        QTRY_VERIFY(canvas->visibleScene().contains(canvas->contentBounds().center()));
    }

    void arrowsGoFromNodeToNode()
    {
        canvas->select({"a"});
        QTest::keyClick(canvas.get(), Qt::Key_Down);
        QCOMPARE(canvas->selection(), QStringList{"b"});
        QTest::keyClick(canvas.get(), Qt::Key_Up);
        QTest::keyClick(canvas.get(), Qt::Key_Right);
        QCOMPARE(canvas->selection(), QStringList{"c"});
        QVERIFY2(canvas->accessibleDescription().startsWith("c, Dense · 10"), qPrintable(canvas->accessibleDescription()));
        QSignalSpy opened(canvas.get(), &Canvas::opened), moved(canvas.get(), &Canvas::moved);
        QTest::keyClick(canvas.get(), Qt::Key_Return);
        QCOMPARE(opened[0][0].toString(), QString("c"));
        QTest::keyClick(canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(moved[0][0].value<QList<Placement>>(), (QList<Placement>{{"c", QPointF(328, 0)}}));
    }

    void lettersAndTabAskForALayer()
    {
        QSignalSpy typed(canvas.get(), &Canvas::typed);
        QTest::keyClick(canvas.get(), 'd');
        QTest::keyClick(canvas.get(), Qt::Key_Tab);
        QTest::keyClick(canvas.get(), 'd', Qt::ControlModifier);
        QCOMPARE(typed.count(), 2);
        QCOMPARE(typed[0][0].toString(), QString("d"));
        QCOMPARE(typed[1][0].toString(), QString());
    }

    void aNodeIsRenamedInItsPlace()
    {
        QSignalSpy renamed(canvas.get(), &Canvas::renamed);
        canvas->editTitle("b");
        auto* editor = canvas->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->setText("head");
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(renamed.count(), 1);
        QCOMPARE(renamed[0][0].toString(), QString("b"));
        QCOMPARE(renamed[0][1].toString(), QString("head"));
    }

    void newValuesKeepTheSelection()
    {
        canvas->select({"b"});
        QSignalSpy changed(canvas.get(), &Canvas::selectionChanged);
        canvas->setContents({node("b", 8, 8), node("x", 300, 0)}, {});
        QCOMPARE(canvas->selection(), QStringList{"b"});
        QCOMPARE(changed.count(), 0);
        canvas->setContents({node("x", 300, 0)}, {});
        QCOMPARE(changed.count(), 1);
    }

    void calloutsHaveButtons()
    {
        canvas->setCallouts(
            {{"1", "a", "a has a bias that b cancels.", "10 parameters do nothing.", Badge::Suggestion, {"Turn off the bias", "Ignore"}}});
        QSignalSpy pressed(canvas.get(), &Canvas::calloutPressed);
        QPushButton* button = nullptr;
        for (auto* each : canvas->findChildren<QPushButton*>())
            if (each->text() == "Ignore") button = each;
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(pressed.count(), 1);
        QCOMPARE(pressed[0][0].toString(), QString("1"));
        QCOMPARE(pressed[0][1].toInt(), 1);
    }

    void framesTakeTheirNodesAlong()
    {
        canvas->setNotes({{"n", "Encoder", QRectF(-40, -64, 304, 320), true}});
        QSignalSpy moved(canvas.get(), &Canvas::moved), changed(canvas.get(), &Canvas::noteChanged);
        const QPoint title = canvas->toView({-10, -52}).toPoint();
        drag(title, title + QPoint(64, 0));
        QCOMPARE(moved.count(), 0); // all of it is one wish
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][1].value<QList<Placement>>(), (QList<Placement>{{"a", QPointF(64, 0)}, {"b", QPointF(64, 160)}}));
        QCOMPARE(changed[0][0].value<NoteView>().box.left(), 24.0);
    }

    void wiresGoRoundWhatLiesBetween()
    {
        canvas->setContents({node("a", 0, 0), node("b", 0, 112), node("c", 0, 224)}, {WireView{{"a", 0}, {"c", 0}, {}}});
        const auto& curve = canvas->store().wire(0).curve;
        const QRectF between = canvas->store().node(1).rect;
        for (int i = 0; i <= 50; ++i) QVERIFY2(!between.contains(curve.at(i / 50.0)), qPrintable(QString::number(i)));
        QCOMPARE(curve.at(0), canvas->store().port(0, 0, false));
        QCOMPARE(curve.at(1), canvas->store().port(2, 0, true));
    }

    /// Whatever the zoom, something of a node is painted where it is, and nothing where none is.
    void paintsAtAllDistances()
    {
        for (const double zoom : {2.0, 1.0, 0.5, 0.3, 0.1}) {
            canvas->setZoom(zoom, {0, 0});
            canvas->centreOn({93, 32});
            QImage image(canvas->size(), QImage::Format_RGB32);
            canvas->render(&image);
            const QPoint bar = canvas->toView({2.5, 20}).toPoint();
            QCOMPARE(image.pixelColor(bar).name(), Theme::instance().category(u"dense").name());
        }
    }

    void thousandsAreFoundQuickly()
    {
        QList<NodeView> nodes;
        for (int i = 0; i < 10000; ++i) {
            const int column = i / 100, row = i % 100;
            nodes.append(node(QString::number(i), column * 232, row * 112));
        }
        canvas->setContents(nodes, {});
        QCOMPARE(canvas->store().nodesIn({0, 0, 231, 111}).size(), std::size_t{1});
        QCOMPARE(canvas->store().nodeAt({232 * 50 + 20.0, 112 * 7 + 20.0}), 5007);
        QCOMPARE(canvas->store().nodesIn({-1e9, -1e9, 2e9, 2e9}).size(), std::size_t{10000});
    }
};

QTEST_MAIN(CanvasTest)
#include "canvas.moc"
