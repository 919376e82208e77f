// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include "app/workbench/runs/run_hub.h"
#include "app/workbench/runs/worker_watch.h"

namespace ds::ui {

/// A LiveRun that lives in a worker; lives itself on the GUI thread, its watch on that of the links.
class WorkerRun : public LiveRun {
    Q_OBJECT

public:
    /// The watch is moved to `thread` and is deleted there when it ends.
    WorkerRun(const QString& runsFolder, QThread* thread, QString name);

    /// Waits until begin() for its turn.
    void enqueue(Launch what);
    void begin();
    /// There is a worker already.
    void attach(const QString& id);

    QString id() const override { return m_id; }
    QString name() const override { return m_name; }
    LiveState state() const override { return m_state; }
    LiveProgress progress() const override { return m_progress; }
    QString message() const override { return m_message; }
    bool resumable() const override { return m_resumable; }
    void setWatched(bool watched) override;

    void pause() override { command("pause"); }
    void resume() override { command("resume"); }
    void step(int64_t updates) override;
    void stop() override;
    void checkpoint() override { command("checkpoint"); }
    void evaluate() override { command("evaluate"); }
    void setLearningRate(std::optional<double> rate) override;
    void predict(const Json& input, std::function<void(Result<Json>)> done) override;
    /// Leaves a snapshot in the run's folder from which this step can be made again soon. `done` is called however that goes.
    void leaveSnapshot(int64_t before, const std::function<void()>& done);

signals:
    /// It needs no worker any more.
    void over();

private:
    void command(const std::string& kind);
    void ask(const std::string& kind, const Json& arguments, std::function<void(Result<Json>)> done);
    void take(const link::WorkerStatus& status);
    void end(const RunEnd& end);
    void set(LiveState state, const QString& message = {});
    void poll();

    WorkerWatch* m_watch; // only touched through the event loop of its thread
    QString m_id, m_name, m_message;
    Launch m_launch;
    LiveState m_state = LiveState::Queued;
    LiveProgress m_progress, m_told; ///< the newest, and what the last changed() spoke of
    QElapsedTimer m_sinceTold;
    bool m_watched = false, m_resumable = false;
};

} // namespace ds::ui
