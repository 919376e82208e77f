// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <limits>

#include "widgets/plot/contour_plot.h"
#include "widgets/theme/theme.h"

using namespace ds::ui;

namespace {

constexpr int points = 9;

/// 1 + x² + 4y² over -2 to 2.
std::vector<double> bowl()
{
    std::vector<double> values;
    for (int row = 0; row < points; ++row)
        for (int column = 0; column < points; ++column) {
            const double x = -2 + 0.5 * column, y = -2 + 0.5 * row;
            values.push_back(1 + x * x + 4 * y * y);
        }
    return values;
}

} // namespace

class ContourPlotTest : public QObject {
    Q_OBJECT

private slots:
    void tellsTheNumberUnderThePointer()
    {
        ContourPlot plot;
        plot.resize(500, 400);
        QVERIFY(std::isnan(plot.valueAt(plot.area().center())));
        plot.setField(points, bowl(), 2);
        const QRectF area = plot.area();
        QVERIFY(std::abs(plot.valueAt(area.center()) - 1) < 1e-9);
        QVERIFY(std::abs(plot.valueAt(area.topLeft() + QPointF(0, 1e-9)) - 21) < 1e-6);
        // Rows begin below, columns on the left.
        QVERIFY(std::abs(plot.valueAt({area.center().x(), area.top() + area.height() / 4}) - 5) < 1e-9);
        QVERIFY(std::abs(plot.valueAt({area.left() + area.width() / 4, area.center().y()}) - 2) < 1e-9);
        QVERIFY(std::isnan(plot.valueAt(area.topLeft() - QPointF(3, 0))));
    }

    void paintsBandsAndLeavesGaps()
    {
        ContourPlot plot;
        plot.resize(500, 400);
        std::vector<double> values = bowl();
        values.front() = std::numeric_limits<double>::infinity(); // the lower left corner
        plot.setField(points, values, 2);
        const QImage picture = plot.grab().toImage();
        const QRectF area = plot.area();
        const auto pixel = [&](double x, double y) {
            return picture.pixelColor(static_cast<int>(area.left() + x * area.width()), static_cast<int>(area.top() + y * area.height()));
        };
        QVERIFY(pixel(0.55, 0.5).blueF() > pixel(0.55, 0.5).redF());   // low
        QVERIFY(pixel(0.55, 0.03).redF() > pixel(0.55, 0.03).blueF()); // high
        QCOMPARE(pixel(0.03, 0.97), color(Role::Panel));
        plot.clear();
        plot.setEmptyText("nothing yet");
        QVERIFY(plot.grab().toImage() != picture);
    }
};

QTEST_MAIN(ContourPlotTest)
#include "contour_plot.moc"
