// SPDX-License-Identifier: Apache-2.0
// Losses against numbers worked out by hand, and by their own descriptions.
#include "core/layers/loss.h"

#include <QtTest>

#include <cmath>

#include "core/graph/verify.h"
#include "core/ops/all.h"
#include "tests/support/backends.h"
#include "tests/support/derivatives.h"
#include "tests/support/evaluate.h"

using namespace ds;

namespace {

struct Built {
    Graph graph{allOps()};
    std::string error;
};

/// Outputs: the loss of the batch, then the loss of each item.
Built build(const LossSpec& spec, const TensorType& prediction, const TensorType& target, Attrs attrs)
{
    Built built;
    if (const Errors errors = validate(spec.attributes, attrs); !errors.empty()) {
        built.error = messages(errors);
        return built;
    }
    GraphBuilder graph(built.graph);
    LayerBuilder builder(graph, true);
    const Value x = graph.input("prediction", prediction), y = graph.input("target", target);
    const LossTerms terms = spec.build(builder, {attrs, x, y});
    graph.output("loss", batchLoss(graph, terms));
    graph.output("losses", terms.each);
    if (graph.failed()) built.error = Error{graph.error().text, "", graph.error().hint}.message();
    return built;
}

std::vector<Tensor> run(std::string_view name, const Tensor& prediction, const Tensor& target, const Attrs& attrs = {})
{
    const Built built = build(*findLoss(name), prediction.type(), target.type(), attrs);
    if (!built.error.empty()) qFatal("%s", built.error.c_str());
    return test::evaluate(built.graph, {prediction, target}, test::reference()).outputs;
}

double lossOf(std::string_view name, const Tensor& prediction, const Tensor& target, const Attrs& attrs = {})
{
    return run(name, prediction, target, attrs).front().at(0);
}

Tensor classes(std::initializer_list<double> values) { return Tensor::of({static_cast<int64_t>(values.size())}, values, DType::I64); }
Tensor numbers(std::initializer_list<double> values) { return Tensor::of({static_cast<int64_t>(values.size())}, values); }
Tensor column(std::initializer_list<double> values) { return Tensor::of({static_cast<int64_t>(values.size()), 1}, values); }

bool near(double a, double b) { return std::abs(a - b) <= 2e-6 * std::max(1.0, std::abs(b)); }

} // namespace

#define NEAR(actual, expected)                                                                                                             \
    QVERIFY2(near(actual, expected), (std::to_string(actual) + " instead of " + std::to_string(expected)).c_str())

class LossesTest : public QObject {
    Q_OBJECT

private slots:
    void crossEntropy()
    {
        // Scores log 1, log 2, log 5: probabilities 1/8, 2/8, 5/8.
        const double l2 = std::log(2.0), l5 = std::log(5.0), l8 = std::log(8.0);
        const Tensor x = Tensor::of({2, 3}, {0, l2, l5, 0, l2, l5});
        NEAR(lossOf("cross_entropy", x, classes({2, 0})), ((l8 - l5) + l8) / 2);
        // Weighted: sum of w * loss over sum of w.
        const Attrs weights{{"class_weights", Floats{3, 1, 0.5}}};
        NEAR(lossOf("cross_entropy", x, classes({2, 0}), weights), (0.5 * (l8 - l5) + 3 * l8) / 3.5);
        // Ignored targets do not count, neither in the sum nor in the mean.
        NEAR(lossOf("cross_entropy", x, classes({2, -100})), l8 - l5);
        NEAR(lossOf("cross_entropy", x, classes({2, 0}), {{"ignore_index", 0}}), l8 - l5);
        NEAR(lossOf("cross_entropy", x, classes({2, -100}), weights), l8 - l5);
        NEAR(lossOf("cross_entropy", x, classes({-100, -100})), 0.0);
        // Smoothing: (1 - s) * loss + s * mean over classes.
        const double all = (3 * l8 - l2 - l5) / 3;
        NEAR(lossOf("cross_entropy", x, classes({2, 2}), {{"label_smoothing", 0.3}}), 0.7 * (l8 - l5) + 0.3 * all);
        // A weighted mean over positions.
        const Tensor pixels = Tensor::of({1, 2, 2}, {0, l2, 0, 0});
        NEAR(lossOf("cross_entropy", pixels, Tensor::of({1, 2}, {0, -100}, DType::I64)), l2);
    }

