// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/projection.h"

// Its threads would cut products otherwise, and results would depend on how many there are.
#define EIGEN_DONT_PARALLELIZE
#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace ds::inspector {

namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Matrix centred(const PointCloud& cloud)
{
    using Floats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Matrix x = Eigen::Map<const Floats>(cloud.values.data(), cloud.points, cloud.features).cast<double>();
    x.rowwise() -= x.colwise().mean().eval();
    return x;
}

/// Rows times rows.
Matrix gram(const Matrix& x)
{
    Matrix products = Matrix::Zero(x.rows(), x.rows());
    products.selfadjointView<Eigen::Lower>().rankUpdate(x);
    products.triangularView<Eigen::StrictlyUpper>() = products.transpose();
    return products;
}

} // namespace

Status checkPoints(const PointCloud& cloud)
{
    if (cloud.points < 3)
        return Error{phrase("Inspector", "a map needs 3 points at least, there are %1").with({std::to_string(cloud.points)}), "", ""};
    if (cloud.points > mostPoints)
        return Error{phrase("Inspector", "a map has %1 points at most, there are %2")
                         .with({std::to_string(mostPoints), std::to_string(cloud.points)}),
                     "", ""};
    if (cloud.features < 1) return Error{phrase("Inspector", "the points have no features"), "", ""};
    const auto bad = std::find_if(cloud.values.begin(), cloud.values.end(), [](float value) { return !std::isfinite(value); });
    if (bad != cloud.values.end())
        return Error{phrase("Inspector", "point %1 holds a number that is not finite")
                         .with({std::to_string((bad - cloud.values.begin()) / cloud.features)}),
                     "", phrase("Inspector", "Find out where such numbers begin: make a step again.")};
    for (int64_t i = 1; i < cloud.points; ++i)
        if (!std::equal(cloud.point(0), cloud.point(0) + cloud.features, cloud.point(i))) return {};
    return Error{phrase("Inspector", "all %1 points lie at the same place: nothing tells them apart").with({std::to_string(cloud.points)}),
                 "", phrase("Inspector", "Look at an earlier layer, or for a layer that is dead.")};
}

Result<PrincipalComponents> principalComponents(const PointCloud& cloud, int components)
{
    DS_TRY(checkPoints(cloud));
    const Matrix x = centred(cloud);
    // X has the same singular values from both sides; the smaller matrix gives them sooner.
    const bool byFeatures = cloud.features <= cloud.points;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(byFeatures ? gram(x.transpose()) : gram(x));
    const Eigen::VectorXd& variances = solver.eigenvalues(); // rising; times the number of points
    const double all = std::max(variances.cwiseMax(0).sum(), std::numeric_limits<double>::min());
    PrincipalComponents result{components, std::vector<double>(static_cast<std::size_t>(cloud.points * components)), {}};
    for (int c = 0; c < components; ++c) {
        const Eigen::Index at = variances.size() - 1 - c;
        const double variance = at < 0 ? 0 : std::max(0.0, variances[at]);
        result.shares.push_back(variance / all);
        if (variance <= 0) continue;
        Eigen::VectorXd along;
        if (byFeatures) along = x * solver.eigenvectors().col(at);
        else along = solver.eigenvectors().col(at) * std::sqrt(variance);
        Eigen::Index farthest = 0;
        along.cwiseAbs().maxCoeff(&farthest);
        if (along[farthest] < 0) along = -along;
        for (int64_t i = 0; i < cloud.points; ++i) result.coordinates[static_cast<std::size_t>(i * components + c)] = along[i];
    }
    return result;
}

std::vector<double> squaredDistances(const PointCloud& cloud)
{
    const Matrix products = gram(centred(cloud));
    const int64_t n = cloud.points;
    std::vector<double> distances(static_cast<std::size_t>(n * n));
    for (int64_t i = 0; i < n; ++i)
        for (int64_t j = 0; j < n; ++j) {
            const double squares = products(i, i) + products(j, j), distance = squares - 2 * products(i, j);
            // What is left of rounding is no distance: points at the same place are.
            distances[static_cast<std::size_t>(i * n + j)] = i != j && distance > 1e-13 * squares ? distance : 0;
        }
    return distances;
}

Neighbourhood neighbourhood(const PointCloud& cloud, std::span<const int64_t> classes, int neighbours)
{
    std::vector<int64_t> known; // points with a class
    for (int64_t i = 0; i < cloud.points; ++i)
        if (classes[static_cast<std::size_t>(i)] >= 0) known.push_back(i);
    Neighbourhood result;
    result.neighbours = static_cast<int>(std::min<int64_t>(neighbours, static_cast<int64_t>(known.size()) - 1));
    if (result.neighbours < 1) return {};
    const std::vector<double> distances = squaredDistances(cloud);
    const auto classOf = [&](int64_t i) { return classes[static_cast<std::size_t>(i)]; };
    double same = 0, chance = 0;
    for (const int64_t i : known) {
        const double* row = distances.data() + i * cloud.points;
        std::vector<int64_t> others;
        for (const int64_t j : known)
            if (j != i) others.push_back(j);
        std::partial_sort(others.begin(), others.begin() + result.neighbours, others.end(),
                          [row](int64_t a, int64_t b) { return std::pair(row[a], a) < std::pair(row[b], b); });
        const auto alike = [&](int64_t j) { return classOf(j) == classOf(i); };
        same += static_cast<double>(std::count_if(others.begin(), others.begin() + result.neighbours, alike)) / result.neighbours;
        chance += static_cast<double>(std::count_if(others.begin(), others.end(), alike)) / static_cast<double>(others.size());
    }
    result.sameClass = same / static_cast<double>(known.size());
    result.byChance = chance / static_cast<double>(known.size());
    return result;
}

} // namespace ds::inspector
