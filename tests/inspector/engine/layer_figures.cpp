// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <cmath>

#include "inspector/engine/layer_figures.h"

using namespace ds;
using namespace ds::inspector;

namespace {

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

Document document()
{
    Document d;
    d.model.layers = {{"in", "Input"}, {"fc", "Dense"}, {"act", "ReLU"}, {"out", "Dense"}};
    return d;
}

Sight sight(int64_t update, const char* name, Quantity quantity, std::vector<float> values)
{
    return {update, name, quantity, statisticsOf(values), "", ""};
}

std::vector<double> valuesOf(const std::vector<LayerFigure>& figures, const std::string& layer)
{
    std::vector<double> values;
    for (const LayerFigure& figure : figures)
        if (figure.layer == layer)
            for (const auto& point : figure.points) values.push_back(std::round(1e9 * point.value) / 1e9);
    return values;
}

} // namespace

class LayerFiguresTest : public QObject {
    Q_OBJECT

private slots:
    void ofResults()
    {
        Trace trace;
        trace.add({sight(1, "out", Quantity::Activation, {3, -3}), sight(1, "act", Quantity::Activation, {0, 0, 0, 2})});
        trace.add({sight(2, "act", Quantity::Activation, {0, notANumber})});
        trace.add({sight(2, "act", Quantity::ActivationGradient, {0.5, 0.5})});
        const auto sizes = figuresOf(trace, Figure::ResultSize, document());
        QCOMPARE(sizes.size(), std::size_t{2});
        QCOMPARE(sizes[0].layer, std::string("act")); // as the document lists them, not as they were seen
        QCOMPARE(sizes[0].points[0].value, 1.0);
        QVERIFY(std::isnan(sizes[0].points[1].value));
        QCOMPARE(sizes[0].points[1].update, 2);
        QCOMPARE(valuesOf(sizes, "out"), std::vector<double>{3});
        QCOMPARE(valuesOf(figuresOf(trace, Figure::ResultZeros, document()), "act"), (std::vector<double>{0.75, 0.5}));
        QCOMPARE(valuesOf(figuresOf(trace, Figure::GradientSize, document()), "act"), std::vector<double>{0.5});
        QVERIFY(figuresOf(trace, Figure::UpdateRatio, document()).empty());
    }

    void ofLayersThatAnothersOpComputes()
    {
        Document d;
        // Listed against the direction of the chain; the sum is computed with bn2, and the last two with it.
        d.model.layers = {{"in", "Input"},     {"flat", "Flatten"}, {"relu2", "ReLU"},   {"sum", "Add"},   {"bn2", "BatchNorm"},
                          {"conv2", "Conv2d"}, {"relu1", "ReLU"},   {"conv1", "Conv2d"}, {"out", "Dense"}, {"alone", "ReLU"}};
        d.model.wires = {{{"in"}, {"conv1"}},  {{"conv1"}, {"relu1"}},  {{"relu1"}, {"conv2"}},
                         {{"conv2"}, {"bn2"}}, {{"relu1"}, {"sum", 0}}, {{"bn2"}, {"sum", 1}},
                         {{"sum"}, {"relu2"}}, {{"relu2"}, {"flat"}},   {{"flat"}, {"out"}}};
        Trace trace;
        for (const char* layer : {"conv1", "conv2", "bn2", "out"}) trace.add({sight(1, layer, Quantity::Activation, {1, 2})});
        const std::map<std::string, std::string> expected{{"relu1", "conv1"}, {"sum", "bn2"}, {"relu2", "bn2"}, {"flat", "bn2"}};
        QVERIFY(computedWith(trace, d) == expected);
        QVERIFY(computedWith(Trace(), d).empty());
    }

    void ofParametersTogether()
    {
        Trace trace;
        trace.add({sight(1, "fc.weight", Quantity::Weight, {3, 4}), sight(1, "fc.bias", Quantity::Weight, {100}),
                   sight(1, "fc.weight", Quantity::Update, {0.3F, 0.4F}), sight(1, "fc.bias", Quantity::Update, {100}),
                   sight(1, "out.kernel", Quantity::Weight, {1, 1}), sight(1, "out.recurrent", Quantity::Weight, {3, 3})});
        const auto sizes = figuresOf(trace, Figure::WeightSize, document());
        QCOMPARE(valuesOf(sizes, "fc").size(), std::size_t{1});
        QVERIFY(std::abs(valuesOf(sizes, "fc")[0] - std::sqrt(12.5)) < 1e-6); // without the bias
        QVERIFY(std::abs(valuesOf(sizes, "out")[0] - std::sqrt(5)) < 1e-6);   // of both
        const auto ratios = figuresOf(trace, Figure::UpdateRatio, document());
        QVERIFY(std::abs(valuesOf(ratios, "fc")[0] - 0.1) < 1e-6);
        QVERIFY(valuesOf(ratios, "out").empty());
    }

    void aLayerWithABiasOnlyHasItsFigure()
    {
        Trace trace;
        trace.add({sight(1, "fc.bias", Quantity::Weight, {2})});
        QCOMPARE(valuesOf(figuresOf(trace, Figure::WeightSize, document()), "fc"), std::vector<double>{2});
    }
};

QTEST_GUILESS_MAIN(LayerFiguresTest)
#include "layer_figures.moc"
