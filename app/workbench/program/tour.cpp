// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/program/tour.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QEventLoop>
#include <QKeyEvent>
#include <QPixmap>
#include <QTabWidget>
#include <QTableView>
#include <QThreadPool>
#include <QTimer>
#include <QTreeWidget>

#include <cstdio>

#include "app/workbench/pages/start/start_page.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/window/window.h"
#include "widgets/image/image_grid.h"
#include "widgets/plot/scatter_plot.h"

namespace ds::ui {

bool waitUntil(int milliseconds, const std::function<bool()>& condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds) return false;
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

namespace {

class Tour {
public:
    Tour(const ProgramParts& parts, const QString& folder) : m_parts(parts), m_folder(folder) {}

    int take()
    {
        Window& window = m_parts.window;
        window.showPage(QStringLiteral("start"));
        settle(1500);
        shoot("start");
        if (!train()) return 1;
        for (const PageSpec* spec : allPages()) {
            const QString id = QString::fromLatin1(spec->id);
            if (id == QLatin1String("start")) continue;
            window.showPage(id);
            settle(1500);
            shoot(spec->id);
        }
        transforms();
        projectsOfTwoRuns();
        window.showPage(QStringLiteral("design"));
        m_parts.commands.find(QStringLiteral("design.graph"))->trigger();
        settle(1500);
        shoot("design-graph");
        m_parts.commands.find(QStringLiteral("design.graph"))->trigger();
        m_parts.commands.find(QStringLiteral("design.heat.seen2"))->trigger();
        settle(1500);
        shoot("design-gradients");
        m_parts.commands.find(QStringLiteral("design.heat.none"))->trigger();
        stepAgain();
        lesson();
        window.showPage(QStringLiteral("design"));
        m_parts.commands.find(QStringLiteral("help"))->trigger();
        settle(500);
        shoot("help");
        m_parts.commands.find(QStringLiteral("help.shortcuts"))->trigger();
        settle(200);
        shoot("shortcuts");
        m_parts.commands.find(QStringLiteral("panel.window.help"))->trigger();
        m_parts.commands.find(QStringLiteral("palette"))->trigger();
        settle(200);
        shoot("palette");
        return m_failed;
    }

private:
    /// With its first hint; afterwards the project is as before, but saved for all that anybody knows.
    void lesson()
    {
        const Document own = m_parts.project.document();
        m_parts.project.reset(own);
        QAction* start = m_parts.commands.find(QStringLiteral("lesson.start"));
        start->setData(QStringLiteral("norm_cnn"));
        start->trigger();
        m_parts.commands.find(QStringLiteral("lesson.hint"))->trigger();
        settle(1500);
        shoot("lesson");
        m_parts.project.reset(own);
    }

    /// Two short runs, so that there is something to compare.
    bool train()
    {
        Window& window = m_parts.window;
        window.openProject(resourcesFolder() + QStringLiteral("/projects/fashion-mnist.dsw"));
        if (!waitUntil(60000, [&] { return m_parts.checker.result() && !m_parts.checker.result()->costs.empty(); }))
            return failed("the check");
        for (const double rate : {0.002, 0.0005}) {
            m_parts.project.edit(QStringLiteral("Tour"), [&](Document& d) {
                d.training.set("epochs", int64_t{1});
                d.training.set("steps", int64_t{160});
                d.training.set("validate_every", int64_t{40});
                d.optimizer.attrs.set("learning_rate", rate);
            });
            m_parts.commands.find(QStringLiteral("run.train"))->trigger();
            LiveRun* run = m_parts.runs.current();
            if (!run || !waitUntil(60000, [&] { return run->progress().step > 60 || !run->active(); })) return failed("the training");
            if (rate == 0.002) {
                settle(800);
                shoot("train-running");
            }
            if (!waitUntil(240000, [&] { return !run->active(); }) || run->state() != LiveState::Finished) return failed("the training");
        }
        return true;
    }

    void transforms()
    {
        m_parts.project.edit(QStringLiteral("Tour"), [](Document& d) { d.transforms = {{"random_crop", {}}, {"random_rotation", {}}}; });
        Page* page = m_parts.window.page(QStringLiteral("data"));
        m_parts.window.showPage(QStringLiteral("data"));
        page->findChild<QTabWidget*>()->setCurrentIndex(1);
        settle(2500);
        shoot("data-transforms");
        m_parts.project.undoStack().undo();
    }

    void projectsOfTwoRuns()
    {
        Page* page = m_parts.window.page(QStringLiteral("runs"));
        m_parts.window.showPage(QStringLiteral("runs"));
        page->findChild<QTableView*>()->selectAll();
        settle(1500);
        shoot("runs-compared");
        page->findChild<QTabWidget*>()->setCurrentIndex(1);
        settle(1500);
        shoot("runs-projects");
    }

