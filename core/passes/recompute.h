// SPDX-License-Identifier: Apache-2.0
// Values of the forward direction that the backward direction computes a second time instead of keeping them (gradient
// checkpointing: Chen et al., "Training Deep Nets with Sublinear Memory Cost", 2016). The same kernels run on the same inputs, and
// random ops draw the same numbers, so results are the same to the bit.
#pragma once

#include <string>
#include <vector>

#include "core/graph/cost.h"
#include "core/graph/graph.h"

namespace ds {

/// How many of the first nodes of a training step are the forward direction: up to the one that makes the output "loss".
std::size_t forwardNodes(const Graph& graph);

/// Which nodes of the forward direction may run again.
struct RecomputeChoice {
    /// For each node the stretch of the step in which its results may be forgotten; -1: they are kept. What leaves a stretch in the
    /// forward direction is kept, so that each can be computed again by itself.
    std::vector<int> stretch;
    bool operator==(const RecomputeChoice&) const = default;
    bool contractions = true; ///< false: products and convolutions inside of stretches are kept, too
};

/// Adds, before the first reader of the backward direction, a copy (Node::again) of each chosen node that it needs.
/// Small results of a chosen node (a mean beside what it normalises) are kept all the same.
Graph recompute(const Graph& graph, const RecomputeChoice& choice);

/// Each layer whose path or that of a layer around it fits one of the patterns (* for any text) is a stretch.
RecomputeChoice recomputeLayers(const Graph& graph, const std::vector<std::string>& patterns);

/// The choice that takes the least time among those with which the arena of the step, scratch memory of kernels left out, takes at
/// most `budget` bytes; if there is none, the one that takes the least memory. Tries stretches of many lengths, over all of the forward
/// direction or its first part, with and without products and convolutions.
RecomputeChoice chooseRecompute(const Graph& graph, std::size_t budget);

/// Seconds of the nodes marked again, and of all, by the roofline model with the usual ratio of arithmetic to memory.
struct RecomputeCost {
    int nodes = 0;
    double seconds = 0, stepSeconds = 0;
    /// What the step takes longer for it, as a share of the step without.
    double share() const { return nodes ? seconds / (stepSeconds - seconds) : 0; }
};
RecomputeCost recomputeCost(const Graph& graph);

} // namespace ds
