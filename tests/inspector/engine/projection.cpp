// SPDX-License-Identifier: Apache-2.0
// Points in a plane: principal components of known cases, the steps of t-SNE against their definitions. Numbers are fresh each time.
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/philox.h"
#include "inspector/engine/projection.h"
#include "inspector/engine/tsne.h"

using namespace ds;
using namespace ds::inspector;

namespace {

double dot(const std::vector<double>& a, const std::vector<double>& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

/// Two directions at right angles, each of length 1.
std::pair<std::vector<double>, std::vector<double>> plane(Rng& rng, int features)
{
    std::vector<double> u(static_cast<std::size_t>(features)), v(u.size());
    for (std::size_t i = 0; i < u.size(); ++i) u[i] = rng.normal(), v[i] = rng.normal();
    const double length = std::sqrt(dot(u, u));
    for (double& x : u) x /= length;
    const double along = dot(u, v);
    for (std::size_t i = 0; i < u.size(); ++i) v[i] -= along * u[i];
    const double rest = std::sqrt(dot(v, v));
    for (double& x : v) x /= rest;
    return {u, v};
}

/// `each` points around each of `groups` places that are far from each other.
PointCloud clusters(Rng& rng, int groups, int each, int features)
{
    PointCloud cloud{groups * each, features, {}};
    for (int g = 0; g < groups; ++g)
        for (int i = 0; i < each; ++i)
            for (int f = 0; f < features; ++f) cloud.values.push_back(static_cast<float>((f == g ? 20 : 0) + rng.normal()));
    return cloud;
}

std::vector<double> randoms(Rng& rng, int64_t count)
{
    std::vector<double> list;
    for (int64_t i = 0; i < count; ++i) list.push_back(rng.normal());
    return list;
}

double squaredDistance(const std::vector<double>& places, std::size_t a, std::size_t b)
{
    return std::pow(places[2 * a] - places[2 * b], 2) + std::pow(places[2 * a + 1] - places[2 * b + 1], 2);
}

std::string problem(const PointCloud& cloud)
{
    const Result<PrincipalComponents> pca = principalComponents(cloud, 2);
    const Result<TsneMap> map = tsne(cloud);
    if (pca.ok() || map.ok()) return "none";
    return pca.error().message() == map.error().message() ? pca.error().message() : "two kinds";
}

} // namespace

class ProjectionTest : public QObject {
    Q_OBJECT

    uint64_t m_seed = 0;
    QByteArray m_with; // says which numbers they were

private slots:
    void init()
    {
        m_seed = QRandomGenerator::global()->generate64();
        m_with = "seed " + QByteArray::number(m_seed);
    }

    /// Points on a plane in 20 dimensions keep their distances to each other: the directions are at right angles and of length 1. From
    /// either side: fewer points than features, and more.
    void findsThePlaneOfPoints()
    {
        for (const int points : {12, 60}) {
            Rng rng(m_seed);
            const auto [u, v] = plane(rng, 20);
            const std::vector<double> a = randoms(rng, points), b = randoms(rng, points);
            PointCloud cloud{points, 20, {}};
            for (std::size_t i = 0; i < a.size(); ++i)
                for (std::size_t f = 0; f < u.size(); ++f) cloud.values.push_back(static_cast<float>(7 + 3 * a[i] * u[f] + b[i] * v[f]));
            const Result<PrincipalComponents> found = principalComponents(cloud, 3);
            QVERIFY2(found.ok(), m_with);
            // The shares are those of the two by two matrix of their covariance.
            const auto n = static_cast<double>(points);
            const double ma = std::accumulate(a.begin(), a.end(), 0.0) / n, mb = std::accumulate(b.begin(), b.end(), 0.0) / n;
            const double aa = 9 * (dot(a, a) / n - ma * ma), bb = dot(b, b) / n - mb * mb, ab = 3 * (dot(a, b) / n - ma * mb);
            const double first = (aa + bb) / 2 + std::sqrt((aa - bb) * (aa - bb) / 4 + ab * ab);
            QVERIFY2(std::abs(found->shares[0] - first / (aa + bb)) < 1e-5, m_with);
            QVERIFY2(std::abs(found->shares[0] + found->shares[1] - 1) < 1e-5 && found->shares[2] < 1e-5, m_with);
            double xx = 0, xy = 0;
            for (std::size_t i = 0; i < a.size(); ++i) {
                const double x = found->coordinates[3 * i], y = found->coordinates[3 * i + 1];
                xx += x * x, xy += x * y;
                for (std::size_t j = 0; j < i; ++j) {
                    const double wanted = std::hypot(3 * (a[i] - a[j]), b[i] - b[j]);
                    const double distance = std::hypot(x - found->coordinates[3 * j], y - found->coordinates[3 * j + 1]);
                    QVERIFY2(std::abs(distance - wanted) < 1e-4, m_with);
                }
            }
            QVERIFY2(std::abs(xx / n - first) < 1e-4 * first && std::abs(xy / n) < 1e-4, m_with);
            QVERIFY(principalComponents(cloud, 3)->coordinates == found->coordinates);
        }
    }

