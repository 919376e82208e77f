// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "core/train/learner.h"

namespace ds {

/// Where a run stands beside its tensors.
struct Progress {
    int64_t updates = 0, epoch = 0, batch = 0;
    int accumulated = 0;
    double lossSum = 0; ///< of the epoch so far
    int64_t lossCount = 0;
    double epochLoss = 0; ///< of the last whole epoch
    double bestValue = 0;
    bool hasBest = false;
    int64_t withoutImprovement = 0, plateau = 0;
    int reductions = 0;
    double seconds = 0; ///< of earlier sittings
    int64_t samples = 0;
    double stepSeconds = 0;
    double validationLoss = 0;
    bool validated = false;
    bool hasRate = false; ///< a learning rate set by hand
    double rate = 0;
};

/// `values`: of all states, in their order, instead of those that they have now.
Status saveCheckpoint(const std::string& path, Learner& learner, const Progress& progress, const Json& fitted, uint64_t seed,
                      const std::vector<Tensor>* values = nullptr);

struct LoadedRun {
    Document document;
    Progress progress;
    Json fitted;
    uint64_t seed = 0;
};
/// First the document, to make a learner from; then its tensors.
Result<LoadedRun> loadRun(const std::string& path);
/// Into the states that are there: all of them must be in the file.
Status loadTensors(const std::string& path, Learner& learner);
/// For a learner that has planned nothing yet: states take these values when they are made.
Status adoptTensors(const std::string& path, Learner& learner);
/// The same for a new run that goes on from an old one's weights: without the state of the optimiser.
Status adoptWeights(const std::string& path, Learner& learner);

} // namespace ds
