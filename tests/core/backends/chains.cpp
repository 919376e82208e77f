// SPDX-License-Identifier: Apache-2.0
// Random graphs of elementwise ops, through all passes and the plan of memory on the CPU, against the same ops one by one in double
// precision.
#include <QtTest>

#include "core/backends/compile.h"
#include "core/graph/builder.h"
#include "core/graph/text.h"
#include "core/ops/all.h"
#include "tests/support/backends.h"

using namespace ds;

class ChainsTest : public QObject {
    Q_OBJECT

    Rng m_rng{static_cast<uint64_t>(qEnvironmentVariableIntValue("DS_FUZZ_SEED") + 17)};
    int64_t below(int64_t n) { return static_cast<int64_t>(m_rng.below(static_cast<uint64_t>(n))); }

    Tensor random(const TensorType& type)
    {
        Tensor tensor(type);
        for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, m_rng.uniform() * 2 - 1);
        return tensor;
    }

    /// Values stay small, so that no stage blows up what another rounded.
    Graph graph(const Shape& shape)
    {
        Graph made(allOps());
        GraphBuilder b(made);
        Values full{b.input("x", {DType::F32, shape}), b.input("y", {DType::F32, shape})};
        const Value state = b.state("s", {DType::F32, shape});
        full.push_back(state);
        const Values single{b.input("a", {DType::F32, {}}), b.input("b", {DType::F32, {1}})};
        const auto any = [&] { return full[static_cast<std::size_t>(below(static_cast<int64_t>(full.size())))]; };
        const auto stages = 3 + below(20);
        for (int64_t i = 0; i < stages; ++i) {
            const Value x = below(3) ? full.back() : any();
            Value y;
            switch (below(9)) {
            case 0: y = b.op("tanh", {x}); break;
            case 1: y = b.op("sigmoid", {x}); break;
            case 2: y = b.op("clamp", {x}, {{"min", -0.5}, {"max", 0.75}}); break;
            case 3: y = b.op("relu_grad", {any(), x}); break;
            case 4: y = b.op("gelu_grad", {any(), x}, {{"approximate", below(2) ? "tanh" : "none"}}) * 0.5; break;
            case 5: y = (x + any()) * 0.5; break;
            case 6: y = below(2) ? x * single[static_cast<std::size_t>(below(2))] : single[static_cast<std::size_t>(below(2))] - x; break;
            case 7: y = b.op("matmul", {x, any()}) * (1.0 / static_cast<double>(shape[1])); break; // ends chains
            default: y = b.op("maximum", {x, any()}); break;
            }
            full.push_back(y);
        }
        b.output("z", full.back());
        if (below(2)) b.output("w", any());
        if (below(2)) b.update(state, any());
        return made;
    }

    struct Outcome {
        std::vector<Tensor> values;
        int chains = 0;
        QString graph;
    };
    static Outcome run(Backend& backend, const Graph& graph, const std::map<std::string, Tensor>& values)
    {
        StateStore states(backend);
        CompileOptions options;
        options.initial = [&](const GraphInput&, const ValueInfo& info) { return values.at(info.name); };
        const std::unique_ptr<Plan> plan = compile(graph, backend, states, options).value();
        for (const auto& [name, value] : values)
            if (const int at = plan->feedIndex(name); at >= 0) plan->feed(at, value);
        Outcome outcome;
        for (int step = 0; step < 2; ++step) { // the second one sees the state that the first one left
            plan->run({});
            for (const GraphOutput& output : graph.outputs) outcome.values.push_back(plan->output(plan->outputIndex(output.name)));
        }
        for (const Node& node : plan->graph().nodes) outcome.chains += node.op->name == "elementwise";
        outcome.graph = QString::fromStdString(printGraph(plan->graph()));
        return outcome;
    }

private slots:
    void sameAsOneByOne()
    {
        int chains = 0;
        for (int i = 0; i < 200; ++i) {
            const int64_t side = i % 20 == 0 ? 150 : 1 + below(12); // some of them on several threads, over many stretches
            const Shape shape{side, side};
            const Graph made = graph(shape);
            std::map<std::string, Tensor> values;
            for (const GraphInput& input : made.inputs) values[made.value(input.value).name] = random(made.type(input.value));
            const Outcome plain = run(test::reference(), made, values);
            QCOMPARE(plain.chains, 0);
            const Outcome cpu = run(*test::backends().back(), made, values);
            chains += cpu.chains;
            for (std::size_t v = 0; v < plain.values.size(); ++v)
                for (int64_t k = 0; k < plain.values[v].count(); ++k)
                    QVERIFY2(
                        std::abs(cpu.values[v].at(k) - plain.values[v].at(k)) < 2e-5,
                        qPrintable(QString("%1 instead of %2 in\n%3").arg(cpu.values[v].at(k)).arg(plain.values[v].at(k)).arg(cpu.graph)));
        }
        QVERIFY(chains > 200);
    }
};

QTEST_APPLESS_MAIN(ChainsTest)
#include "chains.moc"
