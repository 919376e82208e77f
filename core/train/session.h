// SPDX-License-Identifier: Apache-2.0
// One training run from its start, or from its last checkpoint, to its end: data, steps, validation, checkpoints, records.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/data/dataset.h"
#include "core/document/document.h"
#include "core/train/controls.h"
#include "core/train/learner.h"
#include "core/train/run_observer.h"

namespace ds {

struct SessionOptions {
    std::string runsFolder = "runs"; ///< holds runs.sqlite and one folder for each run
    std::string device = "cpu";
    std::string run;                            ///< id of a new run; empty: made from time and name
    std::shared_ptr<RunObserver> observer = {}; ///< null: nobody watches
};

class TrainSession {
public:
    using Listener = std::function<void(const TrainEvent&)>;

    /// A new run. All errors of the project, data included, come now.
    static Result<std::unique_ptr<TrainSession>> start(Document document, const SessionOptions& options);
    /// Goes on with a run from its last checkpoint. `changes` are applied to its document (more epochs, say).
    static Result<std::unique_ptr<TrainSession>> resume(const std::string& run, const SessionOptions& options,
                                                        const std::function<Status(Document&)>& changes = {});
    ~TrainSession();

    /// Blocks until the end; calls the listener on this thread. Gives the summary. After an error the last good checkpoint is there.
    Result<Json> run(const Listener& listener);

    /// For other threads, while run() is at work.
    Controls& controls();
    const std::string& runId() const;
    /// Between two steps only: see Controls::post().
    Learner& learner();
    const Dataset& trainingData() const;
    /// Leaves the newest snapshot up to this update in the run's folder, so that another process can go to it.
    Status leaveSnapshot(int64_t update);

private:
    class Impl;
    explicit TrainSession(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace ds
