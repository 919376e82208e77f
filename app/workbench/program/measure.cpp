// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/program/measure.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QImage>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <optional>
#include <thread>
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
#include "inspector/engine/layer_figures.h"
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

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double p95(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() * 95 / 100];
}

/// How long the window does not answer at an edit: a layer is moved, renamed, added, and each is undone. Painting is measured as frames.
double edits(const ProgramParts& parts, Canvas& canvas)
{
    QImage frame(canvas.size(), QImage::Format_RGB32);
    canvas.setZoom(1, canvas.rect().center());
    std::vector<double> times;
    const auto timed = [&](const std::function<void()>& act) {
        QElapsedTimer timer;
        timer.start();
        act();
        times.push_back(elapsed(timer));
        canvas.render(&frame);
        const auto before = parts.checker.result();
        waitUntil(60000, [&] { return parts.checker.result() != before; }); // as between the edits of a person
    };
    for (std::size_t i = 0; i < 30; ++i) {
        const std::size_t at = 3000 + 17 * i;
        timed([&] {
            parts.project.edit(QStringLiteral("Measure"), [&](Document& document) {
                std::vector<LayerNode>& layers = document.model.layers;
                if (i % 3 == 0) layers[at].position[0] += 8;
                if (i % 3 == 2) layers.push_back({.name = "added" + std::to_string(i), .type = "ReLU", .position = {-300.0, 0.0}});
                if (i % 3 != 1) return;
                const std::string old = layers[at].name;
                layers[at].name = "renamed" + std::to_string(i);
                for (Wire& wire : document.model.wires)
                    for (Endpoint* end : {&wire.from, &wire.to})
                        if (end->layer == old) end->layer = layers[at].name;
            });
        });
        timed([&] { parts.project.undoStack().undo(); });
    }
    return p95(times);
}

/// A chain of 10,000 layers in 100 columns: opened in the window, then panned and zoomed.
Json canvas(const ProgramParts& parts)
{
    constexpr int count = 10000, rows = 100;
    Document document;
    document.name = "10,000 layers";
    for (int i = 0; i < count; ++i) {
        LayerNode node{"layer" + std::to_string(i), i == 0 ? "Input" : "ReLU"};
        const int column = i / rows, row = i % rows;
        node.position = {column * 230.0, row * 108.0};
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
            canvas->centreOn(QPointF(8000, 5000) + QPointF(i, i / 2.0) * 17 / zoom);
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
    return {
        {"nodes", canvas->store().nodes().size()}, {"open_ms", open}, {"frame_ms_p95", p95(times)}, {"edit_ms_p95", edits(parts, *canvas)}};
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
    const int rows = table->model()->rowCount();
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
    return {{"runs", rows}, {"filter_ms_p95", p95(times)}};
}

/// Samples per second of one epoch in a terminal, while the window has nothing to do. 0 if it cannot be run.
double terminalSpeed(const QString& project)
{
    const QTemporaryDir runs;
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/deepseek"),
                  {QStringLiteral("train"), project, QStringLiteral("--epochs"), QStringLiteral("1"), QStringLiteral("--runs"), runs.path(),
                   QStringLiteral("--json")});
    waitUntil(600000, [&] { return process.state() == QProcess::NotRunning; });
    const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
    const Json summary = Json::parse(lines.back().toStdString(), nullptr, false);
    return summary.is_object() ? summary.value("samples_per_second", 0.0) : 0.0;
}

/// Trains the project to its end with the Train page open; what its summary says, by name. Empty if it does not get there.
std::map<std::string, double> trainHere(const ProgramParts& parts)
{
    parts.commands.find(QStringLiteral("run.train"))->trigger();
    LiveRun* run = parts.runs.current();
    if (run && run->active()) {
        QEventLoop loop; // waitUntil looks 50 times a second, which is not nothing
        QObject::connect(run, &LiveRun::changed, &loop, [&loop, run] {
            if (!run->active()) loop.quit();
        });
        QTimer::singleShot(1800000, &loop, &QEventLoop::quit);
        loop.exec();
    }
    std::map<std::string, double> figures;
    Result<RunStore> store = RunStore::open(parts.runs.runsFolder().toStdString() + "/runs.sqlite", true);
    if (!run || run->state() != LiveState::Finished || !store) return figures;
    const Result<std::vector<SummaryRecord>> summary = store->summary(run->id().toStdString());
    if (!summary) return figures;
    for (const SummaryRecord& record : *summary) figures[record.name] = record.value;
    return figures;
}

