// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the page on a real store: train_page_look RUNS_FOLDER RUN PICTURE.png [light] [WIDTHxHEIGHT] [tabN] [project=FILE] [stored]
#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTabWidget>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/train/train_page.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "tests/app/workbench/support/fake_hub.h"
#include "widgets/image/draw_pad.h"
#include "widgets/plot/curve_plot.h"
#include "widgets/theme/theme.h"

using namespace ds::ui;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    Theme::instance().attach(application);
    Theme::instance().choose(arguments.contains("light") ? Theme::Choice::Light : Theme::Choice::Dark);
    Project project;
    Checker checker;
    Commands commands;
    Settings settings(QStringLiteral("/tmp/train_page_look.ini"));
    FakeHub hub;
    hub.folder = arguments.value(1);
    FakeRun run;
    run.runId = arguments.value(2);
    run.runName = QStringLiteral("Fashion-MNIST CNN");
    run.figures = {.epoch = 3,
                   .epochs = 5,
                   .step = 1204,
                   .steps = 4595,
                   .loss = 0.3127,
                   .learningRate = 0.00174,
                   .gradNorm = 1.2,
                   .samplesPerSecond = 2410,
                   .secondsLeft = 192,
                   .memoryBytes = 132000000,
                   .predictedMemoryBytes = 140000000,
                   .cpuShare = 0.93};
    run.answer = ds::Json{{"classes", ds::Json::array({{{"class", "Ankle boot"}, {"probability", 0.86}},
                                                       {{"class", "Sneaker"}, {"probability", 0.11}},
                                                       {{"class", "Sandal"}, {"probability", 0.03}}})}};
    PageContext context{project, checker, hub, commands, settings, {}, {}, {}};
    TrainPage page(context);
    page.resize(1216, 726);
    for (const QString& argument : arguments)
        if (argument.contains('x') && argument.at(0).isDigit())
            page.resize(argument.section('x', 0, 0).toInt(), argument.section('x', 1).toInt());
    page.setAutoFillBackground(true);
    for (const QString& argument : arguments)
        if (argument.startsWith("project=") && project.open(argument.mid(8))) checker.request(project.document());
    page.show();
    page.enter();
    if (!run.runId.isEmpty() && !arguments.contains("stored")) hub.add(&run);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < (checker.result() || project.path().isEmpty() ? 1500 : 6000))
        application.processEvents(QEventLoop::AllEvents, 20);
    for (const QString& argument : arguments)
        if (argument.startsWith("tab")) page.findChild<QTabWidget*>()->setCurrentIndex(argument.mid(3).toInt());
    timer.start();
    while (timer.elapsed() < 300) application.processEvents(QEventLoop::AllEvents, 20);
    if (auto* pad = page.findChild<DrawPad*>(); arguments.contains("draw")) {
        const QPoint at = pad->rect().center();
        QMouseEvent press(QEvent::MouseButtonPress, at - QPoint(40, 40), pad->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, {});
        QMouseEvent move(QEvent::MouseMove, at + QPoint(40, 50), pad->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QMouseEvent release(QEvent::MouseButtonRelease, at, pad->mapToGlobal(at), Qt::LeftButton, Qt::NoButton, {});
        for (QMouseEvent* event : {&press, &move, &release}) QApplication::sendEvent(pad, event);
    }
    if (arguments.contains("cursor"))
        for (CurvePlot* plot : page.findChildren<CurvePlot*>()) plot->setCursor(120);
    page.grab().save(arguments.value(3));
    return 0;
}
