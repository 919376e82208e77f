// SPDX-License-Identifier: Apache-2.0
#include "core/graph/text.h"

#include <QtTest>

#include "core/graph/builder.h"
#include "core/ops/all.h"

using namespace ds;

namespace {
// The example of text.h and all that it does not show.
const char* const everything = R"(graph "mlp" {
  feed %x: f32[2, 3]
  feed %ids: i64[4]
  parameter %fc.weight: f32[3, 4] = he_normal {fan_in = 3, fan_out = 4}
  state %count: i64[]
  state %empty: f32[0, 3] = zeros
  %5: f32[2, 4] = matmul(%x, %fc.weight) @encoder/fc
  %6: f32[2, 4] = leaky_relu(%5) {slope = 0.2}
  %7: f32[2, 4], %8: i64[2, 4] = sort(%6) {descending = true}
  %9: f32[4, 4] = gather(%7, %ids)
  %10: f32[2, 4] = clamp(%6) {max = 1e+30, min = -2.5}
  %11: f32[2] = constant() {shape = [2], values = [1.0, -inf]}
  output y = %9
  output logits.2 = %10
  update %count = %count
}
)";
} // namespace

class TextTest : public QObject {
    Q_OBJECT

private slots:
    void roundTrip()
    {
        const Result<Graph> graph = parseGraph(everything, allOps());
        QVERIFY2(graph.ok(), graph ? "" : graph.error().message().c_str());
        QCOMPARE(QString::fromStdString(printGraph(*graph)), QString::fromLatin1(everything));
        QCOMPARE(graph->nodes.front().origin, std::string("encoder/fc"));
        QVERIFY(graph->inputs[2].kind == InputKind::Parameter);
        QCOMPARE(graph->inputs[2].initializerAttrs.integer("fan_in"), 3);
    }

    void quotesInNames()
    {
        Graph graph(allOps());
        graph.name = "a \"quoted\"\\ name";
        const Result<Graph> parsed = parseGraph(printGraph(graph), allOps());
        QVERIFY2(parsed.ok(), parsed ? "" : parsed.error().message().c_str());
        QCOMPARE(parsed->name, graph.name);
    }

    void layoutsAndAbsentInputs()
    {
        Graph graph(allOps());
        GraphBuilder builder(graph);
        const Value image = builder.input("image", {DType::F32, {1, 3, 2, 2}});
        const Value p = builder.state("p", {DType::F32, {4}}), lr = builder.input("lr", {DType::F32, {}}),
                    s = builder.state("s", {DType::F32, {4}});
        const Value v = builder.state("v", {DType::F32, {4}});
        builder.output("p", builder.ops("sgd", {p, p, lr, v}, {{"momentum", 0.9}})[0]);
        builder.output("q", builder.ops("rmsprop", {p, p, s, lr, {}, {}})[0]);
        graph.value(builder.op("relu", {image}).id()).layout = Layout("aBcd16b");
        const std::string text = printGraph(graph);
        QVERIFY2(text.find("rmsprop(%p, %p, %s, %lr, _, _)") != std::string::npos, text.c_str());
        QVERIFY2(text.find(": f32[1, 3, 2, 2]:aBcd16b = relu(%image)") != std::string::npos, text.c_str());
        const Result<Graph> parsed = parseGraph(text, allOps());
        QVERIFY2(parsed.ok(), parsed ? "" : parsed.error().message().c_str());
        QCOMPARE(QString::fromStdString(printGraph(*parsed)), QString::fromStdString(text));
    }

    void errors_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* body, const char* message) { QTest::addRow("%s", name) << body << message; };
        row("no op", "  %1: f32[2] = epx(%x)", "line 3: there is no op \"epx\".");
        row("unknown value", "  %1: f32[2] = exp(%y)", "line 3: %y is not defined above.");
        row("wrong type", "  %1: f32[3] = exp(%x)", "line 3: %1 is f32[3] but exp gives f32[2].");
        row("wrong dtype", "  feed %z: float[3]", "line 3: expects a type such as f32[2, 3] before \"[3]\".");
        row("user error", "  %1: f32[2] = matmul(%x, %x)",
            "line 3: matmul: expects matrices, got f32[2]. Reshape it to have two dimensions.");
        row("attribute", "  %1: f32[2] = elu(%x) {alhpa = 1.0}",
            "line 3: elu, alhpa: there is no attribute of this name. Did you mean \"alpha\"?");
        row("outputs", "  %1: f32[2] = sort(%x)", "line 3: sort has 2 outputs, not 1.");
        row("mixed list", "  %1: f32[2] = sum(%x) {axes = [0, \"a\"]}", "line 3: expects a list of one type before \"}\".");
        row("unclosed", "  %1: f32[2] = exp(%x", "line 3: expects , or ) before \"\".");
        row("output", "  output y %x", "line 3: expects = before \"%x\".");
    }
    void errors()
    {
        QFETCH(QString, body);
        QFETCH(QString, message);
        const std::string text = "graph \"g\" {\n  feed %x: f32[2]\n" + body.toStdString() + "\n}\n";
        const Result<Graph> graph = parseGraph(text, allOps());
        QVERIFY(!graph.ok());
        QCOMPARE(QString::fromStdString(graph.error().message()), message);
    }

    void missingBrace()
    {
        const Result<Graph> graph = parseGraph("graph \"g\" {\n  feed %x: f32[2]\n", allOps());
        QVERIFY(!graph.ok());
        QCOMPARE(QString::fromStdString(graph.error().message()), "line 2: the graph does not end with }.");
    }

    void anyCutIsAnError()
    {
        const std::string text = everything;
        for (std::size_t size = 0; size + 2 < text.size(); ++size) QVERIFY(!parseGraph(text.substr(0, size), allOps()).ok());
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "text.moc"
