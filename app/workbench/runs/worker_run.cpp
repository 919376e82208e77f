// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/worker_run.h"

#include <QThread>

#include <nlohmann/json.hpp>

#include "app/workbench/words/words.h"

namespace ds::ui {

namespace {

/// A question and its answer take more than half a millisecond of cores that train: 30 a second would be 2 % of one.
constexpr int watchedMilliseconds = 100, otherMilliseconds = 500;
/// Figures are told this often: faster than that nobody reads them, and every repaint takes time from training.
constexpr int toldMilliseconds = 200;

LiveState stateFrom(link::WorkerState state)
{
    switch (state) {
    case link::WorkerState::Starting: return LiveState::Starting;
    case link::WorkerState::Running: return LiveState::Running;
    case link::WorkerState::Paused: return LiveState::Paused;
    default: return LiveState::Stopping; // of an end the watch tells more
    }
}

LiveState stateFrom(RunEnd::Kind kind)
{
    switch (kind) {
    case RunEnd::Kind::Finished: return LiveState::Finished;
    case RunEnd::Kind::Stopped: return LiveState::Stopped;
    case RunEnd::Kind::Failed: return LiveState::Failed;
    default: return LiveState::Lost;
    }
}

} // namespace

WorkerRun::WorkerRun(const QString& runsFolder, QThread* thread, QString name)
    : m_watch(new WorkerWatch(runsFolder)), m_name(std::move(name))
{
    m_watch->moveToThread(thread);
    connect(thread, &QThread::finished, m_watch, &QObject::deleteLater);
    connect(m_watch, &WorkerWatch::launched, this, [this](const QString& id, const QString& name) {
        m_id = id;
        if (!name.isEmpty()) m_name = name;
        emit changed();
    });
    connect(m_watch, &WorkerWatch::status, this, &WorkerRun::take);
    connect(m_watch, &WorkerWatch::happened, this, &LiveRun::happened);
    connect(m_watch, &WorkerWatch::ended, this, &WorkerRun::end);
    connect(m_watch, &WorkerWatch::silent, this,
            [this](bool silent) { set(m_state, silent ? tr("The worker does not answer.") : QString()); });
    poll();
}

void WorkerRun::poll()
{
    const int interval = m_watched ? watchedMilliseconds : otherMilliseconds;
    QMetaObject::invokeMethod(m_watch, [watch = m_watch, interval] { watch->setPolling(interval); });
}

void WorkerRun::enqueue(Launch what)
{
    m_launch = std::move(what);
    m_id = m_launch.resume;
    m_resumable = false;
    set(LiveState::Queued);
}

void WorkerRun::begin()
{
    set(LiveState::Starting);
    QMetaObject::invokeMethod(m_watch, [watch = m_watch, what = std::move(m_launch)] { watch->start(what); });
    m_launch = {};
}

void WorkerRun::attach(const QString& id)
{
    m_id = id;
    set(LiveState::Starting);
    QMetaObject::invokeMethod(m_watch, [watch = m_watch, id] { watch->attach(id); });
}

void WorkerRun::setWatched(bool watched)
{
    if (watched == m_watched) return;
    m_watched = watched;
    poll();
}

void WorkerRun::set(LiveState state, const QString& message)
{
    m_state = state;
    m_message = message;
    emit changed();
}

void WorkerRun::take(const link::WorkerStatus& s)
{
    if (m_state >= LiveState::Finished) return;
    const LiveProgress progress{.epoch = s.epoch,
                                .epochs = s.epochs,
                                .step = s.step,
                                .steps = s.steps,
                                .loss = s.loss,
                                .learningRate = s.learningRate,
                                .gradNorm = s.gradNorm,
                                .samplesPerSecond = s.samplesPerSecond,
                                .secondsLeft = s.secondsLeft,
                                .memoryBytes = s.memoryBytes,
                                .predictedMemoryBytes = s.predictedMemoryBytes,
                                .cpuShare = s.cpuShare};
    const LiveState state = stateFrom(s.state);
    m_progress = progress;
    const bool sameState = state == m_state && m_message.isEmpty();
    if (sameState && (progress == m_told || !m_sinceTold.hasExpired(toldMilliseconds))) return; // a paused run repaints nothing
    m_told = progress;
    m_sinceTold.start();
    set(state);
}

void WorkerRun::end(const RunEnd& end)
{
    m_resumable = end.resumable;
    set(stateFrom(end.kind), end.message);
    emit over();
}

void WorkerRun::ask(const std::string& kind, const Json& arguments, std::function<void(Result<Json>)> done)
{
    // The answer comes on the watch's thread, which ends before this object does.
    const auto back = [this, done = std::move(done)](const Result<Json>& result) {
        if (done) QMetaObject::invokeMethod(this, [done, result] { done(result); });
    };
    QMetaObject::invokeMethod(m_watch, [watch = m_watch, kind, arguments, back] { watch->ask(kind, arguments, back); });
}

void WorkerRun::command(const std::string& kind) { ask(kind, Json::object(), {}); }

void WorkerRun::step(int64_t updates)
{
    ask("step", {{"updates", updates}}, [this](const Result<Json>& answer) {
        if (!answer) emit happened(QStringLiteral("refused"), {{"text", words::said(answer.error()).toStdString()}});
    });
}

void WorkerRun::stop()
{
    if (m_state == LiveState::Queued) {
        set(LiveState::Stopped, tr("It was taken out of the queue."));
        emit over();
        return;
    }
    command("stop");
}

void WorkerRun::setLearningRate(std::optional<double> rate)
{
    ask("learning_rate", {{"rate", rate ? Json(*rate) : Json(nullptr)}}, [this](const Result<Json>& answer) {
        if (!answer) emit happened(QStringLiteral("refused"), {{"text", words::said(answer.error()).toStdString()}});
    });
}

void WorkerRun::predict(const Json& input, std::function<void(Result<Json>)> done)
{
    ask("predict", {{"input", input}, {"top", 10}}, std::move(done));
}

void WorkerRun::leaveSnapshot(int64_t before, const std::function<void()>& done)
{
    ask("snapshot", {{"before", before}}, [done](const Result<Json>&) { done(); });
}

} // namespace ds::ui
