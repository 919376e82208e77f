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

    bool operator==(const LiveProgress&) const = default;
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
    /// Whether the run ended before its time and has a checkpoint that RunHub::resume() can go on from.
    virtual bool resumable() const = 0;
    /// While somebody watches, the worker is asked 10 times a second, else twice.
    virtual void setWatched(bool watched) = 0;

    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void step(int64_t updates) = 0;
    virtual void stop() = 0; ///< saves; can be resumed
    virtual void checkpoint() = 0;
    virtual void evaluate() = 0;
    virtual void setLearningRate(std::optional<double> rate) = 0; ///< nothing: back to the schedule
    /// Predicts with the live weights, between two steps; a newer call replaces one that waits, which then gets an error. `input` is
    /// text as the project's source takes it (the path of a picture, a CSV row, words) or a list of numbers as the model sees them.
    /// `done` gets {"classes": [{"class", "probability"}]} or {"values": []}, or an error, on the GUI thread.
    virtual void predict(const Json& input, std::function<void(Result<Json>)> done) = 0;

signals:
    void changed(); ///< state, at once, or progress, at most five times a second
    /// As TrainSession's, in order; of "progress" only the newest. Also "summary" and "error" at the end, "refused" (a command that
    /// made no sense) and "missed" (some events are gone already: the records of the run have them).
    void happened(const QString& kind, const ds::Json& data);
};

struct RunHubOptions {
    QString runsFolder;
    int parallelRuns = 1;  ///< further ones wait in a queue
    QString workerProgram; ///< path of deepseek-worker
    int workerThreads = 0; ///< of each worker's kernels; 0: one for each core
};

class RunHub;
/// Finds the workers that are at work in the folder already, and those that others start later; added() tells of each.
std::unique_ptr<RunHub> createRunHub(const RunHubOptions& options);

/// The runs of this computer that are alive: starts workers, queues beyond the limit, finds those that were started before. Goes away
/// without touching them.
class RunHub : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString runsFolder() const = 0;
    /// Null with `error` filled if the run cannot even be tried.
    virtual LiveRun* start(const Document& document, Error* error) = 0;
    /// Goes on from the last checkpoint in a new worker. Of a run that is known here it is the same object, which lives again.
    virtual LiveRun* resume(const QString& runId, Error* error) = 0;
    virtual void setParallelRuns(int most) = 0;
    /// Of the workers that start from now on; 0: one for each core.
    virtual void setWorkerThreads(int threads) = 0;
    /// Asks about a run ({"ask": ...}, see inspector/engine/questions), in a process of its own. `progress` hears after which update a step
    /// stands that is made again; `done` gets the answer or an error. A newer question takes the place of one of the same kind, whose
    /// `done` is then not called; one about another run, or a changed project, ends all others with an error.
    virtual void ask(const QString& run, const Json& question, std::function<void(int64_t)> progress,
                     std::function<void(Result<Json>)> done) = 0;
    /// The same about a project: what it asks for is trained in that process, and nothing of that is kept.
    virtual void ask(const Document& document, const Json& question, std::function<void(int64_t)> progress,
                     std::function<void(Result<Json>)> done) = 0;
    /// All since the program began: live ones and those that ended meanwhile.
    virtual std::vector<LiveRun*> runs() const = 0;
    LiveRun* current() const { return m_current; }
    void setCurrent(LiveRun* run);

signals:
    void added(ds::ui::LiveRun* run);
    void currentChanged();

private:
    LiveRun* m_current = nullptr;
};

} // namespace ds::ui
