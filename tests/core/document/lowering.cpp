// SPDX-License-Identifier: Apache-2.0
#include "core/document/lower.h"

#include <QtTest>

#include <algorithm>

#include "core/graph/text.h"
#include "core/graph/verify.h"
#include "tests/support/backends.h"
#include "tests/support/evaluate.h"

using namespace ds;

namespace {

LayerNode node(const std::string& name, const std::string& type, Attrs attrs = {}) { return {name, type, std::move(attrs)}; }

Wire wire(const std::string& from, const std::string& to) { return {{from, 0}, {to, 0}}; }

/// x → layers of the model → y.
Document documentOf(std::vector<LayerNode> layers, std::vector<Wire> wires, const std::string& prediction)
{
    Document document;
    document.name = "n";
    document.model.layers = std::move(layers);
    document.model.wires = std::move(wires);
    document.loss = {"mse", {{"prediction", prediction}, {"target", "y"}}};
    return document;
}

Lowered lowered(const Document& document, bool training = true, bool withLoss = true)
{
    LowerRequest request;
    request.fields = {{"x", {DType::F32, {4, 3}}}, {"y", {DType::F32, {4, 3}}}};
    request.training = training;
    request.withLoss = withLoss;
    return lower(document, request);
}

/// A composite that holds `inner` between its input and output.
LayerNode wrapped(const std::string& name, LayerNode inner)
{
    auto model = std::make_shared<Model>();
    const std::string innerName = inner.name;
    model->layers = {node("in", "Input"), std::move(inner), node("out", "Output")};
    model->wires = {wire("in", innerName), wire(innerName, "out")};
    LayerNode composite = node(name, "Composite");
    composite.model = model;
    return composite;
}

const LayerNode x = {"x", "Input", {{"field", "x"}}};

std::vector<std::string> inputNames(const Graph& graph, InputKind kind)
{
    std::vector<std::string> names;
    for (const GraphInput& input : graph.inputs)
        if (input.kind == kind) names.push_back(graph.value(input.value).name);
    return names;
}

} // namespace

class LoweringTest : public QObject {
    Q_OBJECT

private slots:
    void text()
    {
        const Lowered result = lowered(documentOf({x, node("fc", "Dense", {{"units", 3}})}, {wire("x", "fc")}, "fc"));
        QCOMPARE(messages(result.errors), std::string());
        QCOMPARE(QString::fromStdString(printGraph(result.graph)), QString(R"(graph "n" {
  feed %x: f32[4, 3]
  parameter %fc.weight: f32[3, 3] = he_normal {fan_in = 3, fan_out = 3}
  %2: f32[4, 3] = matmul(%x, %fc.weight) @fc
  parameter %fc.bias: f32[3] = zeros {fan_in = 1, fan_out = 1}
  %4: f32[4, 3] = add(%2, %fc.bias) @fc
  feed %y: f32[4, 3]
  %6: f32[4, 3] = sub(%4, %y) @loss
  %7: f32[4, 3] = mul(%6, %6) @loss
  %8: f32[] = mean(%7) @loss
  output prediction = %4
  output loss = %8
  output losses = %7
}
)"));
        QCOMPARE(result.shapes.at("fc").outputs.front().text(), std::string("f32[4, 3]"));
        const Lowered bare = lowered(documentOf({x, node("fc", "Dense", {{"units", 3}})}, {wire("x", "fc")}, "fc"), false, false);
        QCOMPARE(bare.graph.outputs.size(), std::size_t{1});
        QCOMPARE(inputNames(bare.graph, InputKind::Feed), std::vector<std::string>{"x"});
    }

    /// Layers may stand in the file in any order.
    void order()
    {
        const LayerNode fc = node("fc", "Dense", {{"units", 3}}), relu = node("r", "ReLU");
        const std::vector<Wire> wires = {wire("r", "fc"), wire("x", "r")};
        const Graph a = lowered(documentOf({x, relu, fc}, wires, "fc")).graph, b = lowered(documentOf({fc, relu, x}, wires, "fc")).graph;
        QCOMPARE(printGraph(a), printGraph(b));
    }

    void composites()
    {
        // Three deep: parameters and origins carry the whole path.
        const LayerNode deep = wrapped("a", wrapped("b", wrapped("c", node("fc", "Dense", {{"units", 3}}))));
        const Lowered result = lowered(documentOf({x, deep}, {wire("x", "a")}, "a"));
        QCOMPARE(messages(result.errors), std::string());
        QCOMPARE(inputNames(result.graph, InputKind::Parameter), (std::vector<std::string>{"a/b/c/fc.weight", "a/b/c/fc.bias"}));
        QCOMPARE(result.graph.nodes.front().origin, std::string("a/b/c/fc"));
        QVERIFY(result.shapes.count("a/b/c/fc") && result.shapes.count("a/b") && result.shapes.count("a"));
        // An error inside names the path, too.
        const LayerNode wrong = wrapped("a", wrapped("b", node("conv", "Conv2d", {{"filters", 1}, {"kernel", 1}})));
        QCOMPARE(messages(lowered(documentOf({x, wrong}, {wire("x", "a")}, "a")).errors),
                 std::string("Conv2d \"a/b/conv\": expects a 4-D input [N, C, H, W], got [4, 3]."));
    }

