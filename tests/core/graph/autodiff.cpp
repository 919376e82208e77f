// SPDX-License-Identifier: Apache-2.0
#include "core/graph/autodiff.h"

#include <QtTest>

#include "core/graph/verify.h"
#include "core/ops/all.h"
#include "tests/support/backends.h"
#include "tests/support/evaluate.h"

using namespace ds;

class AutodiffTest : public QObject {
    Q_OBJECT

private:
    /// Gradient of the sum of f(x) at x, all in f64.
    template <class F>
    static std::vector<double> gradientOf(F f, std::initializer_list<double> at)
    {
        Graph graph(allOps());
        GraphBuilder builder(graph);
        const Tensor x = Tensor::of({static_cast<int64_t>(at.size())}, at, DType::F64);
        const Value input = builder.input("x", x.type());
        const Value loss = sum(f(input));
        const Values grads = gradients(builder, {loss}, {builder.scalar(1, DType::F64)}, {input});
        builder.output("g", grads[0] ? grads[0] : builder.zerosLike(input));
        if (builder.failed() || !verify(graph).empty()) return {};
        const test::Evaluation result = test::evaluate(graph, {x}, test::reference());
        std::vector<double> values;
        for (int64_t i = 0; result.error.empty() && i < x.count(); ++i) values.push_back(result.outputs[0].at(i));
        return values;
    }

private slots:
    void sharedValues()
    {
        // d/dx (x * x * x + x) = 3 x^2 + 1, where x is read four times.
        QVERIFY((gradientOf([](Value x) { return x * x * x + x; }, {2, -1}) == std::vector<double>{13, 4}));
        // A value that is read along two ways.
        QVERIFY((gradientOf(
                     [](Value x) {
                         const Value y = x * 3.0;
                         return y * y + y;
                     },
                     {1}) == std::vector<double>{21}));
    }

    void throughDecompositions()
    {
        // softsign is only decomposed: 1 / (1 + |x|)^2.
        QVERIFY((gradientOf([](Value x) { return x.builder().op("softsign", {x}); }, {1, -3}) == std::vector<double>{0.25, 0.0625}));
        // The output of a decomposed op is read on, twice.
        QVERIFY((gradientOf(
                     [](Value x) {
                         const Value y = x.builder().op("softsign", {x});
                         return y * y;
                     },
                     {1}) == std::vector<double>{0.25}));
        QVERIFY((gradientOf(
                     [](Value x) {
                         return x.builder().op("tile", {x}, {{"repeats", Ints{3}}});
                     },
                     {1, 5}) == std::vector<double>{3, 3}));
    }

    void stopsAtConstants()
    {
        QVERIFY((gradientOf([](Value x) { return x.builder().op("stop_gradient", {x}) * x; }, {4}) == std::vector<double>{4}));
        QVERIFY((gradientOf([](Value x) { return x.builder().op("floor", {x}); }, {4.5}) == std::vector<double>{0}));
    }

    void dependentWanted()
    {
        // Gradients with respect to x and to y = f(x): that of y must not run on into x twice.
        Graph graph(allOps());
        GraphBuilder builder(graph);
        const Value x = builder.input("x", {DType::F64, {1}}), y = x * 2.0, z = y * y;
        const Values grads = gradients(builder, {z}, {builder.full(1, {1}, DType::F64)}, {x, y});
        builder.output("x", grads[0]);
        builder.output("y", grads[1]);
        const test::Evaluation result = test::evaluate(graph, {Tensor::of({1}, {3}, DType::F64)}, test::reference());
        QCOMPARE(result.outputs[0].at(0), 24.0);
        QCOMPARE(result.outputs[1].at(0), 12.0);
    }

    void nothingFlows()
    {
        Graph graph(allOps());
        GraphBuilder builder(graph);
        const Value x = builder.input("x", {DType::F32, {1}}), y = builder.input("y", {DType::F32, {1}});
        const Values grads = gradients(builder, {x * 2.0}, {x}, {y, x});
        QVERIFY(!grads[0] && grads[1]);
        QVERIFY(!gradients(builder, {x * 2.0}, {Value{}}, {x})[0]);
    }

    void originsAreKept()
    {
        Graph graph(allOps());
        GraphBuilder builder(graph);
        const Value x = builder.input("x", {DType::F32, {1}});
        builder.setOrigin("block/tanh");
        const Value y = builder.op("tanh", {x});
        builder.setOrigin("outer");
        const std::size_t first = graph.nodes.size();
        gradients(builder, {y}, {x}, {x});
        QVERIFY(graph.nodes.size() > first);
        for (std::size_t i = first; i < graph.nodes.size(); ++i) QCOMPARE(graph.nodes[i].origin, std::string("block/tanh"));
        QCOMPARE(builder.origin(), std::string("outer"));
    }

    void errorsStick()
    {
        Graph graph(allOps());
        GraphBuilder builder(graph);
        const Value x = builder.input("x", {DType::F32, {2}}), y = builder.input("y", {DType::F32, {3}});
        const Value z = matmul(x + y, x) * 2.0;
        QVERIFY(!z && builder.failed());
        QCOMPARE(QString::fromStdString(builder.error().message()),
                 "add: the shapes [2] and [3] cannot be broadcast together. Sizes must be equal or 1, counted from the last dimension.");
        QVERIFY(graph.nodes.empty());
    }
};

QTEST_GUILESS_MAIN(AutodiffTest)
#include "autodiff.moc"
