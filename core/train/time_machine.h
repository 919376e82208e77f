// SPDX-License-Identifier: Apache-2.0
// Goes back in a training and makes its steps again, to the bit.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/train/run_parts.h"

namespace ds {

/// Keeps snapshots in memory: where the training stood after some updates, closer together the nearer they are to the present. Between two
/// of them the steps are made again: batches and random numbers follow from the seed. All on the thread that trains, between two steps.
class TimeMachine {
public:
    /// `most`: bytes that the snapshots may take together; 0: none are kept. `share`: of the time that making them may take. The parts must
    /// live longer.
    TimeMachine(RunParts& parts, std::size_t most, double share = 0.01) : m_parts(parts), m_most(most), m_share(share) {}

    /// The training stands here, before its first step or after an update. A snapshot is made where that is worth its time.
    void pass(const Progress& progress);
    /// What a step does not bring about by itself has changed: a learning rate was set by hand, or lowered at a plateau.
    void changed(const Progress& progress);

    /// After how many updates there is a snapshot, in rising order. All updates from the first of them on can be gone to.
    std::vector<int64_t> kept() const;
    /// Of the newest snapshot up to `update`; null if there is none.
    const Progress* before(int64_t update) const;

    /// Each step that is made again, with where the training stands after it.
    using Made = std::function<void(const StepResult& step, const Progress& progress)>;
    /// Learner and loader then stand where they stood after `update` updates. Who observes the learner does not see these steps, `observer`
    /// does. By way of the newest snapshot up to `from`, else up to `update`. An error if the snapshots do not reach back so far, or a step
    /// fails as it did before.
    Result<Progress> goTo(int64_t update, const Made& made = {}, std::shared_ptr<StepObserver> observer = {},
                          std::optional<int64_t> from = {});

    /// Writes the newest snapshots as checkpoints "snapshot-1180.ckpt" into the folder.
    Status save(const std::string& folder, std::size_t count) const;
    /// Writes the newest snapshot up to `update`, if there is one that is not there yet, for who looks at the run while it is at work. Of
    /// the snapshots in the folder the three that were written last stay.
    Status saveBefore(const std::string& folder, int64_t update) const;

private:
    using Clock = std::chrono::steady_clock;
    struct Snapshot {
        Progress progress;
        std::vector<Tensor> states; // in the order of the learner's
    };
    struct Change {
        int64_t update;
        bool hasRate;
        double rate;
        int reductions;
    };

    void thinOut();
    const Snapshot* find(int64_t update) const;
    std::string pathOf(const Snapshot& snapshot, const std::string& folder) const;
    Status write(const Snapshot& snapshot, const std::string& path) const;
    Status restore(const Snapshot& snapshot);
    void applyChanges(Progress& progress) const;
    Result<Progress> replay(Progress progress, int64_t update, const Made& made);

    RunParts& m_parts;
    std::size_t m_most;
    double m_share;
    std::vector<Snapshot> m_snapshots; // in the order of updates
    std::vector<Change> m_changes;     // in the order of updates
    Clock::time_point m_next;
};

/// What the snapshots of a run may take: training.snapshot_memory; 0 where not even one fits, and of a run that has to keep to a budget.
std::size_t snapshotBytes(const RunParts& parts);

/// A training that stands before a step of an earlier run.
struct Rewound {
    RunParts parts;
    Progress progress;
    std::string from; ///< the checkpoint that it began with; empty: the start
};
/// From the newest checkpoint or snapshot in the run's folder that lies before `step`, or else from the start. Errors: no such step,
/// nothing left of the run, a project that cannot be trained any more.
Result<Rewound> rewind(const std::string& runFolder, int64_t step, const std::string& device);
/// Makes the steps up to `update`.
Status advance(Rewound& rewound, int64_t update, const TimeMachine::Made& made = {});

} // namespace ds
