// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

#include "widgets/plot/bar_plot.h"
#include "widgets/plot/curve_plot.h"
#include "widgets/plot/matrix_view.h"
#include "widgets/plot/number_text.h"
#include "widgets/plot/series.h"

using namespace ds::ui;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

Curve ramp(const QString& id, int count, double slope = 1)
{
    Curve curve{id, id};
    for (int i = 0; i < count; ++i) {
        curve.xs.push_back(i);
        curve.ys.push_back(slope * i);
    }
    return curve;
}

std::function<double(std::size_t)> edges(double from, double to, std::size_t columns)
{
    return [=](std::size_t i) { return from + (to - from) * static_cast<double>(i) / static_cast<double>(columns); };
}

QString plain(QString text) { return text.replace(QChar(0x2009), ' ').replace(QChar(0xA0), ' '); }

} // namespace

class CurvePlotTest : public QObject {
    Q_OBJECT

private slots:
    void pyramidAnswersAnyRange()
    {
        Pyramid pyramid;
        std::vector<double> values;
        unsigned state = 1;
        for (int i = 0; i < 5000; ++i) {
            state = state * 1664525 + 1013904223;
            values.push_back(i % 997 == 5 ? nothing : static_cast<double>(state >> 8));
        }
        for (std::size_t i = 0; i < values.size(); i += 7) // in pieces, as they come
            pyramid.append(std::span(values).subspan(i, std::min<std::size_t>(7, values.size() - i)));
        const auto check = [&] {
            for (std::size_t first = 0; first < pyramid.size(); first += 131)
                for (std::size_t last : {first, first + 1, first + 17, first + 256, first + 1777, pyramid.size()}) {
                    Extent slow;
                    for (std::size_t i = first; i < std::min(last, pyramid.size()); ++i) slow.add(values[i]);
                    const Extent fast = pyramid.over(first, last);
                    QCOMPARE(fast.low, slow.low);
                    QCOMPARE(fast.high, slow.high);
                    QCOMPARE(fast.gap, slow.gap);
                }
        };
        check();
        pyramid.truncate(1001);
        values.resize(1001);
        check();
        for (int i = 0; i < 900; ++i) values.push_back(-i);
        pyramid.append(std::span(values).subspan(1001));
        check();
    }

    void decimationKeepsExtremes()
    {
        Curve curve = ramp("a", 100000, 0);
        curve.ys[41234] = 7; // one spike among a hundred thousand
        curve.ys[77777] = -3;
        const Series series(curve);
        const DrawnPoints points = series.decimated(false, 100, edges(0, 99999, 100));
        QVERIFY(points.xs.size() < 410);
        QCOMPARE(*std::max_element(points.ys.begin(), points.ys.end()), 7.0);
        QCOMPARE(*std::min_element(points.ys.begin(), points.ys.end()), -3.0);
        QVERIFY(std::is_sorted(points.xs.begin(), points.xs.end()));
        // Few points are drawn as they are, with one more to each side.
        const DrawnPoints few = series.decimated(false, 100, edges(10.5, 20.5, 100));
        QCOMPARE(few.xs.size(), std::size_t{12});
        QCOMPARE(few.xs.front(), 10.0);
    }

    void smoothingIsDebiasedAndSkipsGaps()
    {
        Curve curve{"a", "a"};
        curve.xs = {0, 1, 2, 3};
        curve.ys = {4, nothing, 8, 8};
        Series series(curve);
        series.smooth(0.5);
        QCOMPARE(series.shown()[0], 4.0); // not 2: the start is no average with zero
        QVERIFY(std::isnan(series.shown()[1]));
        QCOMPARE(series.shown()[2], (0.5 * 2 + 0.5 * 8) / 0.75);
        QCOMPARE(series.gaps(), std::vector<double>{1});
        const double x[] = {4}, y[] = {0};
        series.append(x, y);
        QCOMPARE(series.shown().size(), std::size_t{5});
        series.smooth(0);
        QCOMPARE(series.shown()[3], 8.0);
    }

