// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/worker_watch.h"

#include <QFile>

#include <utility>

#include "app/link/log_tail.h"
#include "app/workbench/runs/records.h"
#include "app/workbench/words/words.h"

namespace ds::ui {

namespace {

constexpr int lookMilliseconds = 100;

RunEnd::Kind kindOf(link::WorkerState state)
{
    if (state == link::WorkerState::Finished) return RunEnd::Kind::Finished;
    return state == link::WorkerState::Stopped ? RunEnd::Kind::Stopped : RunEnd::Kind::Failed;
}

} // namespace

WorkerWatch::WorkerWatch(QString runsFolder) : m_runs(std::move(runsFolder)), m_client(this), m_look(this)
{
    m_look.setInterval(lookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &WorkerWatch::look);
    connect(&m_client, &link::LinkClient::status, this, &WorkerWatch::take);
    connect(&m_client, &link::LinkClient::happened, this, &WorkerWatch::happened);
    connect(&m_client, &link::LinkClient::silent, this, &WorkerWatch::silent);
    connect(&m_client, &link::LinkClient::greeted, this, [this] {
        m_look.stop(); // a broken link says so
        for (Waiting& waiting : std::exchange(m_waiting, {})) ask(waiting.kind, waiting.arguments, waiting.done);
    });
    connect(&m_client, &link::LinkClient::lost, this, [this](const QString& reason, bool final) {
        if (m_ended) return;
        // The worker lives but cannot be talked to: it is left alone.
        if (final && m_process.alive()) return finish({RunEnd::Kind::Lost, reason, true, false});
        m_look.start();
        look();
    });
}

void WorkerWatch::start(const Launch& what)
{
    m_ended = false;
    m_socket.clear();
    m_id = what.resume;
    const Result<Launched> launched = launch(what);
    if (!launched) return finish({RunEnd::Kind::Failed, words::said(launched.error()), false, false});
    m_id = launched->id;
    m_process = launched->process;
    const std::optional<RunInfo> record = what.document ? std::nullopt : recordOf(m_runs, m_id);
    emit this->launched(m_id, QString::fromStdString(record ? record->name : what.document ? what.document->name : ""));
    m_look.start();
}

void WorkerWatch::attach(const QString& id)
{
    m_ended = false;
    m_id = id;
    if (const Result<link::WorkerDescriptor> descriptor = link::WorkerDescriptor::read(folder())) m_process = *descriptor;
    m_look.start();
    look();
}

void WorkerWatch::setPolling(int milliseconds)
{
    m_client.setPolling(milliseconds);
    m_client.poll();
}

void WorkerWatch::look()
{
    if (m_ended || m_client.connected()) return;
    const Result<link::WorkerDescriptor> descriptor = link::WorkerDescriptor::read(folder());
    if (descriptor && descriptor->alive()) {
        // Perhaps another one than before: somebody may have gone on with the run.
        const bool other = !descriptor->sameProcess(m_process);
        if (!other && descriptor->socket == m_socket) return; // the client tries again by itself
        m_process = *descriptor;
        m_socket = descriptor->socket;
        m_client.open(m_socket);
    } else if (!m_process.alive()) {
        died();
    }
}

void WorkerWatch::ask(const std::string& kind, const Json& arguments, const link::LinkClient::Done& done)
{
    if (m_ended) {
        if (done) done(Error{phrase("Runs", "the run has ended"), "", ""});
    } else if (m_client.connected()) {
        m_client.ask(kind, arguments, done);
        m_client.poll(); // so that what comes of it is soon seen
    } else {
        m_waiting.push_back({kind, arguments, done});
    }
}

void WorkerWatch::take(const link::WorkerStatus& status)
{
    emit this->status(status);
    if (!status.ended()) return;
    RunEnd end{kindOf(status.state), status.error.text.empty() ? QString() : words::said(status.error), false, false};
    end.recorded = recordOf(m_runs, m_id).has_value();
    finish(end);
    // Of a run that never began nothing shall stay; the worker takes a moment to go.
    constexpr int goneMilliseconds = 2000;
    if (!end.recorded) QTimer::singleShot(goneMilliseconds, this, [runs = m_runs, id = m_id] { cleanUp(runs, id, false); });
}

/// The process is gone and told nothing: the records know whether it had come to its end.
void WorkerWatch::died()
{
    const std::optional<RunInfo> record = recordOf(m_runs, m_id);
    const QString words = link::lastWords(folder());
    RunEnd end{RunEnd::Kind::Lost, words, record.has_value(), false};
    if (!record) {
        end.kind = RunEnd::Kind::Failed; // it never began; the log says why
        if (words.isEmpty()) end.message = tr("The worker ended before it could begin.");
    } else if (record->state == RunState::Running || record->state == RunState::Paused) {
        if (words.isEmpty()) end.message = tr("The worker ended without a word: it was killed, or the system ran out of memory.");
    } else {
        end.kind = record->state == RunState::Finished  ? RunEnd::Kind::Finished
                   : record->state == RunState::Stopped ? RunEnd::Kind::Stopped
                                                        : RunEnd::Kind::Failed;
        end.message = QString::fromStdString(record->message);
    }
    finish(end);
    // After it was told: the records may be busy. What resumes the run comes after this on the same thread.
    if (end.kind == RunEnd::Kind::Lost) recordLoss(m_runs, m_id, end.message);
    cleanUp(m_runs, m_id, end.recorded);
}

void WorkerWatch::finish(RunEnd end)
{
    m_ended = true;
    m_look.stop();
    m_client.close(); // which lets the worker go
    for (const Waiting& waiting : std::exchange(m_waiting, {}))
        if (waiting.done) waiting.done(Error{phrase("Runs", "the run has ended"), "", ""});
    end.resumable = end.recorded && end.kind != RunEnd::Kind::Finished && QFile::exists(folder() + QStringLiteral("/last.ckpt"));
    emit ended(end);
}

} // namespace ds::ui
