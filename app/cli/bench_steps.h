// SPDX-License-Identifier: Apache-2.0
// What the benchmarks of the command line share.
#pragma once

#include <vector>

#include "core/train/data_sets.h"
#include "core/train/learner.h"

namespace ds::cli {

/// The first samples of a data set, read once: the loader has a figure of its own.
Feeds firstBatch(const Dataset& data, int64_t batch);

/// Milliseconds of so many steps after the first three, sorted.
Result<std::vector<double>> timeSteps(Learner& learner, const Feeds& feeds, int steps, bool inference);

/// `bench reference`: the training step of ResNet-50, each row with one thing more. batch 0: 16.
int benchReference(int steps, int64_t batch, bool json);

/// `bench PROJECT --watching`: what the Inspector costs. budget: a share of the time of steps; 1 or more: everything at each step; below 0:
/// as the project says.
int benchWatching(Document document, int steps, double budget, bool json);

} // namespace ds::cli