    void stepsReportedAgainReplaceThemselves()
    {
        Series series(ramp("a", 10));
        series.smooth(0.9);
        const double xs[] = {5, 6}, ys[] = {50, 60};
        series.append(xs, ys);
        QCOMPARE(series.xs().size(), std::size_t{7});
        QCOMPARE(series.raw().back(), 60.0);
        Curve whole = ramp("b", 5);
        whole.xs.insert(whole.xs.end(), {5, 6});
        whole.ys.insert(whole.ys.end(), {50, 60});
        Series fresh(whole);
        fresh.smooth(0.9);
        QCOMPARE(series.shown().back(), fresh.shown().back());
    }

    void growsUntilSomeoneZooms()
    {
        CurvePlot plot;
        plot.resize(400, 300);
        plot.setCurve(ramp("a", 101));
        plot.refresh();
        QCOMPARE(plot.view().right, 100.0);
        const double xs[] = {200}, ys[] = {5};
        plot.append("a", xs, ys);
        plot.refresh();
        QCOMPARE(plot.view().right, 200.0);
        plot.setView({10, 20, 0, 50});
        const double more[] = {400};
        plot.append("a", more, ys);
        plot.refresh();
        QCOMPARE(plot.view().right, 20.0);
        QVERIFY(!plot.fits());
        plot.fit();
        plot.refresh();
        QCOMPARE(plot.view().right, 400.0);
        plot.setView({20, 10, 0, 1}); // nonsense is ignored
        QCOMPARE(plot.view().right, 400.0);
    }

