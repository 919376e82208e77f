// SPDX-License-Identifier: Apache-2.0
// What explanations say of models whose answer is known by hand, and of others what it has to add up to.
#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

#include "inspector/engine/explanation.h"
#include "tests/support/models.h"

using namespace ds;
using namespace ds::inspector;

namespace {

Document model(std::vector<LayerNode> layers)
{
    Document document;
    document.name = "p";
    document.model.layers = std::move(layers);
    ds::test::connectInARow(document.model);
    document.loss = {"cross_entropy", {{"prediction", document.model.layers.back().name}, {"target", "label"}}};
    document.optimizer = {"sgd", {{"learning_rate", 0.1}}};
    return document;
}

std::unique_ptr<Learner> learnerFor(Document document)
{
    Result<std::unique_ptr<Learner>> learner = Learner::create(std::move(document), {"cpu", std::random_device()(), 8, true});
    if (!learner) qFatal("%s", learner.error().message().c_str());
    return std::move(learner).value();
}

Tensor random(Shape shape)
{
    std::mt19937 draw(std::random_device{}());
    std::normal_distribution<float> normal;
    Tensor tensor(TensorType{DType::F32, shape});
    for (float& x : tensor.span<float>()) x = normal(draw);
    return tensor;
}

std::unique_ptr<ScoreFunction> scoreOf(Learner& learner, const Field& field, const Tensor& sample, std::optional<int64_t> target = {})
{
    Result<std::unique_ptr<ScoreFunction>> score = ScoreFunction::make(learner, {field}, {{field.name, sample}}, field.name, target);
    if (!score) qFatal("%s", score.error().message().c_str());
    return std::move(score).value();
}

std::vector<float> explained(ScoreFunction& score, const char* method)
{
    const Result<Tensor> map = findExplanation(method)->explain(score);
    if (!map) qFatal("%s", map.error().message().c_str());
    const auto values = map->span<float>();
    return {values.begin(), values.end()};
}

double sumOf(const std::vector<float>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

} // namespace

class ExplanationsTest : public QObject {
    Q_OBJECT

private slots:
    /// Of w·x + b the gradient is w, and x counts w·x.
    void ofALinearModel()
    {
        const auto learner = learnerFor(model({{"in", "Input", {{"field", "x"}}}, {"out", "Dense", {{"units", 3}}}}));
        const Tensor x = random({1, 5}), w = random({5, 3}), b = random({3});
        QVERIFY(learner->adopt("out.weight", w).ok() && learner->adopt("out.bias", b).ok());
        const auto score = scoreOf(*learner, {"x", {DType::F32, {5}}}, x, 2);
        QCOMPARE(score->places(), Shape({5}));
        QVERIFY(score->lastConvolution().empty());
        const std::vector<float> saliency = explained(*score, "saliency"), integrated = explained(*score, "integrated_gradients"),
                                 occluded = explained(*score, "occlusion");
        for (int64_t i = 0; i < 5; ++i) {
            const double slope = w.at(i * 3 + 2), part = slope * x.at(i);
            const auto at = static_cast<std::size_t>(i);
            QVERIFY(std::abs(saliency[at] - std::abs(slope)) < 1e-5);
            QVERIFY(std::abs(integrated[at] - part) < 1e-4);
            QVERIFY(std::abs(occluded[at] - part) < 1e-4);
        }
        const Result<Tensor> none = findExplanation("grad_cam")->explain(*score);
        QVERIFY(!none.ok());
        QVERIFY2(none.error().message().find("needs a convolution") != std::string::npos, none.error().message().c_str());
    }

    /// The greatest output, if none is named.
    void whatIsExplained()
    {
        const auto learner = learnerFor(model({{"in", "Input", {{"field", "x"}}}, {"out", "Dense", {{"units", 4}}}}));
        const Tensor x = random({1, 6});
        const auto score = scoreOf(*learner, {"x", {DType::F32, {6}}}, x);
        for (int64_t i = 0; i < 4; ++i) QVERIFY(score->prediction().at(i) <= score->prediction().at(score->target()));
        QVERIFY(std::abs(score->scores(x)->front() - score->prediction().at(score->target())) < 1e-5);
        const Field field{"x", {DType::F32, {6}}};
        const auto problem = [&](const std::string& name, std::optional<int64_t> target) {
            const auto made = ScoreFunction::make(*learner, {field}, {{"x", x}}, name, target);
            return made.ok() ? std::string() : made.error().message();
        };
        QCOMPARE(problem("x", 4), std::string("output 4: the model has 4 outputs."));
        QCOMPARE(problem("y", {}), std::string("field \"y\": is no input of the model."));
    }

