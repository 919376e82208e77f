// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the page on a real store: runs_page_look RUNS_FOLDER PICTURE.png [light] [WIDTHxHEIGHT] [selN] [group] [filter=TEXT]
// [tensorboard=FOLDER]. Prints how long loading and filtering take.
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>

#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/runs/runs_page.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "tests/app/workbench/support/fake_hub.h"
#include "widgets/table/table_view.h"
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
    Settings settings(QStringLiteral("/tmp/runs_page_look.ini"));
    FakeHub hub;
    hub.folder = arguments.value(1);
    ds::RunStore store = ds::RunStore::open((hub.folder + "/runs.sqlite").toStdString()).value();
    QElapsedTimer direct;
    direct.start();
    const auto all = store.overview().value();
    std::printf("overview %lld ms, ", static_cast<long long>(direct.restart()));
    (void)makeRunList(all, false);
    std::printf("columns %lld ms\n", static_cast<long long>(direct.elapsed()));
    PageContext context{project, checker, hub, commands, settings, {}, {}, {}};
    RunsPage page(context);
    page.resize(1216, 726);
    for (const QString& argument : arguments)
        if (argument.contains('x') && argument.at(0).isDigit())
            page.resize(argument.section('x', 0, 0).toInt(), argument.section('x', 1).toInt());
    page.setAutoFillBackground(true);
    page.show();
    page.enter();
    const auto wait = [&](int milliseconds) {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < milliseconds) application.processEvents(QEventLoop::AllEvents, 20);
    };
    QElapsedTimer clock;
    qint64 longest = 0;
    clock.start();
    while (page.findChild<TableView*>()->model()->rowCount() == 0 && clock.elapsed() < 20000) {
        QElapsedTimer turn;
        turn.start();
        application.processEvents(QEventLoop::AllEvents, 5);
        longest = std::max(longest, turn.elapsed());
    }
    std::printf("longest turn of the event loop %lld ms\n", static_cast<long long>(longest));
    std::printf("list shown after %lld ms\n", static_cast<long long>(clock.elapsed()));
    wait(700);
    for (const char* filter : {"n", "ne", "net", "net 3", "lr<0.01", "lr<0.01 accuracy>0.5", ""}) {
        clock.start();
        page.findChild<QLineEdit*>()->setText(filter);
        page.repaint();
        std::printf("filter \"%s\": %.1f ms\n", filter, static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    auto* view = page.findChild<TableView*>();
    auto* model = static_cast<TableModel*>(view->model());
    for (const QString& argument : arguments) {
        if (argument == QLatin1String("group")) model->setGrouping(QStringLiteral("name"));
        if (argument.startsWith("tensorboard="))
            std::puts(qPrintable(
                runFiles::exportTensorBoard(&store, model->rowCount() ? QStringList{model->idAt(0)} : QStringList(), argument.mid(12))
                    .text));
        if (argument.startsWith("filter=")) page.findChild<QLineEdit*>()->setText(argument.mid(7));
        if (!argument.startsWith("sel")) continue;
        QStringList ids;
        for (int row = 0; row < model->rowCount() && ids.size() < argument.mid(3).toInt(); ++row)
            if (!model->isGroup(row)) ids << model->idAt(row);
        view->select(ids);
    }
    wait(800);
    page.grab().save(arguments.value(2));
    return 0;
}