    void oneFeatureIsALine()
    {
        const PointCloud line{4, 1, {1, 2, 4, 9}};
        const Result<PrincipalComponents> found = principalComponents(line, 2);
        QVERIFY(found.ok());
        const std::vector<double> wanted{-3, 0, -2, 0, 0, 0, 5, 0};
        for (std::size_t i = 0; i < wanted.size(); ++i) QVERIFY(std::abs(found->coordinates[i] - wanted[i]) < 1e-9);
        QVERIFY(found->shares == (std::vector<double>{1, 0}));
        const Result<TsneMap> map = tsne(line);
        QVERIFY(map.ok());
        for (const double place : map->coordinates) QVERIFY(std::isfinite(place));
    }

    void saysWhatCannotBeProjected()
    {
        QCOMPARE(problem({2, 1, {1, 2}}), std::string("a map needs 3 points at least, there are 2."));
        QCOMPARE(problem({0, 4, {}}), std::string("a map needs 3 points at least, there are 0."));
        QCOMPARE(problem({3, 0, {}}), std::string("the points have no features."));
        QVERIFY(problem({3, 2, {1, 1, 1, 1, 1, 1}}).starts_with("all 3 points lie at the same place"));
        for (const float bad : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()})
            QVERIFY(problem({4, 2, {1, 2, 3, 4, 5, bad, 7, 8}}).starts_with("point 2 holds a number that is not finite"));
        QVERIFY(problem({2001, 1, std::vector<float>(2001)}).starts_with("a map has 2000 points at most"));
    }

    void neighboursOfOneClass()
    {
        Rng rng(m_seed);
        const PointCloud cloud = clusters(rng, 3, 20, 5);
        std::vector<int64_t> classes;
        for (int64_t i = 0; i < 60; ++i) classes.push_back(i / 20);
        const Neighbourhood apart = neighbourhood(cloud, classes);
        QVERIFY2(apart.neighbours == 10 && apart.sameClass == 1, m_with);
        QVERIFY(std::abs(apart.byChance - 19.0 / 59) < 1e-12);
        for (int64_t i = 0; i < 60; ++i) classes[static_cast<std::size_t>(i)] = i % 3;
        QVERIFY2(neighbourhood(cloud, classes).sameClass < 0.6, m_with);
        // Whoever has no class is not there.
        for (std::size_t i = 0; i < 57; ++i) classes[i] = -1;
        const Neighbourhood few = neighbourhood(cloud, classes);
        QVERIFY(few.neighbours == 2 && few.sameClass == 0 && few.byChance == 0);
        QCOMPARE(neighbourhood(cloud, std::vector<int64_t>(60, -1)).neighbours, 0);
    }

    /// Each point's Gaussian is as wide as the perplexity asks for, in spaces of all scales.
    void perplexityIsMet()
    {
        for (const float scale : {1e-6F, 1.F, 1e6F}) {
            Rng rng(m_seed);
            PointCloud cloud = clusters(rng, 3, 40, 6);
            for (float& value : cloud.values) value *= scale;
            const std::vector<double> p = conditionalAffinities(squaredDistances(cloud), cloud.points, 12.5);
            for (int64_t i = 0; i < cloud.points; ++i) {
                double entropy = 0, sum = 0;
                for (int64_t j = 0; j < cloud.points; ++j) {
                    const double pj = p[static_cast<std::size_t>(i * cloud.points + j)];
                    sum += pj;
                    if (pj > 0) entropy -= pj * std::log2(pj);
                }
                QVERIFY2(std::abs(std::exp2(entropy) - 12.5) < 1e-4, m_with);
                QVERIFY2(std::abs(sum - 1) < 1e-9 && p[static_cast<std::size_t>(i * cloud.points + i)] == 0, m_with);
            }
            const std::vector<double> joint = jointAffinities(p, cloud.points);
            QVERIFY2(std::abs(std::accumulate(joint.begin(), joint.end(), 0.0) - 1) < 1e-9, m_with);
            QCOMPARE(joint[3], joint[static_cast<std::size_t>(3 * cloud.points)]);
        }
        QCOMPARE(possiblePerplexity(30, 1000), 30.0);
        QCOMPARE(possiblePerplexity(30, 31), 10.0);
        QCOMPARE(possiblePerplexity(30, 3), 1.5);
    }

