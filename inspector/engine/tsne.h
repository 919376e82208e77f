// SPDX-License-Identifier: Apache-2.0
// t-distributed stochastic neighbour embedding, the exact one (van der Maaten and Hinton, "Visualizing Data using t-SNE", 2008): a map in
// which points that are near each other in the full space are near each other. Distances between groups mean little.
#pragma once

#include <functional>
#include <span>

#include "inspector/engine/point_cloud.h"

namespace ds::inspector {

struct TsneSettings {
    /// How many neighbours of a point count, roughly. Less if there are fewer than three times as many points.
    double perplexity = 30;
    int iterations = 750;
    int exaggerated = 250; ///< of them: groups are drawn together while neighbours count `exaggeration` times
    double exaggeration = 12;
    int dimensions = 50; ///< that principal components leave of the points beforehand
};

struct TsneMap {
    std::vector<double> coordinates; ///< points × 2, row by row
    double divergence = 0;           ///< of the map's neighbourhoods from those of the points, in nats
    double perplexity = 0;           ///< that was used
};

/// The same points give the same map. One thread; takes time by the square of the points: 2 s for 1,000 on one core. `progress` hears of
/// each iteration. Errors: those of checkPoints().
Result<TsneMap> tsne(const PointCloud& cloud, const TsneSettings& settings = {}, const std::function<void(int64_t)>& progress = {});

// The steps of it.

/// What was asked for, or what so many points allow.
double possiblePerplexity(double wanted, int64_t points);
/// p(j|i), points × points: how much j is a neighbour of i, by a Gaussian whose width gives that perplexity (2 to the power of the entropy
/// in bits). Where more points than that are at the very place of i, these share alike.
std::vector<double> conditionalAffinities(std::span<const double> squaredDistances, int64_t points, double perplexity);
/// (p(j|i) + p(i|j)) / 2n: the sum of all is 1.
std::vector<double> jointAffinities(std::vector<double> conditional, int64_t points);
/// Of KL(P‖Q) with respect to the places of points in the map, with P multiplied by `exaggeration` where it attracts. `xs`, `ys` and what
/// is written: one number a point.
void tsneGradient(std::span<const double> affinities, std::span<const double> xs, std::span<const double> ys, double exaggeration,
                  std::span<double> alongX, std::span<double> alongY);
/// KL(P‖Q) in nats.
double tsneDivergence(std::span<const double> affinities, std::span<const double> xs, std::span<const double> ys);

} // namespace ds::inspector
