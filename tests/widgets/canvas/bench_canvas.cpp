// SPDX-License-Identifier: GPL-3.0-or-later
// How long a network of 10,000 nodes takes to set, and a frame of 1920 × 1080 while panning and zooming. Prints one JSON object.
#include <QApplication>
#include <QImage>

#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "widgets/canvas/canvas.h"
#include "widgets/theme/theme.h"

namespace {

using namespace ds::ui;

/// Of this thread's processor: other programs do not count.
class Timer {
public:
    double ms() const { return now() - m_start; }
    void restart() { m_start = now(); }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return time.tv_sec * 1e3 + time.tv_nsec * 1e-6;
    }
    double m_start = now();
};

double p95(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() * 95 / 100];
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    Theme::instance().attach(app);
    constexpr int count = 10000, rows = 100;
    const QStringList categories{"convolution", "normalisation", "activation", "pooling", "dense"};
    QList<NodeView> nodes;
    QList<WireView> wires;
    for (int i = 0; i < count; ++i) {
        NodeView node;
        node.id = node.title = QStringLiteral("conv%1").arg(i);
        node.subtitle = QStringLiteral("Conv2d · 32 · 3 × 3 · same");
        node.shape = QStringLiteral("64 × 32 × 28 × 28");
        node.category = categories[i % categories.size()];
        node.inputs = node.outputs = QStringList{QStringLiteral("x")};
        const int column = i / rows, row = i % rows;
        node.position = {column * 230.0 + (i % 2) * 16, row * 108.0};
        nodes.append(node);
        if (i) wires.append(WireView{{QStringLiteral("conv%1").arg(i - 1), 0}, {node.id, 0}, QStringLiteral("64 × 32 × 28 × 28")});
        if (i > rows) wires.append(WireView{{QStringLiteral("conv%1").arg(i - rows), 0}, {node.id, 0}, {}});
    }
    Canvas canvas;
    canvas.resize(1920, 1080);
    QImage frame(1920, 1080, QImage::Format_RGB32);
    Timer timer;
    canvas.setContents(nodes, wires);
    canvas.render(&frame);
    const double open = timer.ms();
    nodes[5000].title = QStringLiteral("renamed");
    timer.restart();
    canvas.setContents(nodes, wires);
    const double update = timer.ms();
    std::printf("{\"open_ms\": %.1f, \"update_ms\": %.1f", open, update);
    for (const double zoom : {2.0, 1.0, 0.6, 0.41, 0.39, 0.25, 0.21, 0.19, 0.1, 0.05}) {
        canvas.setZoom(zoom, {960, 540});
        canvas.centreOn({8000, 5000});
        canvas.render(&frame);
        std::vector<double> times;
        for (int i = 0; i < 60; ++i) {
            canvas.centreOn(QPointF(8000, 5000) + QPointF(i, i / 2.0) * 17 / zoom);
            timer.restart();
            canvas.render(&frame);
            times.push_back(timer.ms());
        }
        std::printf(", \"pan_%g_ms\": %.1f", zoom, p95(times));
    }
    std::vector<double> times;
    canvas.setZoom(2, {960, 540});
    canvas.centreOn({8000, 5000});
    for (int i = 0; i < 200; ++i) {
        canvas.setZoom(2 * std::pow(0.98, i), {960, 540});
        timer.restart();
        canvas.render(&frame);
        times.push_back(timer.ms());
    }
    std::printf(", \"zoom_ms\": %.1f, \"zoom_longest_ms\": %.1f}\n", p95(times), *std::max_element(times.begin(), times.end()));
}
