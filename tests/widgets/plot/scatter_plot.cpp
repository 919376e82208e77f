// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

#include "widgets/plot/scatter_plot.h"
#include "widgets/theme/theme.h"

using namespace ds::ui;

namespace {

/// The corners of a square, two of each group, and one in the middle.
std::vector<ScatterPlot::Point> square()
{
    return {{{0, 0}, 0, "tip 0", {}}, {{10, 0}, 0, {}, {}}, {{10, 10}, 1, {}, {}}, {{0, 10}, 1, {}, {}}, {{5, 5}, 1, "tip 4", {}}};
}

struct Plot : ScatterPlot {
    Plot()
    {
        resize(500, 300);
        setPoints(square(), {{"cats"}, {"dogs"}});
    }
    QColor pixel(const QPointF& at) { return grab().toImage().pixelColor(at.toPoint()); }
    void wheel(const QPointF& at, int by)
    {
        QWheelEvent event(at, mapToGlobal(at), {}, {0, by}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(this, &event);
    }
};

bool near(const QPointF& a, const QPointF& b) { return std::hypot(a.x() - b.x(), a.y() - b.y()) < 1e-6; }

} // namespace

class ScatterPlotTest : public QObject {
    Q_OBJECT

private slots:
    void init() { Theme::instance().choose(Theme::Choice::Light); }

    void pointsStandWhereTheyBelong()
    {
        Plot plot;
        const QPointF low = plot.placeOf(0), high = plot.placeOf(2);
        QVERIFY(low.x() < high.x() && low.y() > high.y());                     // upwards
        QVERIFY(std::abs((high.x() - low.x()) - (low.y() - high.y())) < 1e-6); // one scale
        for (int i = 0; i < 5; ++i) {
            QVERIFY(plot.area().contains(plot.placeOf(i)));
            QCOMPARE(plot.pointAt(plot.placeOf(i) + QPointF(2, 2)), i);
        }
        QCOMPARE(plot.pointAt((low + plot.placeOf(4)) / 2), -1);
        QCOMPARE(plot.pixel(low), Theme::instance().series(0));
        QCOMPARE(plot.pixel(high), Theme::instance().series(1));
        plot.setPoints({{{3, 3}, 0, {}, {}}, {{3, 3}, 0, {}, {}}}, {{"one", Qt::red}}); // at one place
        QVERIFY(near(plot.placeOf(0), plot.area().center()));
        QCOMPARE(plot.pixel(plot.placeOf(0)), QColor(Qt::red));
        QVERIFY(plot.legendOf(0).isEmpty()); // says nothing
    }

