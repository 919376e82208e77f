// SPDX-License-Identifier: Apache-2.0
#include "core/graph/verify.h"

#include <QtTest>

#include "core/graph/builder.h"
#include "core/ops/all.h"

using namespace ds;

/// Each test breaks one rule of a sound graph: x, weight -> exp -> mul -> y, and an update of the weight.
class VerifyTest : public QObject {
    Q_OBJECT

private:
    static Graph sound()
    {
        Graph graph(allOps());
        GraphBuilder builder(graph);
        const Value x = builder.input("x", {DType::F32, {2}}), w = builder.parameter("w", {DType::F32, {2}}, "zeros");
        const Value y = builder.op("exp", {x}) * w;
        builder.output("y", y);
        builder.update(w, y);
        return graph;
    }
    static QString errorsOf(const Graph& graph) { return QString::fromStdString(messages(verify(graph))).trimmed(); }

private slots:
    void soundGraph() { QCOMPARE(errorsOf(sound()), ""); }

    void readBeforeDefinition()
    {
        Graph graph = sound();
        std::swap(graph.nodes[0], graph.nodes[1]);
        QVERIFY(errorsOf(graph).contains("node 0 (mul): %2 is read before it is defined."));
    }
    void outOfRange()
    {
        Graph graph = sound();
        graph.nodes[0].inputs[0] = 99;
        QVERIFY(errorsOf(graph).contains("node 0 (exp): a value id is out of range."));
        graph = sound();
        graph.outputs[0].value = -5;
        QVERIFY(errorsOf(graph).contains("output y: a value id is out of range."));
    }
    void definedTwice()
    {
        Graph graph = sound();
        graph.nodes[1].outputs[0] = graph.nodes[0].outputs[0];
        QVERIFY(errorsOf(graph).contains("node 1 (mul): %2 is defined twice."));
    }
    void wrongProducer()
    {
        Graph graph = sound();
        graph.value(graph.nodes[0].outputs[0]).producer = 1;
        QVERIFY(errorsOf(graph).contains("node 0 (exp): an output names another producer."));
        graph = sound();
        graph.value(graph.inputs[0].value).producer = 0;
        QVERIFY(errorsOf(graph).contains("x: an input has a producer."));
    }
    void wrongType()
    {
        Graph graph = sound();
        graph.value(graph.nodes[0].outputs[0]).type.shape = {1};
        QVERIFY(errorsOf(graph).contains("node 0 (exp): output 0 is f32[1], inference gives f32[2]."));
    }
    void wrongAttribute()
    {
        Graph graph = sound();
        graph.nodes[0].attrs.set("axis", int64_t{1});
        QVERIFY(errorsOf(graph).contains("there is no attribute of this name"));
    }
    void wrongNumberOfInputs()
    {
        Graph graph = sound();
        graph.nodes[0].inputs.push_back(graph.inputs[0].value);
        QVERIFY(errorsOf(graph).contains("takes at most 1 inputs, got 2"));
        graph.nodes[0].inputs.clear();
        QVERIFY(errorsOf(graph).contains("input \"x\" is missing"));
    }
    void wrongNumberOfOutputs()
    {
        Graph graph = sound();
        graph.values.push_back({{DType::F32, {2}}, {}, 1, {}});
        graph.nodes[1].outputs.push_back(static_cast<ValueId>(graph.values.size() - 1));
        QVERIFY(errorsOf(graph).contains("node 1 (mul): the number of outputs is wrong."));
    }
    void names()
    {
        Graph graph = sound();
        graph.value(graph.inputs[1].value).name = "x";
        QVERIFY(errorsOf(graph).contains("x: two inputs have this name."));
        graph.value(graph.inputs[1].value).name = "";
        QVERIFY(errorsOf(graph).contains("input: an input has no name."));
        graph = sound();
        graph.outputs.push_back(graph.outputs[0]);
        QVERIFY(errorsOf(graph).contains("y: two outputs have this name."));
    }
    void layout()
    {
        Graph graph = sound();
        graph.value(graph.nodes[0].outputs[0]).layout = Layout("aBcd16b");
        QVERIFY(errorsOf(graph).contains("node 0 (exp): the memory layout \"aBcd16b\" does not fit a tensor of 1 dimensions."));
    }
    void updates()
    {
        Graph graph = sound();
        graph.updates.push_back(graph.updates[0]);
        QVERIFY(errorsOf(graph).contains("update of w: there are two updates."));
        graph = sound();
        graph.updates[0].state = graph.inputs[0].value;
        QVERIFY(errorsOf(graph).contains("update of x: only parameters and states can be updated."));
        graph = sound();
        graph.value(graph.inputs[1].value).type.dtype = DType::F64;
        QVERIFY(errorsOf(graph).contains("update of w: the new value has another type."));
    }
};

QTEST_GUILESS_MAIN(VerifyTest)
#include "verify.moc"