    void theGradientIsThatOfTheDivergence()
    {
        Rng rng(m_seed);
        const PointCloud cloud = clusters(rng, 2, 10, 4);
        const std::vector<double> p = jointAffinities(conditionalAffinities(squaredDistances(cloud), 20, 5), 20);
        std::vector<double> xs = randoms(rng, 20), ys = randoms(rng, 20), alongX(20), alongY(20);
        tsneGradient(p, xs, ys, 1, alongX, alongY);
        for (std::size_t i = 0; i < 20; ++i)
            for (std::vector<double>* axis : {&xs, &ys}) {
                constexpr double step = 1e-5;
                const double place = (*axis)[i];
                (*axis)[i] = place + step;
                const double above = tsneDivergence(p, xs, ys);
                (*axis)[i] = place - step;
                const double below = tsneDivergence(p, xs, ys);
                (*axis)[i] = place;
                const double gradient = (axis == &xs ? alongX : alongY)[i];
                QVERIFY2(std::abs((above - below) / (2 * step) - gradient) < 1e-8, m_with);
            }
        // Exaggeration multiplies what attracts only: the gradient is linear in it.
        std::vector<double> threeX(20), threeY(20), fiveX(20), fiveY(20);
        tsneGradient(p, xs, ys, 3, threeX, threeY);
        tsneGradient(p, xs, ys, 5, fiveX, fiveY);
        for (std::size_t i = 0; i < 20; ++i) QVERIFY2(std::abs(2 * threeX[i] - alongX[i] - fiveX[i]) < 1e-12, m_with);
    }

    void clustersStayApart()
    {
        Rng rng(m_seed);
        const PointCloud cloud = clusters(rng, 3, 40, 60);
        int64_t heard = 0;
        const Result<TsneMap> map = tsne(cloud, {.perplexity = 15}, [&](int64_t iteration) { heard = iteration; });
        QVERIFY2(map.ok(), m_with);
        QCOMPARE(heard, 750);
        QCOMPARE(map->perplexity, 15.0);
        for (std::size_t i = 0; i < 120; ++i) {
            std::size_t nearest = i == 0 ? 1 : 0;
            for (std::size_t j = 0; j < 120; ++j)
                if (j != i && squaredDistance(map->coordinates, i, j) < squaredDistance(map->coordinates, i, nearest)) nearest = j;
            QVERIFY2(nearest / 40 == i / 40, m_with);
        }
        // It gets better with time.
        const Result<TsneMap> sooner = tsne(cloud, {.perplexity = 15, .iterations = 300});
        QVERIFY2(map->divergence < sooner->divergence && map->divergence >= 0, m_with);
    }

    void theSamePointsGiveTheSameMap()
    {
        Rng rng(m_seed);
        const PointCloud cloud = clusters(rng, 2, 60, 8);
        const TsneSettings settings{.iterations = 260};
        QVERIFY2(tsne(cloud, settings)->coordinates == tsne(cloud, settings)->coordinates, m_with);
    }

    /// More of them at one place than the perplexity counts.
    void pointsAtTheSamePlace()
    {
        Rng rng(m_seed);
        PointCloud cloud = clusters(rng, 2, 30, 4);
        for (std::size_t i = 4; i < 20 * 4; ++i) cloud.values[i] = cloud.values[i % 4];
        const std::vector<double> p = conditionalAffinities(squaredDistances(cloud), 60, 5);
        for (std::size_t j = 1; j < 20; ++j) QVERIFY2(std::abs(p[j] - 1.0 / 19) < 1e-6, m_with);
        const Result<TsneMap> map = tsne(cloud, {.perplexity = 5});
        QVERIFY2(map.ok() && std::isfinite(map->divergence), m_with);
        for (const double place : map->coordinates) QVERIFY2(std::isfinite(place), m_with);
    }
};

QTEST_GUILESS_MAIN(ProjectionTest)
#include "projection.moc"
