// SPDX-License-Identifier: Apache-2.0
#include "inspector/engine/tsne.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/philox.h"
#include "inspector/engine/projection.h"

namespace ds::inspector {

namespace {

constexpr double startDeviation = 1e-4, least = 1e-12;

std::size_t at(int64_t i) { return static_cast<std::size_t>(i); }

/// One coordinate of all points, on its way.
struct Axis {
    std::vector<double> place, velocity, gain, gradient;

    explicit Axis(int64_t points) : place(at(points)), velocity(at(points)), gain(at(points), 1), gradient(at(points)) {}

    /// Gradient descent with momentum; each coordinate goes faster where it keeps its direction (Jacobs, 1988).
    void step(double rate, double momentum)
    {
        for (std::size_t i = 0; i < place.size(); ++i) {
            const bool turned = (gradient[i] > 0) == (velocity[i] > 0);
            gain[i] = std::max(0.01, turned ? gain[i] * 0.8 : gain[i] + 0.2);
            velocity[i] = momentum * velocity[i] - rate * gain[i] * gradient[i];
            place[i] += velocity[i];
        }
        const double mean = std::accumulate(place.begin(), place.end(), 0.0) / static_cast<double>(place.size());
        for (double& x : place) x -= mean;
    }
};

/// Small enough for all points to feel each other. What is the same in both components, or has only one, gets apart by a little noise.
void begin(Axis& axis, const PrincipalComponents& principal, int component, double deviation)
{
    Rng rng(1, static_cast<uint32_t>(component));
    for (std::size_t i = 0; i < axis.place.size(); ++i)
        axis.place[i] =
            startDeviation * (principal.coordinates[i * at(principal.components) + at(component)] / deviation + 0.01 * rng.normal());
}

/// Row i of p(j|i) for a Gaussian of that precision; gives its entropy in nats. `nearest`: the least distance, which keeps exp() in range.
double affinityRow(const double* distances, int64_t points, int64_t i, double precision, double nearest, double* row)
{
    double sum = 0, weighted = 0;
    for (int64_t j = 0; j < points; ++j) {
        const double beyond = distances[j] - nearest;
        row[j] = j == i ? 0 : std::exp(-precision * beyond);
        sum += row[j];
        weighted += row[j] * beyond;
    }
    for (int64_t j = 0; j < points; ++j) row[j] /= sum;
    return std::log(sum) + precision * weighted / sum;
}

} // namespace

double possiblePerplexity(double wanted, int64_t points)
{
    return std::clamp(wanted, 1.5, std::max(1.5, static_cast<double>(points - 1) / 3));
}

std::vector<double> conditionalAffinities(std::span<const double> squaredDistances, int64_t points, double perplexity)
{
    const double wanted = std::log(perplexity);
    std::vector<double> affinities(squaredDistances.size());
    for (int64_t i = 0; i < points; ++i) {
        const double* distances = squaredDistances.data() + i * points;
        double nearest = std::numeric_limits<double>::infinity(), mean = 0;
        for (int64_t j = 0; j < points; ++j)
            if (j != i) nearest = std::min(nearest, distances[j]), mean += distances[j] / static_cast<double>(points - 1);
        // Entropy falls while the precision rises.
        double low = 0, high = std::numeric_limits<double>::infinity(), precision = 1 / std::max(mean - nearest, 1e-300);
        for (int search = 0; search < 200; ++search) {
            const double entropy = affinityRow(distances, points, i, precision, nearest, affinities.data() + i * points);
            if (std::abs(entropy - wanted) < 1e-9) break;
            (entropy > wanted ? low : high) = precision;
            const double next = std::isinf(high) ? 2 * precision : (low + high) / 2;
            if (!std::isfinite(next) || next == precision) break;
            precision = next;
        }
    }
    return affinities;
}

std::vector<double> jointAffinities(std::vector<double> conditional, int64_t points)
{
    const double half = 0.5 / static_cast<double>(points);
    for (int64_t i = 0; i < points; ++i)
        for (int64_t j = 0; j < i; ++j) {
            double &one = conditional[at(i * points + j)], &other = conditional[at(j * points + i)];
            one = other = (one + other) * half;
        }
    return conditional;
}

void tsneGradient(std::span<const double> affinities, std::span<const double> xs, std::span<const double> ys, double exaggeration,
                  std::span<double> alongX, std::span<double> alongY)
{
    const auto points = static_cast<int64_t>(xs.size());
    std::vector<double> awayX(at(points)), awayY(at(points));
    double all = 0;
    for (int64_t i = 0; i < points; ++i) {
        const double x = xs[at(i)], y = ys[at(i)];
        const double *p = affinities.data() + i * points, *px = xs.data(), *py = ys.data();
        double weight = 0, toX = 0, toY = 0, fromX = 0, fromY = 0;
#pragma omp simd reduction(+ : weight, toX, toY, fromX, fromY)
        for (int64_t j = 0; j < points; ++j) {
            const double dx = x - px[j], dy = y - py[j], w = 1 / (1 + dx * dx + dy * dy);
            const double attracts = p[j] * w, repels = w * w;
            weight += w;
            toX += attracts * dx;
            toY += attracts * dy;
            fromX += repels * dx;
            fromY += repels * dy;
        }
        all += weight - 1; // without itself
        alongX[at(i)] = exaggeration * toX;
        alongY[at(i)] = exaggeration * toY;
        awayX[at(i)] = fromX;
        awayY[at(i)] = fromY;
    }
    all = std::max(all, least);
    for (std::size_t i = 0; i < xs.size(); ++i) {
        alongX[i] = 4 * (alongX[i] - awayX[i] / all);
        alongY[i] = 4 * (alongY[i] - awayY[i] / all);
    }
}

double tsneDivergence(std::span<const double> affinities, std::span<const double> xs, std::span<const double> ys)
{
    // KL(P‖Q) = Σ p log p − Σ p log w + log Σ w, since Σ p = 1 and q = w / Σ w.
    double sum = 0, weights = 0;
    for (std::size_t i = 0; i < xs.size(); ++i)
        for (std::size_t j = 0; j < xs.size(); ++j) {
            if (i == j) continue;
            const double dx = xs[i] - xs[j], dy = ys[i] - ys[j], w = 1 / (1 + dx * dx + dy * dy), p = affinities[i * xs.size() + j];
            weights += w;
            if (p > 0) sum += p * std::log(p / w);
        }
    return sum + std::log(std::max(least, weights));
}

Result<TsneMap> tsne(const PointCloud& cloud, const TsneSettings& settings, const std::function<void(int64_t)>& progress)
{
    const int dimensions = std::max(2, settings.dimensions);
    const PrincipalComponents principal = DS_TRY(principalComponents(cloud, dimensions));
    PointCloud reduced{cloud.points, dimensions, {principal.coordinates.begin(), principal.coordinates.end()}};
    const double perplexity = possiblePerplexity(settings.perplexity, cloud.points);
    const std::vector<double> affinities =
        jointAffinities(conditionalAffinities(squaredDistances(reduced), cloud.points, perplexity), cloud.points);
    double squares = 0; // of the first component, which is the longest
    for (int64_t i = 0; i < cloud.points; ++i) squares += std::pow(principal.coordinates[at(i * dimensions)], 2);
    const double deviation = std::sqrt(squares / static_cast<double>(cloud.points));
    Axis x(cloud.points), y(cloud.points);
    begin(x, principal, 0, deviation);
    begin(y, principal, 1, deviation);
    // As large as the exaggeration allows (Belkina et al., "Automated optimized parameters for t-SNE", 2019).
    const double rate = std::max(static_cast<double>(cloud.points) / settings.exaggeration, 50.0);
    for (int iteration = 0; iteration < settings.iterations; ++iteration) {
        const bool early = iteration < settings.exaggerated;
        tsneGradient(affinities, x.place, y.place, early ? settings.exaggeration : 1, x.gradient, y.gradient);
        x.step(rate, early ? 0.5 : 0.8);
        y.step(rate, early ? 0.5 : 0.8);
        if (progress) progress(iteration + 1);
    }
    TsneMap map{std::vector<double>(at(2 * cloud.points)), tsneDivergence(affinities, x.place, y.place), perplexity};
    for (int64_t i = 0; i < cloud.points; ++i) {
        map.coordinates[at(2 * i)] = x.place[at(i)];
        map.coordinates[at(2 * i + 1)] = y.place[at(i)];
    }
    return map;
}

} // namespace ds::inspector
