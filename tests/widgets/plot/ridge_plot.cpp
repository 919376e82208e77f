// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <limits>

#include "widgets/plot/ridge_plot.h"
#include "widgets/plot/strip_list.h"
#include "widgets/theme/theme.h"

using namespace ds::ui;

namespace {

/// A hill of five exponents around `middle`.
RidgeRow hill(double step, int middle) { return {step, middle - 2, {0.1, 0.2, 0.4, 0.2, 0.1}, QStringLiteral("hill")}; }

std::vector<RidgeRow> hills(int count)
{
    std::vector<RidgeRow> rows;
    for (int i = 0; i < count; ++i) rows.push_back(hill(i + 1, -10 + i / 20));
    return rows;
}

int pixelsOf(const QImage& image, const QColor& ink)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == ink;
    return count;
}

StripRow row(const QString& id, std::vector<double> cells = {0, 0.5, 1})
{
    return {.id = id, .name = id, .dot = Qt::blue, .cells = std::move(cells), .value = QStringLiteral("1.5")};
}

} // namespace

class RidgePlotTest : public QObject {
    Q_OBJECT

private slots:
    void init() { Theme::instance().choose(Theme::Choice::Light); }

    void everyRowThatFindsRoomIsShown()
    {
        RidgePlot plot;
        plot.resize(500, 400);
        QCOMPARE(plot.shownRows(), 0);
        plot.setRows(hills(5));
        QCOMPARE(plot.shownRows(), 5);
        plot.setRows(hills(300));
        QVERIFY(plot.shownRows() > 15 && plot.shownRows() < 40);
        const int ridges = plot.shownRows();
        plot.setForm(RidgePlot::Form::Heat);
        QVERIFY(plot.shownRows() > 3 * ridges);
    }

    void tellsWhatStandsUnderTheMouse()
    {
        RidgePlot plot;
        plot.resize(500, 400);
        plot.setForm(RidgePlot::Form::Heat);
        plot.setRows({hill(7, -3)});
        // The axis reaches from 2^-6 to 2^1: the middle of the hill is in the middle.
        const QString text =
            plot.textAt({64 + 420 * 3.5 / 7, 200}).replace(QChar(0xA0), ' ').replace(QChar(0x202F), ' ').replace(QChar(0x2009), ' ');
        QCOMPARE(text, QStringLiteral("Step 7: 40.0 % between 2⁻³ and 2⁻²\nhill"));
        QVERIFY(plot.textAt({10, 200}).isEmpty());
        QSignalSpy picked(&plot, &RidgePlot::stepPicked);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, {200, 200});
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.front().front().toDouble(), 7.0);
    }

    void troubleHasItsColour()
    {
        RidgePlot plot;
        plot.resize(500, 400);
        plot.setForm(RidgePlot::Form::Heat);
        plot.setRows(hills(100));
        const QColor bad = color(Role::Bad);
        QCOMPARE(pixelsOf(plot.grab().toImage(), bad), 0);
        plot.setTrouble(50, QStringLiteral("doubles"));
        QVERIFY(pixelsOf(plot.grab().toImage(), bad) > 1000);
        plot.setTrouble({});
        QCOMPARE(pixelsOf(plot.grab().toImage(), bad), 0);
    }

    void nothingAndOddNumbersArePainted()
    {
        RidgePlot plot;
        plot.resize(300, 200);
        plot.setEmptyText(QStringLiteral("Train"));
        QVERIFY(!plot.grab().isNull());
        plot.setRows({{1, 0, {}, {}}, {2, -127, {1}, {}}, {3, 127, {0, 0}, {}}});
        for (const auto form : {RidgePlot::Form::Ridges, RidgePlot::Form::Heat}) {
            plot.setForm(form);
            plot.setCursor(2);
            QVERIFY(!plot.grab().isNull());
        }
        plot.resize(20, 20);
        QVERIFY(!plot.grab().isNull());
    }

    void stripsKeepWhatIsChosen()
    {
        StripList list;
        const QAbstractItemModelTester tester(list.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.resize(320, 200);
        QSignalSpy picked(&list, &StripList::picked);
        list.setRows({row("a"), row("b"), row("c")});
        list.choose("b");
        QCOMPARE(picked.takeLast().at(0).toString(), QStringLiteral("b"));
        list.setRows({row("a"), row("b", {1, 1, 1}), row("c")}); // new figures
        QCOMPARE(list.chosen(), QStringLiteral("b"));
        list.setRows({row("z"), row("b")}); // another order
        QCOMPARE(list.chosen(), QStringLiteral("b"));
        list.setRows({row("z")});
        QVERIFY(list.chosen() != QLatin1String("b"));
        list.setRows({row("a"), row("b")});
        list.choose("a");
        list.show();
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Down);
        QCOMPARE(list.chosen(), QStringLiteral("b"));
        QCOMPARE(list.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("a, 1.5"));
    }

    void stripsPaintTheirCells()
    {
        StripList list;
        list.resize(420, 80);
        list.setRows({row("a", {0, 0, 0}), row("b", {std::numeric_limits<double>::quiet_NaN()}), row("c", {})});
        const QImage image = list.grab().toImage();
        QVERIFY(pixelsOf(image, Theme::heat(0)) > 500);
        QCOMPARE(pixelsOf(image, Theme::heat(1)), 0);
    }
};

QTEST_MAIN(RidgePlotTest)
#include "ridge_plot.moc"
