// SPDX-License-Identifier: Apache-2.0
// Every layer of the list, by its own description.
#include <QtTest>

#include <set>

#include "core/graph/verify.h"
#include "core/layers/initializer.h"
#include "core/layers/layer.h"
#include "core/ops/all.h"
#include "tests/support/backends.h"
#include "tests/support/derivatives.h"
#include "tests/support/evaluate.h"

using namespace ds;

namespace {

/// A layer alone in a graph.
struct Built {
    Graph graph{allOps()};
    std::vector<TensorType> outputs;
    std::string error;
};

Built build(const LayerSpec& spec, const std::vector<TensorType>& types, Attrs attrs, bool training)
{
    Built built;
    if (const Errors errors = validate(spec.attributes, attrs); !errors.empty()) {
        built.error = messages(errors);
        return built;
    }
    GraphBuilder graph(built.graph);
    LayerBuilder builder(graph, training);
    Values inputs;
    for (std::size_t i = 0; i < types.size(); ++i) {
        const Port& port = spec.inputs[std::min(i, spec.inputs.size() - 1)];
        const bool absent = port.kind == PortKind::Optional && types[i] == TensorType{};
        inputs.push_back(absent ? Value{} : graph.input("x" + std::to_string(i), types[i]));
    }
    const LayerBuilder::Scope scope(builder, "layer", false);
    const Values outputs = spec.build(builder, {attrs, inputs});
    if (graph.failed()) {
        const Error& error = graph.error();
        built.error = Error{error.text, "", error.hint}.message();
        return built;
    }
    for (const Value& output : outputs) {
        built.outputs.push_back(output.type());
        graph.output("y" + std::to_string(built.graph.outputs.size()), output);
    }
    return built;
}

/// Whole numbers from 0 to 2, so that samples need three classes, nodes or steps.
std::vector<Tensor> randomInputs(const Graph& graph)
{
    Rng rng(5);
    std::vector<Tensor> tensors;
    for (const GraphInput& input : graph.inputs) {
        const ValueInfo& info = graph.value(input.value);
        if (input.kind == InputKind::State) {
            tensors.push_back(initialValue(info.name, info.type, input.initializer, input.initializerAttrs, 3));
            continue;
        }
        Tensor tensor(info.type);
        for (int64_t i = 0; i < tensor.count(); ++i)
            tensor.set(i, isFloat(info.type.dtype) ? rng.uniform(-1, 1)
                                                   : static_cast<double>(rng.below(info.type.dtype == DType::Bool ? 2 : 3)));
        tensors.push_back(tensor);
    }
    return tensors;
}

const std::set<std::string_view> categories = {"data",      "convolution", "dense", "normalisation",  "activation", "recurrent",
                                               "attention", "pooling",     "shape", "regularisation", "loss"};

} // namespace

class LayersTest : public QObject {
    Q_OBJECT

private:
    const LayerSpec& layer() const
    {
        QFETCH(QString, name);
        return *findLayer(name.toStdString());
    }
    LayerSample sample() const
    {
        QFETCH(int, index);
        return layer().samples()[static_cast<std::size_t>(index)];
    }
    static void layerRows()
    {
        QTest::addColumn<QString>("name");
        for (std::string_view name : layerNames())
            QTest::addRow("%s", std::string(name).c_str()) << QString::fromStdString(std::string(name));
    }
    static void sampleRows()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("index");
        for (const LayerSpec* spec : allLayers())
            for (int i = 0; i < static_cast<int>(spec->samples().size()); ++i)
                QTest::addRow("%s %d", std::string(spec->name).c_str(), i) << QString::fromStdString(std::string(spec->name)) << i;
    }

private slots:
    void description_data() { layerRows(); }
    void description()
    {
        const LayerSpec& spec = layer();
        QVERIFY(!spec.doc.empty() && spec.doc.back() == '.');
        QVERIFY2(categories.count(spec.category), std::string(spec.category).c_str());
        QVERIFY(!spec.outputs.empty());
        QVERIFY(spec.samples && !spec.samples().empty());
        for (const AttrSpec& attribute : spec.attributes) {
            QVERIFY2(attribute.doc.size() > 5 && attribute.doc.back() == '.', std::string(attribute.name).c_str());
            if (attribute.required) continue;
            Attrs attrs;
            attrs.set(attribute.name, attribute.fallback);
            QVERIFY2(validate({attribute}, attrs).empty(), std::string(attribute.name).c_str());
        }
    }

    void runs_data() { sampleRows(); }
    void runs()
    {
        for (bool training : {true, false}) {
            const Built built = build(layer(), sample().inputs, sample().attrs, training);
            QVERIFY2(built.error.empty(), built.error.c_str());
            const Errors errors = verify(built.graph);
            QVERIFY2(errors.empty(), messages(errors).c_str());
            const test::Evaluation result = test::evaluate(built.graph, randomInputs(built.graph), test::reference(), {7, 2});
            QVERIFY2(result.error.empty(), result.error.c_str());
            for (std::size_t i = 0; i < result.outputs.size(); ++i) {
                QCOMPARE(result.outputs[i].type().text(), built.outputs[i].text());
                for (int64_t k = 0; k < result.outputs[i].count(); ++k) QVERIFY(std::isfinite(result.outputs[i].at(k)));
            }
            for (const Node& node : built.graph.nodes) QVERIFY(node.origin.starts_with("layer"));
            for (const GraphInput& input : built.graph.inputs)
                if (input.kind != InputKind::Feed) QVERIFY2(findInitializer(input.initializer), input.initializer.c_str());
        }
    }

    void gradients_data() { sampleRows(); }
    void gradients()
    {
        for (bool training : {true, false}) {
            const Built built = build(layer(), sample().inputs, sample().attrs, training);
            const std::string problem = test::checkGraphDerivatives(built.graph, randomInputs(built.graph));
            QVERIFY2(problem.empty(), problem.c_str());
        }
    }

    void badInput_data() { layerRows(); }
    void badInput()
    {
        if (!layer().badSamples) return;
        for (const BadLayerSample& bad : layer().badSamples())
            QCOMPARE(QString::fromStdString(build(layer(), bad.inputs, bad.attrs, true).error), QString::fromStdString(bad.text));
    }

    /// Batch sizes other than those of the samples, and a batch of one.
    void anyBatch_data() { layerRows(); }
    void anyBatch()
    {
        for (const LayerSample& each : layer().samples()) {
            if (each.inputs.front().shape.rank() < 2 || layer().name == "GraphConv" || layer().name == "GATLayer") continue;
            const int64_t batch = each.inputs.front().shape[0];
            std::vector<TensorType> types = each.inputs;
            for (TensorType& type : types)
                if (type.shape.rank() && type.shape[0] == batch && type.dtype != DType::Bool) type.shape[0] = 7;
            const Built built = build(layer(), types, each.attrs, false);
            QVERIFY2(built.error.empty(), built.error.c_str());
            if (layer().name != "GlobalGraphPool") QCOMPARE(built.outputs.front().shape[0], int64_t{7});
        }
    }
};

QTEST_GUILESS_MAIN(LayersTest)
#include "layers.moc"
