// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/program/program.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

#include "app/workbench/program/measure.h"
#include "app/workbench/program/options.h"
#include "app/workbench/program/tour.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "app/workbench/window/window.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

void chooseTheme(const QString& name)
{
    using Choice = Theme::Choice;
    Theme::instance().choose(name == QLatin1String("dark")    ? Choice::Dark
                             : name == QLatin1String("light") ? Choice::Light
                                                              : Choice::System);
}

/// Names the language and loads its translations, Qt's own included.
void installLanguage(QApplication& application, QString code)
{
    if (code.isEmpty() || code == QLatin1String("system"))
        code = QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    QLocale::setDefault(QLocale(code));
    for (const QString& file : {QStringLiteral(":/translations/workbench_") + code,
                                QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_") + code}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(file)) application.installTranslator(translator);
    }
}

/// Qt would abort without a display. The help, pictures and figures need none: they are drawn into memory.
bool isDrawnIntoMemory()
{
    for (const char* screen : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(screen)) return false;
    return qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace

int runWorkbench(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    const bool inMemory = isDrawnIntoMemory();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("deepseek-workbench"));
    QApplication::setApplicationDisplayName(QStringLiteral("DeepSeek Workbench"));
    QApplication::setApplicationVersion(QStringLiteral(DS_VERSION));
    const ProgramOptions options = parseOptions(application);
    if (inMemory && options.tour.isEmpty() && options.measure.isEmpty()) {
        std::fputs("deepseek-workbench: there is no display to open a window on. \"deepseek train PROJECT\" trains in the terminal.\n",
                   stderr);
        return 2;
    }

    Settings settings(options.settings);
    installLanguage(application, options.language.isEmpty() ? settings.language() : options.language);
    Theme::instance().attach(application);
    chooseTheme(options.theme.isEmpty() ? settings.theme() : options.theme);
    QObject::connect(&settings, &Settings::changed, &application, [&settings](const QString& key) {
        if (key == QLatin1String("theme")) chooseTheme(settings.theme());
    });

    Project project;
    Checker checker;
    Commands commands;
    const QString folder = options.runs.isEmpty() ? settings.runsFolder() : QDir(options.runs).absolutePath();
    const std::unique_ptr<RunHub> runs =
        createRunHub({.runsFolder = folder,
                      .parallelRuns = settings.parallelRuns(),
                      .workerProgram = QCoreApplication::applicationDirPath() + QStringLiteral("/deepseek-worker"),
                      .workerThreads = settings.workerThreads()});
    QObject::connect(&settings, &Settings::changed, &application, [&](const QString& key) {
        if (key == QLatin1String("parallel_runs")) runs->setParallelRuns(settings.parallelRuns());
        if (key == QLatin1String("worker_threads")) runs->setWorkerThreads(settings.workerThreads());
    });
    Window window({project, checker, *runs, commands, settings});
    if (options.size.isValid()) window.resize(options.size);
    QString file = options.project;
    const QString newest = settings.recentProjects().value(0);
    if (file.isEmpty() && options.page.isEmpty() && settings.reopenLast() && QFileInfo::exists(newest)) file = newest;
    const QString last = settings.value(QStringLiteral("window/page")).toString();
    window.showPage(!options.page.isEmpty() ? options.page : file.isEmpty() ? QStringLiteral("start") : last);
    if (window.currentPage().isEmpty()) window.showPage(QStringLiteral("design"));
    if (!file.isEmpty()) window.openProject(file);
    window.show();
    QTimer::singleShot(500, &window, &Window::makePagesAhead);

    const ProgramParts parts{application, window, project, checker, *runs, commands, settings, sinceStart};
    if (!options.tour.isEmpty()) return takeTour(parts, options.tour);
    if (!options.measure.isEmpty()) return measure(parts, options.measure);
    return QApplication::exec();
}

} // namespace ds::ui