    /// Against finite differences, and what counts adds up to the difference of the scores.
    void ofANetwork_data()
    {
        QTest::addColumn<bool>("picture");
        QTest::newRow("picture") << true;
        QTest::newRow("row") << false;
    }
    void ofANetwork()
    {
        QFETCH(bool, picture);
        const auto learner = learnerFor(picture ? model({{"in", "Input", {{"field", "x"}}},
                                                         {"conv", "Conv2d", {{"filters", 6}, {"kernel", 3}, {"padding", "same"}}},
                                                         {"act", "Tanh"},
                                                         {"pool", "AvgPool2d"},
                                                         {"flatten", "Flatten"},
                                                         {"out", "Dense", {{"units", 3}}}})
                                                : model({{"in", "Input", {{"field", "x"}}},
                                                         {"fc", "Dense", {{"units", 16}}},
                                                         {"act", "Tanh"},
                                                         {"out", "Dense", {{"units", 3}}}}));
        Field field{"x", {DType::F32, picture ? Shape{2, 8, 8} : Shape{10}}};
        if (picture) field.black = {-0.5, 0.25};
        Shape shape = field.type.shape;
        shape.insert(0, 1);
        const Tensor x = random(shape);
        const auto score = scoreOf(*learner, field, x, 1);
        QCOMPARE(score->places(), picture ? Shape({8, 8}) : Shape({10}));
        const Tensor gradient = *score->gradients(x);
        for (int64_t i = 0; i < x.count(); i += 7) {
            constexpr double step = 1e-2;
            Tensor above = x.clone(), below = x.clone();
            above.set(i, x.at(i) + step), below.set(i, x.at(i) - step);
            const double slope = (score->scores(above)->front() - score->scores(below)->front()) / (2 * step);
            QVERIFY2(std::abs(slope - gradient.at(i)) < 2e-3 + 0.02 * std::abs(slope), qPrintable(QString::number(slope - gradient.at(i))));
        }
        if (picture) QVERIFY(score->baseline().at(0) == -0.5 && score->baseline().at(64) == 0.25);
        const double whole = score->scores(score->entry())->front() - score->scores(score->baseline())->front();
        QVERIFY(std::abs(sumOf(explained(*score, "integrated_gradients")) - whole) < 0.01 * std::abs(whole) + 1e-3);
        const std::vector<float> saliency = explained(*score, "saliency");
        for (std::size_t i = 0; i < saliency.size(); ++i) {
            double squares = gradient.at(static_cast<int64_t>(i)) * gradient.at(static_cast<int64_t>(i));
            if (picture) squares += gradient.at(static_cast<int64_t>(i) + 64) * gradient.at(static_cast<int64_t>(i) + 64);
            QVERIFY(std::abs(saliency[i] - std::sqrt(squares)) < 1e-5);
        }
    }

    /// The score is the brightness of one corner: that corner it is, whoever is asked.
    void findsWhatCounts_data()
    {
        QTest::addColumn<QString>("method");
        for (const ExplanationSpec* spec : allExplanations()) QTest::newRow(spec->name.data()) << QString::fromLatin1(spec->name.data());
    }
    void findsWhatCounts()
    {
        QFETCH(QString, method);
        const auto learner = learnerFor(model({{"in", "Input", {{"field", "x"}}},
                                               {"conv", "Conv2d", {{"filters", 1}, {"kernel", 3}, {"padding", "same"}}},
                                               {"act", "ReLU"},
                                               {"flatten", "Flatten"},
                                               {"out", "Dense", {{"units", 2}}}}));
        Tensor kernel = Tensor::zeros({DType::F32, {1, 1, 3, 3}}), weights = Tensor::zeros({DType::F32, {256, 2}});
        kernel.set(4, 1);
        for (int64_t y = 0; y < 16; ++y)
            for (int64_t x = 0; x < 16; ++x) weights.set((y * 16 + x) * 2 + 1, y < 8 && x >= 8 ? 1 : 0);
        QVERIFY(learner->adopt("conv.weight", kernel).ok() && learner->adopt("conv.bias", Tensor::zeros({DType::F32, {1}})).ok());
        QVERIFY(learner->adopt("out.weight", weights).ok() && learner->adopt("out.bias", Tensor::zeros({DType::F32, {2}})).ok());
        // Grad-CAM weighs whole maps by one number: it shows where the map is, so here only the corner is bright.
        Tensor x = Tensor::zeros({DType::F32, {1, 1, 16, 16}});
        for (int64_t i = 0; i < 256; ++i) x.set(i, i / 16 < 8 && i % 16 >= 8 ? 1 : 0.01);
        const auto score = scoreOf(*learner, {"x", {DType::F32, {1, 16, 16}}}, x, 1);
        QCOMPARE(score->lastConvolution(), std::string("conv"));
        const std::vector<float> map = explained(*score, method.toLatin1().constData());
        double inside = 0, all = 0;
        for (std::size_t i = 0; i < map.size(); ++i) {
            all += std::abs(map[i]);
            inside += i / 16 < 8 && i % 16 >= 8 ? std::abs(map[i]) : 0;
        }
        QVERIFY2(inside > 0.85 * all, qPrintable(QStringLiteral("%1 of %2").arg(inside).arg(all)));
        QVERIFY(all > 0);
    }

    /// The mean of vectors of words: each counts by its own.
    void ofWords()
    {
        const auto learner = learnerFor(model({{"in", "Input", {{"field", "text"}}},
                                               {"embedding", "Embedding", {{"vocabulary", 20}, {"units", 6}}},
                                               {"flatten", "Flatten"},
                                               {"out", "Dense", {{"units", 2}}}}));
        const Tensor table = random({20, 6}), w = random({24, 2});
        QVERIFY(learner->adopt("embedding.weight", table).ok() && learner->adopt("out.weight", w).ok());
        const Tensor words = Tensor::of({1, 4}, {7, 3, 19, 0}, DType::I64);
        Field field{"text", {DType::I64, {4}}};
        const auto score = scoreOf(*learner, field, words, 1);
        QCOMPARE(score->places(), Shape({4}));
        const std::vector<float> integrated = explained(*score, "integrated_gradients"), occluded = explained(*score, "occlusion");
        for (int64_t t = 0; t < 4; ++t) {
            double part = 0;
            for (int64_t d = 0; d < 6; ++d) part += w.at((t * 6 + d) * 2 + 1) * table.at(static_cast<int64_t>(words.at(t)) * 6 + d);
            QVERIFY(std::abs(integrated[static_cast<std::size_t>(t)] - part) < 1e-4);
            QVERIFY(std::abs(occluded[static_cast<std::size_t>(t)] - part) < 1e-4);
        }
    }
};

QTEST_GUILESS_MAIN(ExplanationsTest)
#include "explanations.moc"
