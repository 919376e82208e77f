// SPDX-License-Identifier: GPL-3.0-or-later
// How long a frame of curves with ten million points takes. Run by hand: QT_QPA_PLATFORM=offscreen widgets_plot_bench [PICTURE.png]
#include <QApplication>
#include <QElapsedTimer>
#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "widgets/plot/curve_plot.h"
#include "widgets/plot/scatter_plot.h"
#include "widgets/theme/theme.h"

using namespace ds::ui;

namespace {

double milliseconds(QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

void frames(CurvePlot& plot, const char* what, double speed)
{
    std::vector<double> times;
    const CurvePlot::View whole = plot.view();
    for (int i = 0; i < 200; ++i) {
        const double width = (whole.right - whole.left) * speed, left = whole.left + (whole.right - whole.left - width) * i / 200;
        QElapsedTimer timer;
        timer.start();
        plot.setView({left, left + width, whole.bottom, whole.top});
        plot.refresh();
        plot.repaint();
        times.push_back(milliseconds(timer));
    }
    plot.setView(whole);
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %5.1f ms, 95 %% %5.1f ms\n", what, times[100], times[190]);
}

/// A map of as many points as are ever drawn, with words beside them.
void scatterFrames(bool words)
{
    std::vector<ScatterPlot::Point> points;
    std::vector<ScatterPlot::Group> groups;
    for (int i = 0; i < 10; ++i) groups.push_back({QStringLiteral("class %1").arg(i)});
    for (int i = 0; i < 2000; ++i)
        points.push_back({{std::sin(i * 0.7) * i, std::cos(i * 1.3) * i}, i % 10, {}, words ? QStringLiteral("word%1").arg(i) : QString()});
    ScatterPlot plot;
    plot.resize(1200, 600);
    plot.setPoints(points, groups);
    QImage image(plot.size(), QImage::Format_RGB32);
    std::vector<double> times;
    for (int i = 0; i < 100; ++i) {
        QElapsedTimer timer;
        timer.start();
        plot.render(&image);
        times.push_back(milliseconds(timer));
    }
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %5.1f ms, 95 %% %5.1f ms\n", words ? "2000 points with words" : "2000 points", times[50], times[95]);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    Theme::instance().attach(application);
    constexpr std::size_t count = 10'000'000;
    Curve curve{"loss", "train"};
    curve.xs.reserve(count);
    curve.ys.reserve(count);
    uint64_t state = 1;
    for (std::size_t i = 0; i < count; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const double noise = static_cast<double>(state >> 40) / (1 << 24);
        curve.xs.push_back(static_cast<double>(i));
        curve.ys.push_back(2 * std::exp(-static_cast<double>(i) / 2e6) + 0.3 * noise);
    }
    CurvePlot plot;
    plot.resize(1200, 600);
    plot.show();
    QElapsedTimer timer;
    timer.start();
    plot.setCurve(curve);
    std::printf("taking 10^7 points                 %6.1f ms\n", milliseconds(timer));
    plot.refresh();
    frames(plot, "pan, 90 % in view", 0.9);
    frames(plot, "pan, 1 % in view", 0.01);
    timer.start();
    plot.setSmoothing(0.9);
    std::printf("smoothing 10^7 points              %6.1f ms\n", milliseconds(timer));
    frames(plot, "pan smoothed, 90 % in view", 0.9);
    frames(plot, "pan smoothed, 1 % in view", 0.01);
    const double more[] = {1e7, 1e7 + 1}, ys[] = {0.2, 0.3};
    plot.fit();
    timer.start();
    plot.append("loss", more, ys);
    std::printf("appending two points               %6.3f ms\n", milliseconds(timer));
    plot.refresh();
    scatterFrames(false);
    scatterFrames(true);
    if (argc > 1) plot.grab().save(QString::fromLocal8Bit(argv[1]));
    return 0;
}
