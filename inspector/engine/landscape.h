// SPDX-License-Identifier: Apache-2.0
// The loss around the present weights of a model, in a plane of two random directions (Li et al., "Visualizing the Loss Landscape of Neural
// Nets", 2018).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/data/dataset.h"
#include "core/train/learner.h"

namespace ds::inspector {

struct LandscapeSettings {
    int points = 17;       ///< along each direction, odd: the weights themselves are in the middle
    double span = 1;       ///< of each direction: at 1 each filter has moved by its own length
    int64_t samples = 512; ///< that the loss is the mean of
    uint64_t seed = 1;     ///< of the directions
};

struct Landscape {
    double span = 0;
    int points = 0;
    std::vector<double> losses; ///< points × points, row by row; infinite where the model gives no number

    double at(int row, int column) const { return losses[static_cast<std::size_t>(row * points + column)]; }
    double middle() const { return at(points / 2, points / 2); }
};

/// Each filter (what belongs to one entry of a parameter's first axis) has its direction scaled to its own length; biases and norms, which
/// have one axis, stay. The learner must not be frozen; its weights are as before when it is done. `progress` hears how many points are
/// done. Errors: those of Learner::evaluate().
Result<Landscape> findLandscape(Learner& learner, const std::shared_ptr<const Dataset>& data, int64_t batchSize,
                                const LandscapeSettings& settings = {}, const std::function<void(int64_t)>& progress = {});

} // namespace ds::inspector
