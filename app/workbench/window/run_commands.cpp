// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/window/run_commands.h"

#include <QAction>

#include <utility>

#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/runs/run_hub.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/window/message_bar.h"
#include "app/workbench/words/words.h"

namespace ds::ui {

RunCommands::RunCommands(PageContext& context, MessageBar& messages, QObject* parent)
    : QObject(parent), m_context(context), m_messages(messages)
{
    Commands& commands = context.commands;
    const auto current = [this] { return m_context.runs.current(); };
    m_train = commands.add(QStringLiteral("run.train"), tr("Train"), [this] { startOrGoOn(); },
                           {Qt::Key_F5, QStringLiteral("play"), tr("Train the project, or go on with a paused run")});
    m_pause = commands.add(QStringLiteral("run.pause"), tr("Pause"), [current] { current()->pause(); },
                           {Qt::Key_F6, QStringLiteral("pause"), tr("Stop after the step at hand; the run waits")});
    m_step = commands.add(QStringLiteral("run.step"), tr("One step"), [current] { current()->step(1); },
                          {Qt::Key_F10, QStringLiteral("step"), tr("Train on one more batch, then pause")});
    m_stop = commands.add(QStringLiteral("run.stop"), tr("Stop"), [current] { current()->stop(); },
                          {Qt::SHIFT | Qt::Key_F5, QStringLiteral("stop"), tr("Save a checkpoint and end the run; it can be resumed")});
    connect(&context.runs, &RunHub::currentChanged, this, [this] {
        if (LiveRun* run = m_context.runs.current()) connect(run, &LiveRun::changed, this, &RunCommands::refresh, Qt::UniqueConnection);
        refresh();
    });
    refresh();
}

void RunCommands::startOrGoOn()
{
    if (LiveRun* run = m_context.runs.current(); run && run->active()) {
        run->resume();
        return;
    }
    m_messages.clear(QStringLiteral("run"));
    if (const auto result = m_context.checker.result(); result && !result->check.errors.empty()) {
        const std::size_t count = result->check.errors.size();
        m_messages.post(QStringLiteral("run"), MessageBar::Kind::Error,
                        tr("The project cannot be trained yet. %n problem(s), the first: %1", nullptr, static_cast<int>(count))
                            .arg(words::said(result->check.errors.front())),
                        {{tr("Show"), [this] { m_context.show(QStringLiteral("design")); }}});
        return;
    }
    Error error;
    LiveRun* run = m_context.runs.start(m_context.project.document(), &error);
    if (!run) {
        m_messages.post(QStringLiteral("run"), MessageBar::Kind::Error, words::said(error));
        return;
    }
    m_context.runs.setCurrent(run);
    m_context.show(QStringLiteral("train"));
}

std::vector<MessageBar::Answer> RunCommands::resumeAnswer(const QString& id)
{
    return {{tr("Resume from the last checkpoint"), [this, id] {
                 Error error;
                 if (LiveRun* again = m_context.runs.resume(id, &error)) m_context.runs.setCurrent(again);
                 else m_messages.post(QStringLiteral("run"), MessageBar::Kind::Error, words::said(error));
             }}};
}

void RunCommands::refresh()
{
    LiveRun* run = m_context.runs.current();
    const bool active = run && run->active();
    const bool paused = active && run->state() == LiveState::Paused;
    const bool running = active && run->state() == LiveState::Running;
    m_train->setText(paused ? tr("Resume") : tr("Train"));
    m_train->setEnabled(!active || paused);
    m_pause->setEnabled(running);
    m_step->setEnabled(running || paused);
    m_stop->setEnabled(active && run->state() != LiveState::Stopping);
    // Who trains again knows of it.
    if (running && !m_toldOf.isEmpty()) m_messages.clear(QStringLiteral("run/") + std::exchange(m_toldOf, {}));
    if (!run || (run->state() != LiveState::Failed && run->state() != LiveState::Lost)) return;
    if (m_messages.has(QStringLiteral("run/") + run->id())) return;
    m_toldOf = run->id();
    const bool lost = run->state() == LiveState::Lost;
    m_messages.post(QStringLiteral("run/") + run->id(), MessageBar::Kind::Error,
                    lost ? tr("The worker of %1 is gone. %2").arg(run->name(), run->message())
                         : tr("%1 ended early. %2").arg(run->name(), run->message()),
                    run->resumable() ? resumeAnswer(run->id()) : std::vector<MessageBar::Answer>{});
}

} // namespace ds::ui
