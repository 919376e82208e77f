// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/program/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <cstdio>
#include <cstdlib>

namespace ds::ui {

namespace {

[[noreturn]] void wrong(const QString& text)
{
    std::fprintf(stderr, "deepseek-workbench: %s See deepseek-workbench --help.\n", qPrintable(text));
    std::exit(2);
}

} // namespace

ProgramOptions parseOptions(const QCoreApplication& application)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("ds::ui", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Draw a model, train it, see what happens inside."));
    const QCommandLineOption help = parser.addHelpOption(), version = parser.addVersionOption();
    const QCommandLineOption runs(QStringLiteral("runs"), tr("Folder of the runs."), QStringLiteral("DIR"));
    const QCommandLineOption theme(QStringLiteral("theme"), tr("system, dark or light."), QStringLiteral("NAME"));
    const QCommandLineOption language(QStringLiteral("lang"), tr("en or zh_CN."), QStringLiteral("CODE"));
    const QCommandLineOption page(QStringLiteral("page"), tr("Page to begin with: start, design, train, ..."), QStringLiteral("ID"));
    const QCommandLineOption size(QStringLiteral("size"), tr("Size of the window, such as 1280x800."), QStringLiteral("WxH"));
    const QCommandLineOption settings(QStringLiteral("settings"), tr("File of settings instead of the person's own."),
                                      QStringLiteral("FILE"));
    const QCommandLineOption tour(QStringLiteral("tour"), tr("Visit every page with real data and write a picture of each."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption measure(QStringLiteral("measure"), tr("Measure startup, canvas, plot, runs, live or idle; prints JSON."),
                                     QStringLiteral("WHAT"));
    parser.addOptions({runs, theme, language, page, size, settings, tour, measure});
    parser.addPositionalArgument(QStringLiteral("PROJECT"), tr("Project file to open (.dsw)."), QStringLiteral("[PROJECT]"));
    if (!parser.parse(application.arguments())) wrong(parser.errorText() + QLatin1Char('.'));
    if (parser.isSet(help)) {
        std::printf("%s", qPrintable(parser.helpText()));
        std::exit(0);
    }
    if (parser.isSet(version)) {
        std::printf("deepseek-workbench %s\n", qPrintable(QCoreApplication::applicationVersion()));
        std::exit(0);
    }
    ProgramOptions options{{},
                           parser.value(runs),
                           parser.value(theme),
                           parser.value(language),
                           parser.value(page),
                           parser.value(tour),
                           parser.value(measure),
                           parser.value(settings),
                           {}};
    const QStringList rest = parser.positionalArguments();
    if (rest.size() > 1) wrong(tr("Only one project can be opened."));
    if (!rest.isEmpty()) options.project = QFileInfo(rest.front()).absoluteFilePath();
    if (parser.isSet(theme) &&
        !QStringList{QStringLiteral("system"), QStringLiteral("dark"), QStringLiteral("light")}.contains(options.theme))
        wrong(tr("There is no theme \"%1\".").arg(options.theme));
    if (parser.isSet(language) && !QStringList{QStringLiteral("en"), QStringLiteral("zh_CN")}.contains(options.language))
        wrong(tr("There is no language \"%1\".").arg(options.language));
    if (parser.isSet(size)) {
        static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
        const auto match = form.match(parser.value(size));
        if (!match.hasMatch()) wrong(tr("\"%1\" is no size; write 1280x800.").arg(parser.value(size)));
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    return options;
}

} // namespace ds::ui
