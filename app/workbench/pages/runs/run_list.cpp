// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/runs/run_list.h"

#include <QColor>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

#include "app/workbench/runs_view/scalar_words.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

/// The English word, which filters know in every language.
QString stateWord(RunState state)
{
    switch (state) {
    case RunState::Running: return QStringLiteral("running");
    case RunState::Finished: return QStringLiteral("finished");
    case RunState::Stopped: return QStringLiteral("stopped");
    case RunState::Failed: return QStringLiteral("failed");
    case RunState::Paused: return QStringLiteral("paused");
    }
    return {};
}

QString dateText(double seconds)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000)),
                              QCoreApplication::translate("RunList", "d MMM yyyy HH:mm", "a date in Qt's form"));
}

QString figureText(double value) { return numberText(value, 4); }
QString wholeText(double value) { return countText(std::llround(value)); }
QString epochText(double value) { return numberText(value, 3); }

using Kind = TableColumn::Kind;

TableColumn numbers(const QString& id, const QString& title, QString (*format)(double), const QString& help = {})
{
    return {.kind = Kind::Number, .id = id, .title = title, .help = help, .format = format};
}

TableColumn texts(const QString& id, const QString& title, Kind kind = Kind::Text) { return {.kind = kind, .id = id, .title = title}; }

/// A column of numbers if all of its values are some.
TableColumn parameterColumn(const std::string& name, const std::vector<const RunOverview*>& runs)
{
    TableColumn column = texts(QString::fromStdString(name), figureTitle(name));
    column.help = column.id;
    bool numeric = true;
    for (const RunOverview* run : runs) {
        const auto at = run->figures.params.find(name);
        QString value = at == run->figures.params.end() ? QString() : QString::fromStdString(at->second);
        if (value.startsWith('"') && value.endsWith('"') && value.size() > 1) value = value.mid(1, value.size() - 2);
        double number = std::nan("");
        if (!value.isEmpty()) {
            bool good = false;
            number = value.toDouble(&good);
            numeric = numeric && good;
        }
        column.texts << value;
        column.numbers.push_back(number);
    }
    if (numeric) {
        column.kind = Kind::Number;
        column.format = figureText;
        column.texts.clear();
    } else {
        column.numbers.clear();
    }
    return column;
}

} // namespace

bool isParameter(const QString& column)
{
    return column.startsWith(QLatin1String("optimizer.")) || column.startsWith(QLatin1String("training."));
}

QString stateTitle(RunState state)
{
    switch (state) {
    case RunState::Running: return RunWords::tr("running");
    case RunState::Finished: return RunWords::tr("finished");
    case RunState::Stopped: return RunWords::tr("stopped");
    case RunState::Failed: return RunWords::tr("failed");
    case RunState::Paused: return RunWords::tr("paused");
    }
    return {};
}

QColor stateColor(const QString& title)
{
    if (title == stateTitle(RunState::Failed)) return color(Role::Bad);
    if (title == stateTitle(RunState::Running)) return color(Role::Accent);
    if (title == stateTitle(RunState::Finished)) return color(Role::Good);
    return color(Role::Warning);
}

QString cellText(const TableColumn& column, int row)
{
    if (column.kind != Kind::Number) return column.texts.value(row);
    const double value = column.numbers[static_cast<std::size_t>(row)];
    return std::isnan(value) ? QString() : column.format ? column.format(value) : numberText(value);
}

RunList makeRunList(const std::vector<RunOverview>& all, bool bin)
{
    RunList list;
    std::vector<const RunOverview*> runs;
    std::set<std::string> figureNames, parameterNames;
    for (const RunOverview& run : all) {
        list.inBin += run.note.binned != 0;
        if ((run.note.binned != 0) != bin) continue;
        runs.push_back(&run);
        list.ids << QString::fromStdString(run.figures.run.id);
        for (const auto& [name, value] : run.figures.summary) figureNames.insert(name);
        for (const auto& [name, value] : run.figures.params) parameterNames.insert(name);
    }
    TableColumn star{.kind = Kind::Star, .id = QStringLiteral("star"), .title = RunWords::tr("Star")};
    TableColumn name = texts(QStringLiteral("name"), RunWords::tr("Name"));
    TableColumn state = texts(QStringLiteral("state"), RunWords::tr("State"));
    TableColumn started = numbers(QStringLiteral("started"), RunWords::tr("Started"), dateText);
    TableColumn duration = numbers(QStringLiteral("duration"), RunWords::tr("Duration"), durationText, RunWords::tr("Seconds in filters"));
    TableColumn epochs = numbers(QStringLiteral("epochs"), RunWords::tr("Epochs"), epochText, RunWords::tr("Epochs done"));
    TableColumn steps = numbers(QStringLiteral("steps"), RunWords::tr("Steps"), wholeText, RunWords::tr("Steps done"));
    TableColumn tags = texts(QStringLiteral("tags"), RunWords::tr("Tags"), Kind::Tags);
    TableColumn note = texts(QStringLiteral("note"), RunWords::tr("Note"));
    TableColumn device = texts(QStringLiteral("device"), RunWords::tr("Device"));
    TableColumn message = texts(QStringLiteral("message"), RunWords::tr("Message"));
    TableColumn id = texts(QStringLiteral("run"), RunWords::tr("Run"));
    for (const RunOverview* run : runs) {
        const RunInfo& info = run->figures.run;
        star.numbers.push_back(run->note.star);
        name.texts << QString::fromStdString(info.name);
        state.texts << stateTitle(info.state);
        state.otherWords << stateWord(info.state);
        started.numbers.push_back(info.started);
        duration.numbers.push_back(info.ended > 0 ? info.ended - info.started : std::nan(""));
        epochs.numbers.push_back(run->epochs);
        steps.numbers.push_back(static_cast<double>(run->steps));
        QStringList words;
        for (const std::string& tag : run->note.tags) words << QString::fromStdString(tag);
        tags.texts << words.join(',');
        note.texts << QString::fromStdString(run->note.note).simplified();
        device.texts << QString::fromStdString(info.device);
        message.texts << QString::fromStdString(info.message);
        id.texts << QString::fromStdString(info.id);
    }
    const auto add = [&](TableColumn column, bool shown = true) {
        if (shown) list.shownAtFirst << column.id;
        list.columns.push_back(std::move(column));
    };
    add(std::move(star));
    add(std::move(name));
    add(std::move(state));
    add(std::move(started));
    add(std::move(duration));
    add(std::move(epochs));
    add(std::move(steps));
    for (const std::string& figure : figureNames) {
        TableColumn column =
            numbers(QString::fromStdString(figure), figureTitle(figure), figure == "samples_per_second" ? wholeText : figureText);
        for (const RunOverview* run : runs) {
            const auto at = run->figures.summary.find(figure);
            column.numbers.push_back(at == run->figures.summary.end() ? std::nan("") : at->second);
        }
        add(std::move(column), figure != "confusion");
    }
    for (const std::string& parameter : parameterNames)
        add(parameterColumn(parameter, runs), parameter == "optimizer.learning_rate" || parameter == "training.batch_size");
    add(std::move(tags));
    add(std::move(note));
    add(std::move(device), false);
    add(std::move(message), false);
    add(std::move(id), false);
    return list;
}

} // namespace ds::ui