    void theLegendHidesAndShows()
    {
        Plot plot;
        QSignalSpy picked(&plot, &ScatterPlot::picked);
        plot.choose(4);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.legendOf(1).center().toPoint());
        QVERIFY(plot.hidden(1) && !plot.hidden(0));
        QCOMPARE(plot.chosen(), -1); // it has gone
        QCOMPARE(plot.pointAt(plot.placeOf(2)), -1);
        QVERIFY(plot.pixel(plot.placeOf(2)) != Theme::instance().series(1));
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.legendOf(1).center().toPoint());
        QVERIFY(!plot.hidden(1));
        QCOMPARE(plot.pointAt(plot.placeOf(2)), 2);
        QCOMPARE(picked.size(), 0);
        QVERIFY(plot.legendOf(0).right() <= plot.width() && plot.legendOf(0).left() >= plot.area().right());
    }

    /// In as many columns as it takes.
    void everyGroupIsInTheLegend()
    {
        ScatterPlot plot;
        for (const QSize size : {QSize(600, 110), QSize(300, 500), QSize(220, 130)}) {
            plot.resize(size);
            std::vector<ScatterPlot::Group> groups;
            for (int i = 0; i < 16; ++i) groups.push_back({QStringLiteral("a rather long name %1").arg(i)});
            plot.setPoints(square(), groups);
            for (int i = 0; i < 16; ++i) {
                QVERIFY(QRectF(plot.rect()).contains(plot.legendOf(i)));
                QVERIFY(!plot.legendOf(i).intersects(plot.area()));
                for (int j = 0; j < i; ++j) QVERIFY(!plot.legendOf(i).adjusted(1, 1, -1, -1).intersects(plot.legendOf(j)));
            }
        }
    }

    void aClickPicksADragMoves()
    {
        Plot plot;
        QSignalSpy picked(&plot, &ScatterPlot::picked);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.placeOf(3).toPoint());
        QCOMPARE(picked.size(), 1);
        QCOMPARE(plot.chosen(), 3);
        const QPointF from = plot.placeOf(4), before = plot.placeOf(0);
        QTest::mousePress(&plot, Qt::LeftButton, {}, from.toPoint());
        const QPointF to = QPointF(from.toPoint()) + QPointF(30, -20);
        QMouseEvent move(QEvent::MouseMove, to, plot.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&plot, &move);
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, to.toPoint());
        QVERIFY(near(plot.placeOf(0), before + QPointF(30, -20)));
        QCOMPARE(picked.size(), 1);
        QTest::mouseDClick(&plot, Qt::LeftButton, {}, QPoint(250, 60));
        QVERIFY(near(plot.placeOf(0), before));
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        Plot plot;
        const QPointF at = plot.placeOf(2);
        const double wide = plot.view().width();
        plot.wheel(at, 120);
        QVERIFY(std::abs(plot.view().width() - 0.85 * wide) < 1e-9);
        QVERIFY(near(plot.placeOf(2), at));
        for (int i = 0; i < 200; ++i) plot.wheel(at, 120);
        QVERIFY(plot.view().width() >= 0.99e-4 * wide);
        for (int i = 0; i < 400; ++i) plot.wheel(at, -120);
        QVERIFY(plot.view().width() <= 4 * wide);
        QTest::keyClick(&plot, Qt::Key_Home);
        QCOMPARE(plot.view().width(), wide);
        plot.resize(300, 500); // still all of it
        for (int i = 0; i < 5; ++i) QVERIFY(plot.area().contains(plot.placeOf(i)));
    }

    void byKeyboard()
    {
        Plot plot;
        QSignalSpy picked(&plot, &ScatterPlot::picked);
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(picked.size(), 0); // none is chosen
        plot.setHidden(0, true);
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.chosen(), 2);
        QTest::keyClick(&plot, Qt::Key_Left); // nothing before it
        QCOMPARE(plot.chosen(), 2);
        QTest::keyClick(&plot, Qt::Key_Right);
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toInt(), 3);
        const double wide = plot.view().width();
        QTest::keyClick(&plot, Qt::Key_Plus);
        QVERIFY(plot.view().width() < wide);
        QVERIFY(plot.focusPolicy() & Qt::TabFocus);
    }

    /// Labels stand beside their points, but never on each other.
    void labelsWhereThereIsRoom()
    {
        ScatterPlot plot;
        plot.resize(500, 300);
        const auto inked = [&plot] {
            const QImage image = plot.grab().toImage();
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).lightnessF() < 0.5;
            return count;
        };
        const auto show = [&plot](const QString& label, int times) {
            std::vector<ScatterPlot::Point> points(static_cast<std::size_t>(times), {{5, 5}, 0, {}, label});
            points.push_back({{0, 0}, 0, {}, {}});
            points.push_back({{10, 10}, 0, {}, {}});
            plot.setPoints(points, {{"words", QColor(0xF0, 0xE0, 0xA0)}});
        };
        show({}, 1);
        const int none = inked();
        show("word", 1);
        const int one = inked();
        QVERIFY(one > none);
        show("word", 50);
        QCOMPARE(inked(), one);
    }

    void saysWhatIsMissing()
    {
        Plot plot;
        const QImage full = plot.grab().toImage();
        plot.clear();
        const QImage empty = plot.grab().toImage();
        plot.setEmptyText("nothing yet");
        QVERIFY(plot.grab().toImage() != empty && full != empty);
        plot.wheel({100, 100}, 120); // nothing to zoom
        QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(100, 100));
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.chosen(), -1);
    }
};

QTEST_MAIN(ScatterPlotTest)
#include "scatter_plot.moc"
