// SPDX-License-Identifier: Apache-2.0
// Points of many dimensions in few: principal component analysis (Hotelling, "Analysis of a Complex of Statistical Variables into Principal
// Components", 1933), and what is known of the points in their full space. t-SNE stands in tsne.h.
#pragma once

#include <span>

#include "inspector/engine/point_cloud.h"

namespace ds::inspector {

/// An error if there are fewer than 3 points or more than mostPoints, no features, numbers that are not finite, or only one place where
/// all points are.
Status checkPoints(const PointCloud& cloud);

struct PrincipalComponents {
    int components = 0;
    std::vector<double> coordinates; ///< points × components, row by row, around the mean of the points
    /// Of the variance of all features together, for each component; they fall, and are 0 where there are no more directions.
    std::vector<double> shares;
};

/// Projects onto the directions in which the points vary most. The sign of a direction is such that its farthest point has a positive
/// coordinate, so that results are the same each time. Errors: those of checkPoints().
Result<PrincipalComponents> principalComponents(const PointCloud& cloud, int components);

/// Between all points, points × points, in the square of the unit of the features.
std::vector<double> squaredDistances(const PointCloud& cloud);

/// How far neighbours in the full space are of one class.
struct Neighbourhood {
    double sameClass = 0; ///< share among the nearest ones of each point, its mean over the points
    double byChance = 0;  ///< what that would be if classes had nothing to do with places
    int neighbours = 0;   ///< that were looked at, of each point
};
/// `classes`: one for each point; negative: none, the point is left out. Of points at the same distance the earlier one is nearer.
Neighbourhood neighbourhood(const PointCloud& cloud, std::span<const int64_t> classes, int neighbours = 10);

} // namespace ds::inspector