    void focal()
    {
        // p = 1/4 of what is true: (3/4)^2 * log 4.
        const Tensor x = Tensor::of({1, 2}, {0, std::log(3.0)});
        NEAR(lossOf("focal", x, classes({0})), 0.5625 * std::log(4.0));
        NEAR(lossOf("focal", x, classes({0}), {{"gamma", 0.5}, {"alpha", Floats{0.2, 1}}}), 0.2 * std::sqrt(0.75) * std::log(4.0));
        NEAR(lossOf("focal", x, classes({0}), {{"gamma", 0}}), std::log(4.0));
        const Tensor score = column({std::log(3.0)});
        NEAR(lossOf("focal", score, numbers({0})), 0.5625 * std::log(4.0));
        NEAR(lossOf("focal", score, numbers({0}), {{"alpha", 0.25}}), 0.75 * 0.5625 * std::log(4.0));
        NEAR(lossOf("focal", score, numbers({1}), {{"alpha", 0.25}, {"gamma", 1}}), 0.25 * 0.25 * std::log(4.0 / 3));
    }

    void bce()
    {
        const double l3 = std::log(3.0);
        NEAR(lossOf("bce", column({l3, l3}), numbers({1, 0})), (std::log(4.0 / 3) + std::log(4.0)) / 2);
        NEAR(lossOf("bce", numbers({l3, l3}), classes({1, 0}), {{"pos_weight", 5}}), (5 * std::log(4.0 / 3) + std::log(4.0)) / 2);
        NEAR(lossOf("bce", numbers({-200, 200}), numbers({0, 1})), 0.0);
        NEAR(lossOf("bce", numbers({200}), numbers({0})), 200.0);
        NEAR(lossOf("bce", numbers({-200}), numbers({1}), {{"pos_weight", 2}}), 400.0);
    }

    void regression()
    {
        const Tensor x = column({1, 2, 7}), y = numbers({1, 2.5, 4}); // errors 0, -0.5, 3
        NEAR(lossOf("mse", x, y), (0.25 + 9) / 3);
        NEAR(lossOf("mae", x, y), 3.5 / 3);
        NEAR(lossOf("huber", x, y), (0.125 + 2.5) / 3);
        NEAR(lossOf("huber", x, y, {{"delta", 2}}), (0.125 + 2 * (3 - 1)) / 3);
        NEAR(lossOf("smooth_l1", x, y), (0.125 + 2.5) / 3);
        NEAR(lossOf("smooth_l1", x, y, {{"beta", 2}}), (0.0625 + 2) / 3);
        NEAR(lossOf("log_cosh", x, y), (std::log(std::cosh(0.5)) + std::log(std::cosh(3.0))) / 3);
        NEAR(lossOf("log_cosh", numbers({-500}), numbers({500})), 1000 - std::log(2.0));
        NEAR(lossOf("quantile", x, y, {{"quantile", 0.9}}), (0.9 * 0.5 + 0.1 * 3) / 3);
        QCOMPARE(run("mse", x, y)[1].shape().text(), std::string("[3, 1]"));
    }

