// SPDX-License-Identifier: GPL-3.0-or-later
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "widgets/image/draw_pad.h"
#include "widgets/image/image_grid.h"

using namespace ds::ui;

class ImageTest : public QObject {
    Q_OBJECT

private slots:
    void asksOnlyForWhatIsSeen()
    {
        ImageGrid grid;
        grid.resize(400, 300);
        QSignalSpy needed(&grid, &ImageGrid::needed);
        QImage image(8, 8, QImage::Format_Grayscale8);
        image.fill(100);
        connect(&grid, &ImageGrid::needed, &grid, [&](int index) { grid.setItem(index, image, QString::number(index)); });
        grid.setCount(100000);
        grid.show();
        QTRY_VERIFY(grid.has(0));
        QTRY_VERIFY(needed.count() > 5);
        const int first = static_cast<int>(needed.count());
        QVERIFY2(first < 60, qPrintable(QString::number(first)));
        QVERIFY(!grid.has(50000));
        grid.verticalScrollBar()->setValue(grid.verticalScrollBar()->maximum());
        QTRY_VERIFY(grid.has(99999));
        QVERIFY(needed.count() < 130);
        grid.setCount(0);
        QVERIFY(!grid.has(0));
    }

    void keysMove()
    {
        ImageGrid grid;
        grid.resize(400, 200);
        grid.setCount(50);
        grid.show();
        QSignalSpy current(&grid, &ImageGrid::currentChanged), activated(&grid, &ImageGrid::activated);
        QTest::keyClick(&grid, Qt::Key_Home);
        QTest::keyClick(&grid, Qt::Key_Right);
        QCOMPARE(grid.current(), 1);
        QTest::keyClick(&grid, Qt::Key_End);
        QCOMPARE(grid.current(), 49);
        QVERIFY(grid.verticalScrollBar()->value() > 0); // it came into view
        QTest::keyClick(&grid, Qt::Key_Return);
        QCOMPARE(activated.first().first().toInt(), 49);
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, {2, 2}); // between pictures
        QCOMPARE(grid.current(), 49);
    }

    void drawingIsCentredAndScaled()
    {
        DrawPad pad;
        pad.resize(200, 200);
        pad.show();
        QVERIFY(pad.blank());
        QSignalSpy drawn(&pad, &DrawPad::drawn);
        QTest::mousePress(&pad, Qt::LeftButton, {}, {30, 30});
        QTest::mouseMove(&pad, {60, 60});
        QTest::mouseRelease(&pad, Qt::LeftButton, {}, {60, 60});
        QCOMPARE(drawn.count(), 1);
        QVERIFY(!pad.blank());
        const QImage image = pad.image({28, 28});
        QCOMPARE(image.size(), QSize(28, 28));
        QCOMPARE(image.format(), QImage::Format_Grayscale8);
        double weight = 0, x = 0, y = 0;
        for (int row = 0; row < 28; ++row)
            for (int column = 0; column < 28; ++column) {
                const double value = qGray(image.pixel(column, row));
                weight += value, x += value * (column + 0.5), y += value * (row + 0.5);
            }
        QVERIFY(weight > 500);
        QVERIFY(qAbs(x / weight - 14) < 0.5 && qAbs(y / weight - 14) < 0.5);
        QCOMPARE(qGray(image.pixel(0, 0)), 0);
        QTest::keyClick(&pad, Qt::Key_Delete);
        QVERIFY(pad.blank());
    }
};

QTEST_MAIN(ImageTest)
#include "image.moc"
