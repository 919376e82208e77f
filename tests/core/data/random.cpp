// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/data/array_dataset.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

class RandomTest : public QObject {
    Q_OBJECT

private slots:
    void isAFunctionOfTheSeed()
    {
        const Attrs attrs{{"shape", Ints{3, 4}}, {"samples", 50}, {"classes", 5}};
        Attrs other = attrs;
        other.set("seed", int64_t{1});
        const Opened a = openSource("random", attrs), b = openSource("random", attrs), c = openSource("random", other);
        QCOMPARE((*a)->size(), int64_t{50});
        QCOMPARE((*a)->fields()[0].type.text(), std::string("f32[3, 4]"));
        std::vector<int> seen(5);
        for (int64_t i = 0; i < 50; ++i) {
            QCOMPARE(sample<float>(**a, i, 0), sample<float>(**b, i, 0));
            ++seen.at(static_cast<std::size_t>(sample<int64_t>(**a, i, 1)[0]));
        }
        QVERIFY(*std::min_element(seen.begin(), seen.end()) > 0);
        QVERIFY(sample<float>(**a, 0, 0) != sample<float>(**a, 1, 0));
        QVERIFY(sample<float>(**a, 0, 0) != sample<float>(**c, 0, 0));
    }

    void tokensHaveTheNextAsTarget()
    {
        const Opened data = openSource("random", {{"shape", Ints{8}}, {"vocabulary", 100}});
        const auto tokens = sample<int64_t>(**data, 5, 0), targets = sample<int64_t>(**data, 5, 1);
        QVERIFY(std::equal(tokens.begin() + 1, tokens.end(), targets.begin()));
        QCOMPARE((*data)->fields()[1].classes.size(), std::size_t{100});
        const Opened regression = openSource("random", {{"shape", Ints{8}}, {"classes", 0}});
        QCOMPARE((*regression)->fields()[1].type.text(), std::string("f32[1]"));
        QVERIFY(!openSource("random", {{"shape", Ints{1 << 20, 1 << 20}}}).ok());
    }

    void arrays()
    {
        const ArrayDataset data({{"x", Tensor::of({2, 3}, {1, 4, 2, 5, 3, 6}).reshaped({3, 2}).transposed(0, 1)},
                                 {"y", Tensor::of({2}, {7, 8}, DType::I64), {}, true}});
        QCOMPARE(data.size(), int64_t{2});
        QCOMPARE(sample<float>(data, 1, 0), (std::vector<float>{4, 5, 6}));
        QCOMPARE(sample<int64_t>(data, 1, 1)[0], int64_t{8});
    }

    void everySourceIsDescribed()
    {
        for (const SourceSpec* spec : allSources()) {
            QVERIFY(!spec->doc.empty() && findSource(spec->name) == spec);
            for (const AttrSpec& attr : spec->attributes) QVERIFY2(!attr.doc.empty() && attr.doc.ends_with("."), attr.name.data());
        }
        QCOMPARE(allSources().size(), std::size_t{8});
    }
};

QTEST_GUILESS_MAIN(RandomTest)
#include "random.moc"
