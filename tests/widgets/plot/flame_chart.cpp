// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "widgets/plot/flame_chart.h"
#include "widgets/theme/theme.h"

using namespace ds::ui;

namespace {

/// A row of two, and under it one of four, over 10 ms.
std::vector<FlameSpan> spans()
{
    const QColor blue(0x20, 0x40, 0xC0), red(0xC0, 0x30, 0x20);
    return {{0, 6, 0, -1, "forward", "forward", blue}, {0, 2, 1, 0, "a", "tip of a", blue},    {2, 6, 1, 1, "b", "tip of b", red},
            {6, 10, 0, -1, "backward", "back", red},   {6, 9.99, 1, 2, "c", "tip of c", blue}, {9.99, 10, 1, 3, "d", "tip of d", red}};
}

struct Chart : FlameChart {
    Chart()
    {
        resize(1008, 200);
        setSpans(spans(), 10);
    }
    QPoint at(double time, int row) const { return {4 + static_cast<int>(time * 100), 22 + 22 * row + 11}; }
};

} // namespace

class FlameChartTest : public QObject {
    Q_OBJECT

private slots:
    void init() { Theme::instance().choose(Theme::Choice::Light); }

    void whatIsUnderThePointer()
    {
        Chart chart;
        QCOMPARE(chart.spanAt(chart.at(3, 0))->text, QStringLiteral("forward"));
        QCOMPARE(chart.spanAt(chart.at(1, 1))->id, 0);
        QCOMPARE(chart.spanAt(chart.at(8, 1))->id, 2);
        QVERIFY(!chart.spanAt({500, 5}) && !chart.spanAt({500, 150}));
        const QImage image = chart.grab().toImage();
        QCOMPARE(image.pixelColor(chart.at(5, 1)), QColor(0xC0, 0x30, 0x20));
        QCOMPARE(image.pixelColor(chart.at(8, 1)), QColor(0x20, 0x40, 0xC0));
    }

    void aClickPicksADragMoves()
    {
        Chart chart;
        QSignalSpy picked(&chart, &FlameChart::picked);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.at(3, 1));
        QCOMPARE(picked.size(), 1);
        QCOMPARE(chart.chosen(), 1);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.at(3, 0)); // cannot be chosen
        QCOMPARE(picked.size(), 1);
        chart.showRange(2, 7);
        QTest::mousePress(&chart, Qt::LeftButton, {}, {600, 60});
        QMouseEvent move(QEvent::MouseMove, QPointF(500, 60), chart.mapToGlobal(QPointF(500, 60)), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&chart, &move);
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, {500, 60});
        QVERIFY(std::abs(chart.begin() - 2.5) < 1e-6 && std::abs(chart.end() - 7.5) < 1e-6);
        QCOMPARE(picked.size(), 1);
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        Chart chart;
        QWheelEvent in(QPointF(304, 60), chart.mapToGlobal(QPointF(304, 60)), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&chart, &in);
        QVERIFY(std::abs(chart.end() - chart.begin() - 8.5) < 1e-9);
        QVERIFY(std::abs(chart.begin() - 0.45) < 1e-9); // 3 ms stay at 30 % of the width
        for (int i = 0; i < 200; ++i) QCoreApplication::sendEvent(&chart, &in);
        QVERIFY(chart.end() - chart.begin() >= 0.0099);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.begin(), 0.0);
        QCOMPARE(chart.end(), 10.0);
        QTest::mouseDClick(&chart, Qt::LeftButton, {}, chart.at(3, 1));
        QVERIFY(std::abs(chart.begin() - 1.8) < 1e-9 && std::abs(chart.end() - 6.2) < 1e-9);
        // What is chosen from elsewhere comes into view.
        chart.choose(3);
        QVERIFY(chart.end() > 9.99);
    }

    void emptyAndWithAnArea()
    {
        FlameChart empty;
        empty.setEmptyText("nothing");
        empty.grab();
        Chart chart;
        const QImage before = chart.grab().toImage();
        chart.setArea({{0, 5}, {4, 20}, {8, 1}}, "memory", "20 MiB");
        QVERIFY(chart.grab().toImage() != before);
    }
};

QTEST_MAIN(FlameChartTest)
#include "flame_chart.moc"