    /// One of the last run, op by op.
    void stepAgain()
    {
        Page* page = m_parts.window.page(QStringLiteral("inspect"));
        m_parts.window.showPage(QStringLiteral("inspect"));
        settle(500);
        page->findChild<QAbstractButton*>(QStringLiteral("makeAgain"))->click();
        auto* ops = page->findChild<QTableView*>(QStringLiteral("ops"));
        waitUntil(120000, [&] { return ops->model()->rowCount() > 0; });
        settle(500);
        shoot("inspect-ops");
        const QModelIndexList convolutions =
            ops->model()->match(ops->model()->index(0, 3), Qt::DisplayRole, QStringLiteral("conv"), 1, Qt::MatchStartsWith);
        if (!convolutions.isEmpty()) ops->selectRow(convolutions.front().row());
        m_parts.commands.find(QStringLiteral("panel.inspect.tensor"))->trigger();
        const auto* maps = page->findChild<ImageGrid*>(QStringLiteral("maps"));
        waitUntil(60000, [&] { return maps->count() > 0; });
        settle(500);
        shoot("inspect-tensor");
        m_parts.commands.find(QStringLiteral("panel.inspect.tensor"))->trigger();
        m_parts.commands.find(QStringLiteral("panel.inspect.explain"))->trigger();
        auto* mistaken = page->findChild<QTreeWidget*>(QStringLiteral("mistaken"));
        waitUntil(60000, [&] { return mistaken->topLevelItemCount() > 0; });
        mistaken->setCurrentItem(mistaken->topLevelItem(0));
        const auto* explained = page->findChild<ImageGrid*>(QStringLiteral("explained"));
        waitUntil(60000, [&] { return explained->count() > 4; });
        settle(500);
        shoot("inspect-explain");
        m_parts.commands.find(QStringLiteral("panel.inspect.explain"))->trigger();
        for (const auto& [panel, button] : {std::pair("rates", "measureRates"), std::pair("landscape", "computeLandscape")}) {
            const QString id = QStringLiteral("panel.inspect.") + QLatin1String(panel);
            m_parts.commands.find(id)->trigger();
            auto* work = page->findChild<QAbstractButton*>(QLatin1String(button));
            work->click();
            waitUntil(120000, [&] { return work->isEnabled(); });
            settle(500);
            shoot(qPrintable(QStringLiteral("inspect-") + QLatin1String(panel)));
            m_parts.commands.find(id)->trigger();
        }
        map();
        m_parts.commands.find(QStringLiteral("panel.inspect.profile"))->trigger();
        auto* measure = page->findChild<QAbstractButton*>(QStringLiteral("measure"));
        measure->click();
        waitUntil(120000, [&] { return measure->isEnabled(); });
        settle(500);
        shoot("inspect-profile");
        m_parts.commands.find(QStringLiteral("panel.inspect.profile"))->trigger();
        m_parts.commands.find(QStringLiteral("panel.inspect.ops"))->trigger();
    }

    /// Samples as a layer sees them, and one of them beside the map.
    void map()
    {
        const Page* page = m_parts.window.page(QStringLiteral("inspect"));
        m_parts.commands.find(QStringLiteral("panel.inspect.map"))->trigger();
        auto* compute = page->findChild<QAbstractButton*>(QStringLiteral("computeMap"));
        auto* plot = page->findChild<ScatterPlot*>();
        waitUntil(60000, [&] { return compute->isEnabled(); });
        page->findChild<QComboBox*>(QStringLiteral("mapMethod"))->setCurrentIndex(1);
        compute->click();
        waitUntil(120000, [&] { return compute->isEnabled(); });
        settle(500);
        plot->setFocus();
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Return}) {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(plot, &press);
        }
        settle(1500);
        shoot("inspect-map");
        m_parts.commands.find(QStringLiteral("panel.inspect.map"))->trigger();
    }

    bool failed(const char* what)
    {
        std::fprintf(stderr, "deepseek-workbench: %s did not get done on the tour.\n", what);
        return false;
    }

    /// What is read or painted in the background meanwhile is there, too.
    void settle(int milliseconds)
    {
        waitUntil(milliseconds, [] { return false; });
        waitUntil(30000, [] { return QThreadPool::globalInstance()->activeThreadCount() == 0; });
        waitUntil(200, [] { return false; });
    }

    void shoot(const char* name)
    {
        const QString path =
            m_folder.filePath(QStringLiteral("%1-%2.png").arg(++m_number, 2, 10, QLatin1Char('0')).arg(QLatin1String(name)));
        if (!m_parts.window.grab().save(path)) {
            std::fprintf(stderr, "deepseek-workbench: %s cannot be written.\n", qPrintable(path));
            m_failed = 1;
            return;
        }
        std::printf("%s\n", qPrintable(path));
        std::fflush(stdout);
    }

    const ProgramParts& m_parts;
    QDir m_folder;
    int m_number = 0, m_failed = 0;
};

} // namespace

int takeTour(const ProgramParts& parts, const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "deepseek-workbench: the folder %s cannot be made.\n", qPrintable(folder));
        return 1;
    }
    return Tour(parts, folder).take();
}

} // namespace ds::ui