    void others()
    {
        NEAR(lossOf("hinge", numbers({0.25, 2, -1}), numbers({1, 1, 1})), (0.75 + 0 + 2) / 3);
        NEAR(lossOf("hinge", numbers({0.25, -2}), numbers({0, -1})), 1.25 / 2);
        const double l3 = std::log(3.0);
        NEAR(lossOf("kl_divergence", Tensor::of({1, 2}, {0, l3}), Tensor::of({1, 2}, {0.5, 0.5})),
             0.5 * std::log(0.5 / 0.25) + 0.5 * std::log(0.5 / 0.75));
        NEAR(lossOf("kl_divergence", Tensor::of({1, 2}, {0, l3}), Tensor::of({1, 2}, {0, 1})), std::log(4.0 / 3));
        NEAR(lossOf("poisson_nll", numbers({std::log(2.0)}), numbers({3})), 2 - 3 * std::log(2.0));
        NEAR(lossOf("gaussian_nll", Tensor::of({1, 2}, {1, std::log(4.0)}), numbers({3})), 0.5 * (std::log(4.0) + 4.0 / 4));
        // Probabilities 3/4 and 1/4 against 1 and 0: overlap 3/4 of 2.
        NEAR(lossOf("dice", Tensor::of({1, 2}, {l3, -l3}), Tensor::of({1, 2}, {1, 0}), {{"smooth", 0}}), 1 - 2 * 0.75 / 2);
        NEAR(lossOf("dice", Tensor::of({1, 2, 1}, {0, l3}), Tensor::of({1, 1}, {1}, DType::I64), {{"smooth", 0}}), 1 - 2 * 0.75 / 2);
        NEAR(lossOf("cosine", Tensor::of({2, 2}, {3, 4, 1, 0}), Tensor::of({2, 2}, {4, 3, -2, 0})), ((1 - 24.0 / 25) + 2) / 2);
    }

    void samples_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("index");
        for (const LossSpec* spec : allLosses())
            for (int i = 0; i < static_cast<int>(spec->samples().size()); ++i)
                QTest::addRow("%s %d", std::string(spec->name).c_str(), i) << QString::fromStdString(std::string(spec->name)) << i;
    }
    void samples()
    {
        QFETCH(QString, name);
        QFETCH(int, index);
        const LossSpec& spec = *findLoss(name.toStdString());
        const LayerSample sample = spec.samples()[static_cast<std::size_t>(index)];
        const Built built = build(spec, sample.inputs[0], sample.inputs[1], sample.attrs);
        QVERIFY2(built.error.empty(), built.error.c_str());
        QVERIFY(verify(built.graph).empty());
        Rng rng(2);
        std::vector<Tensor> inputs;
        for (const TensorType& type : sample.inputs) {
            Tensor tensor(type);
            for (int64_t i = 0; i < tensor.count(); ++i)
                tensor.set(i, isFloat(type.dtype) ? rng.uniform(0.1, 0.9) : static_cast<double>(rng.below(type.shape.rank() ? 2 : 1)));
            inputs.push_back(tensor);
        }
        const auto outputs = test::evaluate(built.graph, inputs, test::reference()).outputs;
        QCOMPARE(outputs.front().shape().rank(), 0);
        QVERIFY(std::isfinite(outputs.front().at(0)));
        QCOMPARE(outputs[1].shape()[0], sample.inputs[0].shape[0]);
        const std::string problem = test::checkGraphDerivatives(built.graph, inputs);
        QVERIFY2(problem.empty(), problem.c_str());
    }

    void badInput()
    {
        for (const LossSpec* spec : allLosses()) {
            QVERIFY2(spec->badSamples, std::string(spec->name).c_str());
            for (const BadLayerSample& bad : spec->badSamples())
                QCOMPARE(QString::fromStdString(build(*spec, bad.inputs[0], bad.inputs[1], bad.attrs).error),
                         QString::fromStdString(bad.text));
        }
    }

    void described()
    {
        for (const LossSpec* spec : allLosses()) {
            QVERIFY(spec->doc.back() == '.');
            for (const AttrSpec& attribute : spec->attributes) QVERIFY(attribute.doc.back() == '.');
        }
    }
};

QTEST_GUILESS_MAIN(LossesTest)
#include "losses.moc"
