// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/program/measure.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/design/design_page.h"
#include "app/workbench/pages/start/start_page.h"
#include "app/workbench/program/watchdog.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/window/window.h"
#include "core/store/run_store.h"
#include "widgets/canvas/canvas.h"
#include "widgets/plot/curve_plot.h"

namespace ds::ui {

namespace {

/// Until the first frame is painted and the event loop has answered.
Json startup(const ProgramParts& parts)
{
    parts.window.grab();
    bool answered = false;
    QTimer::singleShot(0, &parts.window, [&] { answered = true; });
    waitUntil(10000, [&] { return answered; });
    return {{"usable_ms", static_cast<double>(parts.sinceStart.nsecsElapsed()) / 1e6}};
}

double elapsed(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

double p95(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() * 95 / 100];
}

/// A chain of 10,000 layers in 100 columns: opened in the window, then panned and zoomed.
Json canvas(const ProgramParts& parts)
{
    constexpr int count = 10000, rows = 100;
    Document document;
    document.name = "10,000 layers";
    for (int i = 0; i < count; ++i) {
        LayerNode node{"layer" + std::to_string(i), i == 0 ? "Input" : "ReLU"};
        node.position = {i / rows * 230.0, i % rows * 108.0};
        document.model.layers.push_back(node);
        if (i) document.model.wires.push_back({{document.model.layers[static_cast<std::size_t>(i) - 1].name}, {node.name}});
    }
    parts.window.showPage(QStringLiteral("design"));
    parts.window.grab();
    Canvas* canvas = &static_cast<DesignPage*>(parts.window.page(QStringLiteral("design")))->canvas();
    QElapsedTimer timer;
    timer.start();
    parts.project.reset(std::move(document));
    waitUntil(60000, [&] { return canvas->store().nodes().size() >= count; });
    parts.window.grab();
    const double open = elapsed(timer);
    QImage frame(canvas->size(), QImage::Format_RGB32);
    std::vector<double> times;
    for (const double zoom : {1.0, 0.6, 0.3, 0.1}) {
        canvas->setZoom(zoom, canvas->rect().center());
        for (int i = 0; i < 60; ++i) {
            canvas->centreOn(QPointF(8000, 5000) + QPointF(i, i / 2) * 17 / zoom);
            timer.restart();
            canvas->render(&frame);
            times.push_back(elapsed(timer));
        }
    }
    for (int i = 0; i < 60; ++i) {
        canvas->zoomBy(i < 30 ? 1.05 : 1 / 1.05);
        timer.restart();
        canvas->render(&frame);
        times.push_back(elapsed(timer));
    }
    return {{"nodes", canvas->store().nodes().size()}, {"open_ms", open}, {"frame_ms_p95", p95(times)}};
}

/// Ten million points, panned.
Json plot(const ProgramParts&)
{
    constexpr std::size_t count = 10'000'000;
    Curve curve{"loss", "loss"};
    uint64_t state = 1;
    for (std::size_t i = 0; i < count; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u; // noise from a linear congruence (Knuth's MMIX)
        curve.xs.push_back(static_cast<double>(i));
        curve.ys.push_back(2 * std::exp(-static_cast<double>(i) / 2e6) + 0.3 * static_cast<double>(state >> 40) / (1 << 24));
    }
    CurvePlot plot;
    plot.resize(1200, 600);
    plot.setCurve(std::move(curve));
    plot.show();
    plot.refresh();
    const CurvePlot::View whole = plot.view();
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        const double width = (whole.right - whole.left) / 4, left = whole.left + (whole.right - whole.left - width) * i / 200;
        QElapsedTimer timer;
        timer.start();
        plot.setView({left, left + width, whole.bottom, whole.top});
        plot.refresh();
        plot.repaint();
        times.push_back(elapsed(timer));
    }
    return {{"frame_ms_p95", p95(times)}};
}

/// The table of runs, filled up to 10,000 if there are fewer: from a key in the filter to the painted rows.
Json runs(const ProgramParts& parts)
{
    constexpr int count = 10000;
    QDir().mkpath(parts.runs.runsFolder());
    {
        Result<RunStore> store = RunStore::open((parts.runs.runsFolder() + QStringLiteral("/runs.sqlite")).toStdString());
        if (!store) throw RunError(store.error());
        for (int i = static_cast<int>(store->runs()->size()); i < count; ++i) {
            const std::string id = "measured-" + std::to_string(i);
            (void)store
                ->add({id, "run " + std::to_string(i), "measured", "{}", "cpu", 0, static_cast<double>(i), static_cast<double>(i + 60),
                       RunState::Finished, ""})
                .ok();
            RunWriter writer = store->writer(id);
            writer.add(SummaryRecord{"accuracy", static_cast<double>(i % 100) / 100});
            (void)writer.flush().ok();
        }
    }
    parts.window.showPage(QStringLiteral("runs"));
    Page* page = parts.window.page(QStringLiteral("runs"));
    auto* table = page->findChild<QTableView*>();
    auto* filter = page->findChild<QLineEdit*>(QStringLiteral("filter"));
    waitUntil(60000, [&] { return table->model()->rowCount() >= count; });
    std::vector<double> times;
    for (int i = 0; i < 40; ++i) {
        const QString text = i % 4 == 0   ? QString()
                             : i % 4 == 1 ? QString::number(i)
                             : i % 4 == 2 ? QStringLiteral("accuracy>0.9")
                                          : QStringLiteral("run 99");
        QElapsedTimer timer;
        timer.start();
        filter->setText(text);
        QCoreApplication::processEvents();
        table->viewport()->repaint();
        times.push_back(elapsed(timer));
    }
    return {{"runs", table->model()->rowCount()}, {"filter_ms_p95", p95(times)}};
}

/// One epoch of Fashion-MNIST with the Train page open: how long the window did not answer, and the speed of training.
Json live(const ProgramParts& parts)
{
    parts.window.openProject(resourcesFolder() + QStringLiteral("/projects/fashion-mnist.dsw"));
    waitUntil(60000, [&] { return parts.checker.result() && !parts.checker.result()->costs.empty(); });
    parts.project.edit(QStringLiteral("Measure"), [](Document& d) { d.training.set("epochs", int64_t{1}); });
    waitUntil(10000, [&] {
        return std::all_of(allPages().begin(), allPages().end(),
                           [&](const PageSpec* spec) { return parts.window.page(QLatin1String(spec->id)); });
    });
    Watchdog watchdog;
    parts.commands.find(QStringLiteral("run.train"))->trigger();
    LiveRun* run = parts.runs.current();
    double speed = 0;
    waitUntil(600000, [&] {
        if (run && run->active()) speed = run->progress().samplesPerSecond;
        return !run || !run->active();
    });
    return {{"longest_block_ms", watchdog.longestBlock()},
            {"samples_per_second", speed},
            {"finished", run && run->state() == LiveState::Finished}};
}

} // namespace

int measure(const ProgramParts& parts, const QString& what)
{
    const std::pair<const char*, Json (*)(const ProgramParts&)> all[] = {
        {"startup", startup}, {"canvas", canvas}, {"plot", plot}, {"runs", runs}, {"live", live}};
    QStringList names;
    for (const auto& [name, run] : all) {
        if (what == QLatin1String(name)) {
            std::printf("%s\n", run(parts).dump().c_str());
            return 0;
        }
        names << QString::fromLatin1(name);
    }
    std::fprintf(stderr, "deepseek-workbench: \"%s\" cannot be measured; there are: %s.\n", qPrintable(what),
                 qPrintable(names.join(QStringLiteral(", "))));
    return 2;
}

} // namespace ds::ui
