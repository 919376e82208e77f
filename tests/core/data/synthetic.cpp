// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

namespace {

constexpr const char* kinds[] = {"blobs", "circles", "spirals", "gratings", "recall", "grammar", "curve"};

std::unique_ptr<Dataset> open(const char* kind, const Attrs& more = {})
{
    Attrs attrs{{"kind", kind}};
    for (const auto& [name, value] : more) attrs.set(name, value);
    return std::move(openSource("synthetic", attrs)).value();
}

/// How often each label comes.
std::map<int64_t, int> labels(const Dataset& data)
{
    std::map<int64_t, int> counts;
    for (int64_t i = 0; i < data.size(); ++i) ++counts[sample<int64_t>(data, i, 1)[0]];
    return counts;
}

} // namespace

class SyntheticTest : public QObject {
    Q_OBJECT

private slots:
    void shapes()
    {
        const auto shape = [](const char* kind, std::size_t field) { return open(kind)->fields()[field].type.text(); };
        QCOMPARE(shape("blobs", 0), std::string("f32[8]"));
        QCOMPARE(shape("circles", 0), std::string("f32[2]"));
        QCOMPARE(shape("gratings", 0), std::string("f32[1, 16, 16]"));
        QCOMPARE(shape("recall", 0), std::string("f32[24, 8]"));
        QCOMPARE(shape("grammar", 0), std::string("i64[24]"));
        QCOMPARE(shape("grammar", 1), std::string("i64[24]"));
        QCOMPARE(shape("curve", 1), std::string("f32[1]"));
        const Opened unknown = openSource("synthetic", {{"kind", "blob"}});
        QVERIFY(!unknown.ok());
        QVERIFY2(unknown.error().message().find("blobs") != std::string::npos, unknown.error().message().c_str());
    }

    void aSampleIsAFunctionOfSeedAndNumber()
    {
        for (const char* kind : kinds) {
            // A grammar of few words may say the same thing twice.
            const Attr words{"classes", 12};
            const auto all = open(kind, {words}), later = open(kind, {words, {"first", 100}}), other = open(kind, {words, {"seed", 1}});
            const auto isAFunction = [&](const auto& read) {
                return read(*all, 150) == read(*later, 50) && read(*all, 0) != read(*all, 1) && read(*all, 0) != read(*other, 0);
            };
            const bool tokens = all->fields()[0].type.dtype == DType::I64;
            QVERIFY2(tokens ? isAFunction([](const Dataset& data, int64_t i) { return sample<int64_t>(data, i, 0); })
                            : isAFunction([](const Dataset& data, int64_t i) { return sample<float>(data, i, 0); }),
                     kind);
        }
    }

    void classesAreAsFrequentAsAsked()
    {
        const auto even = labels(*open("blobs", {{"classes", 4}, {"samples", 8000}}));
        for (const auto& [label, count] : even) QVERIFY2(std::abs(count - 2000) < 200, std::to_string(count).c_str());
        const auto skewed = labels(*open("blobs", {{"classes", 3}, {"samples", 20000}, {"imbalance", 100}}));
        // 1, 1/10 and 1/100 of each other.
        QVERIFY(std::abs(skewed.at(0) / 20000.0 - 1 / 1.11) < 0.02 && std::abs(skewed.at(1) / 20000.0 - 0.1 / 1.11) < 0.01);
        QVERIFY(skewed.at(2) > 100 && skewed.at(2) < 270);
    }

    void classesStandTogetherIfAsked()
    {
        const auto data = open("circles", {{"samples", 300}, {"order", "by_class"}});
        for (int64_t i = 0; i < 300; ++i) QCOMPARE(sample<int64_t>(*data, i, 1)[0], i / 100);
    }

    void wrongLabelsAreTheOnlyDifference()
    {
        const auto right = open("gratings", {{"samples", 4000}}), wrong = open("gratings", {{"samples", 4000}, {"wrong_labels", 0.3}});
        int differ = 0;
        for (int64_t i = 0; i < 4000; ++i) {
            QCOMPARE(sample<float>(*right, i, 0), sample<float>(*wrong, i, 0));
            differ += sample<int64_t>(*right, i, 1) != sample<int64_t>(*wrong, i, 1);
        }
        QVERIFY2(std::abs(differ / 4000.0 - 0.3) < 0.03, std::to_string(differ).c_str());
    }

    void inputsAreScaledAndShifted()
    {
        const auto plain = open("curve"), moved = open("curve", {{"scale", 10}, {"shift", 5}});
        for (int64_t i = 0; i < 20; ++i) {
            const auto before = sample<float>(*plain, i, 0), after = sample<float>(*moved, i, 0);
            for (std::size_t k = 0; k < before.size(); ++k) QCOMPARE(after[k], static_cast<float>(5 + 10 * double{before[k]}));
            QCOMPARE(sample<float>(*plain, i, 1), sample<float>(*moved, i, 1));
        }
    }

    void tokensFollowFromTheTwoBefore()
    {
        const auto data = open("grammar", {{"classes", 10}, {"length", 40}, {"samples", 500}});
        std::map<std::pair<int64_t, int64_t>, std::map<int64_t, int>> next;
        for (int64_t i = 0; i < data->size(); ++i) {
            const auto tokens = sample<int64_t>(*data, i, 0), targets = sample<int64_t>(*data, i, 1);
            QVERIFY(std::equal(tokens.begin() + 1, tokens.end(), targets.begin()));
            for (std::size_t k = 1; k < tokens.size(); ++k) ++next[{tokens[k - 1], tokens[k]}][targets[k]];
        }
        // One comes in sixteen of twenty cases, another in three, any in the last.
        double first = 0, second = 0, all = 0;
        for (const auto& [pair, counts] : next) {
            std::vector<int> sorted;
            for (const auto& [token, count] : counts) sorted.push_back(count);
            std::sort(sorted.rbegin(), sorted.rend());
            if (std::accumulate(sorted.begin(), sorted.end(), 0) < 50) continue;
            first += sorted[0], second += sorted.size() > 1 ? sorted[1] : 0, all += std::accumulate(sorted.begin(), sorted.end(), 0);
        }
        QVERIFY2(std::abs(first / all - 0.805) < 0.05, qPrintable(QString::number(first / all)));
        QVERIFY2(std::abs(second / all - 0.155) < 0.05, qPrintable(QString::number(second / all)));
    }

    /// Where a pair leads back to itself, chance leads out of it: hardly two samples are the same.
    void grammarsDoNotRunInCircles()
    {
        for (int seed = 0; seed < 20; ++seed) {
            const auto data = open("grammar", {{"classes", 12}, {"length", 32}, {"samples", 400}, {"seed", seed}});
            std::set<std::vector<int64_t>> different;
            for (int64_t i = 0; i < data->size(); ++i) different.insert(sample<int64_t>(*data, i, 0));
            QVERIFY2(different.size() >= 380, qPrintable(QString("%1: %2").arg(seed).arg(different.size())));
        }
    }
};

QTEST_GUILESS_MAIN(SyntheticTest)
#include "synthetic.moc"
