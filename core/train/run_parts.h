// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/data/loader.h"
#include "core/optim/schedule.h"
#include "core/train/checkpointing.h"
#include "core/train/data_sets.h"
#include "core/train/learner.h"
#include "core/train/metric.h"

namespace ds {

/// What a run is made of, ready for its first step: data opened, all plans made.
struct RunParts {
    uint64_t seed = 0;
    DataSets data;
    std::unique_ptr<Learner> learner;
    std::unique_ptr<DataLoader> loader;
    std::vector<const MetricSpec*> metrics;
    const ScheduleSpec* schedule = nullptr;
    Attrs scheduleAttrs;
    int64_t batchSize = 1, evaluationBatch = 1; ///< samples
    int64_t accumulate = 1;                     ///< batches for one update
    double updatesPerEpoch = 1;
    int64_t totalUpdates = 0;
    std::size_t predictedPeak = 0; ///< bytes of main memory

    const Attrs& training() const { return learner->document().training; }
    int loaderThreads() const { return static_cast<int>(training().integer("loader_threads")); }
    int64_t parameterCount() const;
    /// Of the next update: the schedule's, or the one set by hand.
    double learningRate(const Progress& progress) const;
};

/// Every error that a project can have, data included. Without a seed the project's counts. A run that is `resumed` does not look at
/// training.start_from again.
Result<RunParts> prepareRun(Document document, const std::string& device, std::optional<uint64_t> seed, bool resumed);

} // namespace ds