/// The whole training of Fashion-MNIST with the Train page open: how long the window did not answer, which share of all cores it took
/// from training, and what came out. Then single epochs here and in a terminal in turn, the first of each pair alternating: the ratio of
/// their speeds is the median of the pairs'. Where the speed of the machine itself varies, the share says more: training is slowed by it.
Json live(const ProgramParts& parts)
{
    constexpr int pairs = 9;
    const QString project = resourcesFolder() + QStringLiteral("/projects/fashion-mnist.dsw");
    parts.window.openProject(project);
    waitUntil(60000, [&] { return parts.checker.result() && !parts.checker.result()->costs.empty(); });
    waitUntil(10000, [&] {
        return std::all_of(allPages().begin(), allPages().end(),
                           [&](const PageSpec* spec) { return parts.window.page(QLatin1String(spec->id)); });
    });
    std::optional<Watchdog> watchdog(std::in_place);
    QElapsedTimer timer;
    timer.start();
    const double before = cpuSeconds();
    std::map<std::string, double> whole = trainHere(parts);
    const double share = 1e3 * (cpuSeconds() - before) / elapsed(timer) / std::max(1u, std::thread::hardware_concurrency());
    const double block = watchdog->longestBlock();
    watchdog.reset(); // people have none: it would slow the training down
    Json figures{{"finished", !whole.empty()},
                 {"longest_block_ms", block},
                 {"accuracy", whole["accuracy"]},
                 {"samples_per_second", whole["samples_per_second"]},
                 {"window_cpu_share", share}};
    parts.project.edit(QStringLiteral("One epoch"), [](Document& document) { document.training.set("epochs", int64_t{1}); });
    std::vector<double> ratios;
    for (int pair = 0; pair < pairs; ++pair) {
        const double first = pair % 2 ? terminalSpeed(project) : 0;
        const double here = trainHere(parts)["samples_per_second"];
        const double terminal = pair % 2 ? first : terminalSpeed(project);
        figures["one_epoch_samples_per_second"].push_back({{"window", here}, {"terminal", terminal}});
        ratios.push_back(terminal > 0 ? here / terminal : 0);
    }
    std::sort(ratios.begin(), ratios.end());
    figures["throughput_ratio"] = ratios[pairs / 2];
    return figures;
}

/// A model of 200 layers that trains for a while and is looked at all the time, on Inspect and, with its layers coloured by their
/// gradients, on Design in turn. First nobody does anything but look: how long the window does not answer then. After that the whole page
/// is painted anew five times a second, which is more than a change ever asks for: how long a frame takes at most.
Json layers(const ProgramParts& parts)
{
    constexpr int hidden = 99;
    Document document;
    document.name = "200 layers";
    document.train = {"synthetic", {{"kind", "blobs"}, {"samples", 4096}, {"classes", 8}, {"features", 64}}};
    Model& model = document.model;
    const auto add = [&model](std::string name, const char* type, Attrs attrs = {}) {
        if (!model.layers.empty()) model.wires.push_back({{model.layers.back().name}, {name}});
        model.layers.push_back({std::move(name), type, std::move(attrs)});
    };
    add("in", "Input", {{"field", "input"}});
    for (int i = 0; i < hidden; ++i) {
        add("fc" + std::to_string(i), "Dense", {{"units", 64}});
        add("act" + std::to_string(i), "ReLU");
    }
    add("out", "Dense", {{"units", 8}});
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {"sgd", {{"learning_rate", 0.01}}};
    document.training = {{"steps", int64_t{3000}}, {"batch_size", 64}, {"validation_share", 0.1}, {"inspection_budget", 0.2}};
    parts.project.reset(std::move(document));
    for (const char* page : {"inspect", "design"}) {
        parts.window.showPage(QLatin1String(page));
        waitUntil(2000, [] { return false; });
    }
    waitUntil(60000, [&] { return parts.checker.result() && !parts.checker.result()->costs.empty(); });
    parts.commands.find(QStringLiteral("design.heat.seen%1").arg(static_cast<int>(inspector::Figure::GradientSize)))->trigger();
    Json figures;
    std::map<std::string, std::vector<double>> frames;
    std::optional<Watchdog> watchdog(std::in_place);
    double block = 0;
    parts.commands.find(QStringLiteral("run.train"))->trigger();
    LiveRun* run = parts.runs.current();
    for (int turn = 0; run && run->active(); ++turn) {
        const std::string id = turn % 2 ? "design" : "inspect";
        parts.window.showPage(QString::fromStdString(id));
        Page* page = parts.window.page(QString::fromStdString(id));
        QImage frame(page->size(), QImage::Format_RGB32);
        if (turn < 2) {
            waitUntil(10000, [&] { return !run->active(); });
            continue;
        }
        if (watchdog) block = watchdog->longestBlock();
        watchdog.reset();
        for (int i = 0; i < 50 && run->active(); ++i) {
            waitUntil(200, [&] { return !run->active(); });
            QElapsedTimer timer;
            timer.start();
            page->render(&frame);
            frames[id].push_back(elapsed(timer));
        }
    }
    if (watchdog) block = watchdog->longestBlock(); // it was too short for frames
    for (auto& [page, times] : frames) figures["frame_ms_p95"][page] = p95(std::move(times));
    figures["layers"] = parts.project.document().model.layers.size();
    figures["longest_block_ms"] = block;
    figures["finished"] = run && run->state() == LiveState::Finished;
    return figures;
}

/// What each page takes of a core while nobody does anything: 20 seconds of each.
Json idle(const ProgramParts& parts)
{
    constexpr int settle = 3000, watched = 20000; // milliseconds
    if (parts.project.path().isEmpty()) parts.window.openProject(resourcesFolder() + QStringLiteral("/projects/fashion-mnist.dsw"));
    Json percent;
    for (const PageSpec* spec : allPages()) {
        parts.window.showPage(QLatin1String(spec->id));
        waitUntil(settle, [] { return false; });
        QElapsedTimer timer;
        timer.start();
        const double before = cpuSeconds();
        QEventLoop loop;
        QTimer::singleShot(watched, &loop, &QEventLoop::quit);
        loop.exec();
        percent[spec->id] = 1e5 * (cpuSeconds() - before) / elapsed(timer);
    }
    return {{"cpu_percent", percent}};
}

} // namespace

int measure(const ProgramParts& parts, const QString& what)
{
    const std::pair<const char*, Json (*)(const ProgramParts&)> all[] = {
        {"startup", startup}, {"canvas", canvas}, {"plot", plot}, {"runs", runs}, {"live", live}, {"layers", layers}, {"idle", idle}};
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
