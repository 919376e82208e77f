// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/json.h"
#include "core/document/document.h"

namespace ds::ui {

enum class LiveState { Queued, Starting, Running, Paused, Stopping, Finished, Stopped, Failed, Lost };

/// The latest that the worker said of itself.
struct LiveProgress {
    int64_t epoch = 0, epochs = 0; ///< epoch counts from 1
    int64_t step = 0, steps = 0;
    double loss = 0, learningRate = 0, gradNorm = 0;
    double samplesPerSecond = 0, secondsLeft = -1; ///< negative: not known
    int64_t memoryBytes = 0, predictedMemoryBytes = 0;
    double cpuShare = 0; ///< of all cores, 0 to 1
};

/// A run that lives in a worker process (or waits for one). Commands return at once; what comes of them is seen in state() and
/// progress(). GUI thread only.
class LiveRun : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString id() const = 0; ///< empty until the worker has given it one
    virtual QString name() const = 0;
    virtual LiveState state() const = 0;
    virtual LiveProgress progress() const = 0;
    /// Of a run that failed or was lost: the error, or the last words of the worker.
    virtual QString message() const = 0;
    bool active() const { return state() < LiveState::Finished; }

    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void step(int64_t updates) = 0;
    virtual void stop() = 0; ///< saves; can be resumed
    virtual void checkpoint() = 0;
    virtual void evaluate() = 0;
    virtual void setLearningRate(std::optional<double> rate) = 0; ///< nothing: back to the schedule
    /// Predicts with the live weights; a newer call replaces one that waits. `done` gets the answer or an error, on the GUI thread.
    virtual void predict(const Json& input, std::function<void(Result<Json>)> done) = 0;

signals:
    void changed();                              ///< state or progress, at most 30 times a second
    void event(const QString& kind, const Json& data); ///< as TrainSession's, in order
};

/// The runs of this computer that are alive: starts workers, queues beyond the limit, finds those that were started before.
class RunHub : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString runsFolder() const = 0;
    /// Null with `error` filled if the run cannot even be tried.
    virtual LiveRun* start(const Document& document, Error* error) = 0;
    /// Goes on from the last checkpoint in a new worker.
    virtual LiveRun* resume(const QString& runId, Error* error) = 0;
    /// All of this session of the program: live ones and those that ended meanwhile.
    virtual std::vector<LiveRun*> runs() const = 0;
    LiveRun* current() const { return m_current; }
    void setCurrent(LiveRun* run);

signals:
    void added(LiveRun* run);
    void currentChanged();

private:
    LiveRun* m_current = nullptr;
};

} // namespace ds::ui