    void mouseAndKeysZoomAndPan()
    {
        CurvePlot plot;
        plot.resize(500, 300);
        plot.setCurve(ramp("a", 1001));
        plot.show();
        plot.refresh();
        const CurvePlot::View whole = plot.view();
        QSignalSpy changed(&plot, &CurvePlot::viewChanged);
        QTest::mousePress(&plot, Qt::LeftButton, {}, {200, 150});
        QTest::mouseMove(&plot, {300, 155});
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, {300, 155});
        QCOMPARE(changed.count(), 1);
        CurvePlot::View zoomed = plot.view();
        QVERIFY(zoomed.left > whole.left && zoomed.right < whole.right);
        QVERIFY(qAbs(zoomed.top - whole.top) < 1e-6 * whole.top); // a flat stroke leaves y alone
        QTest::keyClick(&plot, Qt::Key_Right);
        QVERIFY(plot.view().left > zoomed.left);
        QTest::keyClick(&plot, Qt::Key_Plus);
        QVERIFY(plot.view().right - plot.view().left < zoomed.right - zoomed.left);
        QTest::mouseDClick(&plot, Qt::LeftButton, {}, {200, 150});
        plot.refresh();
        QCOMPARE(plot.view().right, whole.right);
        QWheelEvent wheel(QPointF(250, 150), plot.mapToGlobal(QPointF(250, 150)), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot, &wheel);
        QVERIFY(plot.view().right < whole.right && plot.view().left > whole.left);
    }

    void cursorTellsEveryCurve()
    {
        CurvePlot plot;
        plot.resize(500, 300);
        plot.setCurve(ramp("a", 101));
        plot.setCurve(ramp("b", 51, 1000)); // ends before
        plot.refresh();
        plot.setCursor(30.2);
        QStringList texts = plot.cursorTexts();
        for (QString& text : texts) text = plain(text);
        QCOMPARE(texts, (QStringList{"step 30", "a 30", "b 30 000"}));
        plot.setCursor(90.0);
        QCOMPARE(plot.cursorTexts().size(), 2);
        QCOMPARE(plot.endLabels(), (QStringList{"a", "b"}));
        plot.setXAxis(CurvePlot::XAxis::Time);
        plot.setCursor(62.0);
        QCOMPARE(plot.cursorTexts().value(0), QStringLiteral("after 1 min 2 s"));
    }

    void logarithmicAxesLeaveOutWhatIsNotPositive()
    {
        CurvePlot plot;
        plot.resize(400, 300);
        Curve curve{"a", "a"};
        curve.xs = {0, 1, 10, 100, 1000};
        curve.ys = {5, 0, 0.01, 100, HUGE_VAL};
        plot.setCurve(curve);
        plot.setLogX(true);
        plot.setLogY(true);
        plot.refresh();
        QCOMPARE(plot.view().left, 1.0);
        QVERIFY(plot.view().bottom > 0 && plot.view().bottom <= 0.01);
        QVERIFY(plot.view().top >= 100 && plot.view().top < 1e6);
        QVERIFY(!plot.grab().isNull());
    }

    void exportsWhatItShows()
    {
        QTemporaryDir dir;
        CurvePlot plot;
        plot.resize(400, 300);
        Curve curve = ramp("a", 3);
        curve.label = "loss, \"raw\"";
        plot.setCurve(curve);
        QCOMPARE(plot.csv(), QByteArray("curve,x,y\n\"loss, \"\"raw\"\"\",0,0\n\"loss, \"\"raw\"\"\",1,1\n\"loss, \"\"raw\"\"\",2,2\n"));
        for (const char* name : {"c.png", "c.svg", "c.csv"}) QCOMPARE(plot.exportTo(dir.filePath(name)), QString());
        QCOMPARE(QImage(dir.filePath("c.png")).size(), QSize(800, 600));
        QFile svg(dir.filePath("c.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("<polyline"));
        QVERIFY(plot.exportTo(dir.filePath("c.gif")).contains(".gif"));
        QVERIFY(plot.exportTo(dir.filePath("none/c.csv")).contains("cannot be written"));
    }

    void removesAndClears()
    {
        CurvePlot plot;
        QVERIFY(plot.empty());
        plot.setCurve(ramp("a", 3));
        plot.setCurve(ramp("b", 3));
        plot.setCurve(ramp("a", 5)); // replaces
        QCOMPARE(plot.curves(), (QStringList{"a", "b"}));
        plot.removeCurve("a");
        QCOMPARE(plot.curves(), QStringList{"b"});
        plot.clear();
        QVERIFY(plot.empty());
    }

    void numbersReadWell()
    {
        QCOMPARE(plain(numberText(1202)), QStringLiteral("1 202"));
        QCOMPARE(plain(numberText(-60000)), QStringLiteral("-60 000"));
        QCOMPARE(numberText(0.31274), QStringLiteral("0.3127"));
        QCOMPARE(numberText(0.00174), QStringLiteral("0.00174"));
        QCOMPARE(numberText(3.12e-7), QStringLiteral("3.12e-7"));
        QCOMPARE(numberText(0.1), QStringLiteral("0.1"));
        QCOMPARE(numberText(nothing), QStringLiteral("NaN"));
        QCOMPARE(numberText(100), QStringLiteral("100"));
        QCOMPARE(durationText(0.85), QStringLiteral("850 ms"));
        QCOMPARE(durationText(192), QStringLiteral("3 min 12 s"));
        QCOMPARE(durationText(7500), QStringLiteral("2 h 5 min"));
        QCOMPARE(bytesText(132000000), QStringLiteral("126 MiB"));
        QCOMPARE(plain(percentText(0.9312)), QStringLiteral("93 %"));
    }

    void matrixDescribesItsCells()
    {
        MatrixView view;
        view.resize(300, 300);
        view.setMatrix({"Shirt", "Coat"}, {900, 100, 5, 995});
        QCOMPARE(plain(view.describe(0, 1)), QStringLiteral("“Shirt” taken for “Coat”: 100 of 1 000 (10.0 %)"));
        QCOMPARE(plain(view.describe(1, 1)), QStringLiteral("“Coat” recognised: 995 of 1 000 (99.5 %)"));
        QCOMPARE(view.describe(2, 0), QString());
        QCOMPARE(view.cellAt({-5, -5}), QPoint(-1, -1));
        QSignalSpy chosen(&view, &MatrixView::cellChosen);
        view.show();
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(view.accessibleDescription(), view.describe(0, 1));
        view.setShares(true);
        QVERIFY(!view.grab().isNull());
        view.setMatrix({}, {}); // and nothing
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(!view.grab().isNull());
    }

    void histogramsNameTheirBins()
    {
        BarPlot plot;
        plot.resize(208, 100);
        plot.setHistogram({1, 5, 2, 0}, 0, 2);
        QCOMPARE(plot.textAt({70, 50}), QStringLiteral("0.5 to 1: 5"));
        plot.setBars({"cat", "dog"}, {3, nothing});
        QCOMPARE(plot.textAt({10, 50}), QStringLiteral("cat: 3"));
        QCOMPARE(plot.textAt({150, 50}), QStringLiteral("dog: NaN"));
        QVERIFY(!plot.grab().isNull());
    }
};

QTEST_MAIN(CurvePlotTest)
#include "curve_plot.moc"
