// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/lesson_commands.h"

#include <QAction>
#include <QCoreApplication>
#include <QPointer>
#include <QRandomGenerator>
#include <QThreadPool>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/words/words.h"
#include "core/store/run_store.h"
#include "inspector/drills/lesson.h"

namespace ds::ui {

using inspector::DrillProject;
using inspector::Lesson;

namespace {

const QString message = QStringLiteral("lesson");

using Metrics = std::vector<std::pair<std::string, double>>;

/// Of a run that has finished. For any thread.
std::optional<Metrics> metricsOf(const QString& runsFolder, const QString& run)
{
    Result<RunStore> store = RunStore::open((runsFolder + QStringLiteral("/runs.sqlite")).toStdString(), true);
    if (!store) return {};
    const Result<std::vector<SummaryRecord>> summary = store->summary(run.toStdString());
    if (!summary) return {};
    Metrics metrics;
    for (const SummaryRecord& record : *summary) metrics.emplace_back(record.name, record.value);
    return metrics;
}

QString percent(double share) { return QString::number(100 * share, 'f', 1) + QStringLiteral(" %"); }

} // namespace

LessonCommands::LessonCommands(PageContext& context, MessageBar& messages, WhenSaved whenSaved, QObject* parent)
    : QObject(parent), m_context(context), m_messages(messages), m_whenSaved(std::move(whenSaved))
{
    m_start =
        context.commands.add(QStringLiteral("lesson.start"), tr("Hunt a fault"),
                             [this] {
                                 m_whenSaved(tr("before the lesson"), [this, project = m_start->data().toString()] { begin(project); });
                                 m_start->setData({});
                             },
                             {{}, QStringLiteral("search"), tr("Opens a project in which something may be wrong: find it and mend it")});
    // The message may be closed, so all of it can be asked for elsewhere, too.
    m_hint = context.commands.add(QStringLiteral("lesson.hint"), tr("Lesson: hint"), [this] { hint(); });
    m_answer = context.commands.add(QStringLiteral("lesson.answer"), tr("Lesson: show the answer"), [this] { answer(); });
    m_check = context.commands.add(QStringLiteral("lesson.check"), tr("Lesson: check whether it is mended"), [this] { check(); });
    enable();
    connect(&context.project, &Project::replaced, this, &LessonCommands::end);
    connect(&context.runs, &RunHub::currentChanged, this, &LessonCommands::follow);
}

LessonCommands::~LessonCommands() = default;

void LessonCommands::begin(const QString& project)
{
    std::vector<const DrillProject*> possible = inspector::lessonProjects();
    if (!project.isEmpty())
        std::erase_if(possible,
                      [&](const DrillProject* one) { return QLatin1String(one->name.data(), qsizetype(one->name.size())) != project; });
    if (possible.empty()) return;
    QRandomGenerator* random = QRandomGenerator::global();
    const auto place = static_cast<std::size_t>(random->bounded(static_cast<quint32>(possible.size())));
    auto lesson = std::make_unique<Lesson>(*possible[place], random->generate());
    Document document = lesson->document();
    document.name = tr("Lesson: %1").arg(words::described(document.name)).toStdString();
    m_context.project.reset(std::move(document)); // ends the lesson before
    m_lesson = std::move(lesson);
    m_project = project;
    enable();
    m_context.show(QStringLiteral("design"));
    say(task());
}

void LessonCommands::end()
{
    ++m_number;
    m_lesson.reset();
    enable();
    m_hints = 0;
    m_finished.clear();
    m_healthy.reset();
    m_own.reset();
    m_messages.clear(message);
}

void LessonCommands::enable()
{
    for (QAction* action : {m_hint, m_answer, m_check}) action->setEnabled(m_lesson != nullptr);
}

/// What is trained while a lesson is open is its project.
void LessonCommands::follow()
{
    LiveRun* run = m_context.runs.current();
    if (!m_lesson || !run || !run->active()) return;
    connect(run, &LiveRun::changed, this, [this, run, lesson = m_number] {
        if (lesson != m_number || run->state() != LiveState::Finished || run->id() == m_finished) return;
        m_finished = run->id();
        m_own.reset();
    });
}

QString LessonCommands::task() const
{
    return tr("Something may be wrong with this project. Train it, look at it on Inspect, find the fault and mend it.");
}

QStringList LessonCommands::hints() const
{
    QStringList hints, parts;
    for (const Lesson::Part part : m_lesson->parts()) switch (part) {
        case Lesson::Part::Data: parts << tr("Look at the data."); break;
        case Lesson::Part::Model: parts << tr("Look at the model."); break;
        case Lesson::Part::Loss: parts << tr("Look at the loss."); break;
        case Lesson::Part::Training: parts << tr("Look at how it is trained."); break;
        }
    hints << (parts.isEmpty() ? tr("Compare what you see with what you would expect: not every project has a fault.")
                              : parts.join(QLatin1Char(' ')));
    if (!m_lesson->place().empty()) hints << tr("Look at %1.").arg(QString::fromStdString(m_lesson->place()));
    if (const inspector::RuleSpec* rule = m_lesson->rule())
        hints << tr("It looks like this: %1. %2").arg(words::described(rule->title), words::described(rule->doc));
    return hints;
}

void LessonCommands::hint()
{
    const QStringList all = hints();
    say(all[std::min<qsizetype>(m_hints++, all.size() - 1)]);
}

void LessonCommands::answer()
{
    const inspector::FaultSpec* fault = m_lesson->fault();
    if (!fault) return say(tr("Nothing is wrong with this project."));
    QString text = words::described(fault->doc);
    if (!m_lesson->place().empty()) text += QLatin1Char(' ') + tr("It is in %1.").arg(QString::fromStdString(m_lesson->place()));
    say(text);
}

void LessonCommands::check()
{
    if (m_finished.isEmpty()) return say(tr("Train the project to its end first: then the model is compared with that of a healthy one."));
    say(tr("The same project without a fault is trained and compared with yours…"));
    if (!m_own)
        QThreadPool::globalInstance()->start(
            [self = QPointer<LessonCommands>(this), folder = m_context.runs.runsFolder(), run = m_finished, lesson = m_number] {
                const std::optional<Metrics> metrics = metricsOf(folder, run);
                QMetaObject::invokeMethod(QCoreApplication::instance(), [self, lesson, run, metrics] {
                    if (!self || lesson != self->m_number || run != self->m_finished) return;
                    if (!metrics) return self->say(tr("The records of the run cannot be read."));
                    self->m_own = inspector::figureOf(*metrics);
                    self->judge();
                });
            });
    if (!m_healthy)
        m_context.runs.ask(m_lesson->twin(), {{"ask", "trained"}}, {},
                           [self = QPointer<LessonCommands>(this), lesson = m_number](const Result<Json>& json) {
                               if (!self || lesson != self->m_number) return;
                               if (!json) return self->say(words::said(json.error()));
                               Metrics metrics;
                               for (const auto& [name, value] : json->at("metrics").items())
                                   if (value.is_number()) metrics.emplace_back(name, value.get<double>());
                               self->m_healthy = inspector::figureOf(metrics);
                               self->judge();
                           });
    judge();
}

void LessonCommands::judge()
{
    if (!m_own || !m_healthy) return;
    const bool well = inspector::Repair{*m_healthy}.isRepaired(*m_own);
    const QString figures = tr("Your model reaches %1, that of the healthy project %2").arg(percent(*m_own), percent(*m_healthy));
    say(!well               ? tr("%1: not mended yet.").arg(figures)
        : m_lesson->fault() ? tr("%1: mended.").arg(figures)
                            : tr("%1: all is well, as it was from the beginning.").arg(figures));
}

void LessonCommands::say(const QString& text)
{
    std::vector<MessageBar::Answer> answers;
    if (m_hints < hints().size()) answers.emplace_back(m_hints == 0 ? tr("Hint") : tr("Next hint"), [this] { hint(); });
    answers.emplace_back(tr("Show the answer"), [this] { answer(); });
    answers.emplace_back(tr("Check"), [this] { check(); });
    answers.emplace_back(tr("Another lesson"), [this] {
        m_start->setData(m_project);
        m_start->trigger();
    });
    m_messages.post(message, MessageBar::Kind::Info, text, answers);
}

} // namespace ds::ui