    void frozen()
    {
        LayerNode fc = node("fc", "Dense", {{"units", 3}}), composite = wrapped("block", fc);
        fc.frozen = composite.frozen = true;
        for (const auto& [layer, path] : {std::pair{fc, "fc"}, std::pair{composite, "block/fc"}}) {
            const Lowered result = lowered(
                documentOf({x, layer, node("last", "Dense", {{"units", 3}})}, {wire("x", layer.name), wire(layer.name, "last")}, "last"));
            QCOMPARE(messages(result.errors), std::string());
            QCOMPARE(inputNames(result.graph, InputKind::Parameter), (std::vector<std::string>{"last.weight", "last.bias"}));
            QCOMPARE(inputNames(result.graph, InputKind::State),
                     (std::vector<std::string>{std::string(path) + ".weight", std::string(path) + ".bias"}));
            // It starts as it would if it were trained.
            QCOMPARE(result.graph.inputOf(result.graph.findInput(std::string(path) + ".weight"))->initializer, std::string("he_normal"));
        }
    }

    void muted()
    {
        LayerNode relu = node("r", "ReLU"), block = wrapped("block", node("fc", "Dense", {{"units", 7}}));
        relu.muted = block.muted = true;
        const Lowered result = lowered(documentOf({x, relu, block}, {wire("x", "r"), wire("r", "block")}, "block"));
        QCOMPARE(messages(result.errors), std::string());
        QCOMPARE(result.graph.findOutput("prediction"), result.graph.findInput("x"));
    }

    void trainingAndEvaluation()
    {
        const Document document =
            documentOf({x, node("bn", "BatchNorm"), node("drop", "Dropout")}, {wire("x", "bn"), wire("bn", "drop")}, "drop");
        const Graph training = lowered(document).graph, evaluation = lowered(document, false).graph;
        const auto has = [](const Graph& graph, const char* op) {
            return std::any_of(graph.nodes.begin(), graph.nodes.end(), [&](const Node& n) { return n.op->name == op; });
        };
        QVERIFY(has(training, "batch_norm") && has(training, "dropout") && training.updates.size() == 2);
        QVERIFY(has(evaluation, "batch_norm_inference") && !has(evaluation, "dropout") && evaluation.updates.empty());
        // Both keep the same things.
        QCOMPARE(inputNames(training, InputKind::State), inputNames(evaluation, InputKind::State));
    }

    /// Two dropouts do not drop the same elements.
    void streams()
    {
        const Graph graph =
            lowered(documentOf({x, node("a", "Dropout"), node("b", "Dropout")}, {wire("x", "a"), wire("a", "b")}, "b")).graph;
        QVERIFY(graph.nodes[0].attrs.integer("stream") != graph.nodes[1].attrs.integer("stream"));
    }

    /// Ignored targets: the loss is the mean over the others, as the outputs let it be computed over many batches, too.
    void weightedLoss()
    {
        Document document = documentOf({x}, {}, "x");
        document.loss = {"cross_entropy", {{"prediction", "x"}, {"target", "y"}}};
        LowerRequest request;
        request.fields = {{"x", {DType::F32, {4, 3}}}, {"y", {DType::I64, {4}}}};
        const Lowered result = lower(document, request);
        QCOMPARE(messages(result.errors), std::string());
        const auto outputs =
            test::evaluate(result.graph,
                           {Tensor::of({4, 3}, {1, 2, 3, 4, 5, 6, 0, 0, 0, 1, 0, 0}), Tensor::of({4}, {0, -100, 1, -100}, DType::I64)},
                           test::reference())
                .outputs;
        const auto output = [&](const char* name) {
            for (std::size_t i = 0; i < outputs.size(); ++i)
                if (result.graph.outputs[i].name == name) return outputs[i];
            return Tensor();
        };
        double losses = 0, weights = 0;
        for (int i = 0; i < 4; ++i) losses += output("losses").at(i), weights += output("loss_weights").at(i);
        QCOMPARE(weights, 2.0);
        QVERIFY(std::abs(output("loss").at(0) - losses / weights) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(LoweringTest)
#include "lowering.moc"
