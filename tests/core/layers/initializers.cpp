// SPDX-License-Identifier: Apache-2.0
#include "core/layers/initializer.h"

#include <QtTest>

#include <cmath>

using namespace ds;

namespace {

constexpr int64_t fanIn = 200, fanOut = 100;

Tensor make(std::string_view name, const Attrs& more = {}, const std::string& parameter = "a.weight", uint64_t seed = 1)
{
    Attrs attrs = more;
    attrs.set("fan_in", fanIn);
    attrs.set("fan_out", fanOut);
    return initialValue(parameter, {DType::F32, {fanIn, fanOut}}, name, attrs, seed);
}

struct Moments {
    double mean = 0, variance = 0, largest = 0;
};

Moments momentsOf(const Tensor& tensor)
{
    Moments m;
    const auto count = static_cast<double>(tensor.count());
    for (int64_t i = 0; i < tensor.count(); ++i) m.mean += tensor.at(i) / count;
    for (int64_t i = 0; i < tensor.count(); ++i) {
        m.variance += (tensor.at(i) - m.mean) * (tensor.at(i) - m.mean) / count;
        m.largest = std::max(m.largest, std::abs(tensor.at(i)));
    }
    return m;
}

} // namespace

class InitializersTest : public QObject {
    Q_OBJECT

private slots:
    /// `bound` is the largest magnitude that may occur; 0: none.
    void statistics_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("variance");
        QTest::addColumn<double>("bound");
        const auto uniform = [](const char* name, double bound) {
            QTest::addRow("%s", name) << QString(name) << bound * bound / 3 << bound;
        };
        const auto normal = [](const char* name, double variance) { QTest::addRow("%s", name) << QString(name) << variance << 0.0; };
        normal("he_normal", 2.0 / fanIn);
        normal("xavier_normal", 2.0 / (fanIn + fanOut));
        normal("lecun_normal", 1.0 / fanIn);
        normal("normal", 0.02 * 0.02);
        uniform("he_uniform", std::sqrt(6.0 / fanIn));
        uniform("xavier_uniform", std::sqrt(6.0 / (fanIn + fanOut)));
        uniform("lecun_uniform", std::sqrt(3.0 / fanIn));
        uniform("torch_uniform", std::sqrt(1.0 / fanIn));
        // A normal distribution cut at two deviations has 0.7737 of its variance.
        QTest::addRow("truncated_normal") << QString("truncated_normal") << 0.7737 * 0.02 * 0.02 << 0.04;
    }
    void statistics()
    {
        QFETCH(QString, name);
        QFETCH(double, variance);
        QFETCH(double, bound);
        const Tensor tensor = make(name.toStdString());
        const auto count = static_cast<double>(tensor.count());
        const Moments m = momentsOf(tensor);
        // Four standard errors.
        QVERIFY2(std::abs(m.mean) < 4 * std::sqrt(variance / count), std::to_string(m.mean).c_str());
        QVERIFY2(std::abs(m.variance / variance - 1) < 4 * std::sqrt(2 / count), std::to_string(m.variance / variance).c_str());
        if (bound > 0) {
            QVERIFY(m.largest <= bound);
            QVERIFY(m.largest > 0.95 * bound);
        } else {
            QVERIFY(m.largest > 3 * std::sqrt(variance)); // it has tails
        }
    }

    void fixed()
    {
        QCOMPARE(momentsOf(make("zeros")).largest, 0.0);
        QCOMPARE(momentsOf(make("ones")).mean, 1.0);
        QCOMPARE(momentsOf(make("constant", {{"value", 0.25}})).mean, 0.25);
        QCOMPARE(momentsOf(make("constant", {{"value", 0.25}})).variance, 0.0);
        const Moments bounded = momentsOf(make("uniform", {{"bound", 0.5}}));
        QVERIFY(bounded.largest <= 0.5 && bounded.largest > 0.49);
    }

    void forgetGate()
    {
        const Tensor b = initialValue("b", {DType::F32, {8}}, "forget_gate", {}, 1);
        for (int64_t i = 0; i < 8; ++i) QCOMPARE(b.at(i), i == 2 || i == 3 ? 1.0 : 0.0);
    }

    void orthogonal()
    {
        for (const Shape& shape : {Shape{20, 12}, Shape{12, 20}}) {
            const Tensor w = initialValue("w", {DType::F32, shape}, "orthogonal", {}, 1);
            const bool tall = shape[0] > shape[1];
            const int64_t vectors = std::min(shape[0], shape[1]), size = std::max(shape[0], shape[1]);
            for (int64_t a = 0; a < vectors; ++a)
                for (int64_t b = 0; b < vectors; ++b) {
                    double dot = 0;
                    for (int64_t k = 0; k < size; ++k)
                        dot += tall ? w.at(k * shape[1] + a) * w.at(k * shape[1] + b) : w.at(a * shape[1] + k) * w.at(b * shape[1] + k);
                    QVERIFY(std::abs(dot - (a == b)) < 1e-5);
                }
        }
    }

    /// A function of name, type and seed, and of nothing else.
    void reproducible()
    {
        for (const char* name : {"he_normal", "xavier_uniform", "orthogonal", "truncated_normal"}) {
            const Tensor first = make(name);
            const auto same = [&](const Tensor& other) {
                return std::equal(first.span<float>().begin(), first.span<float>().end(), other.span<float>().begin());
            };
            QVERIFY(same(make(name)));
            QVERIFY(!same(make(name, {}, "b.weight")));
            QVERIFY(!same(make(name, {}, "a.weight", 2)));
        }
    }

    void described()
    {
        for (const InitializerSpec* spec : allInitializers()) {
            QVERIFY(spec->doc.back() == '.');
            for (const AttrSpec& attribute : spec->attributes) QVERIFY(!attribute.doc.empty());
        }
    }
};

QTEST_GUILESS_MAIN(InitializersTest)
#include "initializers.moc"
