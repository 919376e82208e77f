// SPDX-License-Identifier: Apache-2.0
// Predictions with fixed weights: folded and fused kernels say what plain ops in double say.
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/graph/builder.h"
#include "core/graph/op_spec.h"
#include "core/ops/all.h"
#include "core/train/learner.h"

using namespace ds;

class Frozen : public QObject {
    Q_OBJECT

    /// A stem, a residual block whose shortcut is the identity, one whose shortcut is a convolution, depthwise filters, a bias.
    static Document network()
    {
        Document d;
        const auto conv = [&](const char* name, int64_t filters, int64_t groups, bool bias) {
            d.model.layers.push_back(
                {name, "Conv2d", {{"filters", filters}, {"kernel", 3}, {"padding", "same"}, {"groups", groups}, {"bias", bias}}});
        };
        const auto plain = [&](const char* name, const char* type) { d.model.layers.push_back({name, type}); };
        const auto wire = [&](const char* from, const char* to) {
            const bool second = std::any_of(d.model.wires.begin(), d.model.wires.end(), [&](const Wire& w) { return w.to.layer == to; });
            d.model.wires.push_back({{from}, {to, second ? 1 : 0}});
        };
        d.model.layers = {{"in", "Input", {{"field", "x"}}}};
        conv("stem", 16, 1, true);
        plain("stem_bn", "BatchNorm");
        plain("stem_relu", "ReLU");
        conv("same", 16, 1, false);
        plain("same_bn", "BatchNorm");
        plain("same_add", "Add");
        plain("same_relu", "ReLU");
        conv("depth", 16, 16, false);
        plain("depth_bn", "BatchNorm");
        conv("short", 16, 1, false);
        plain("short_bn", "BatchNorm");
        plain("other_add", "Add");
        plain("other_relu", "ReLU");
        plain("flatten", "Flatten");
        d.model.layers.push_back({"hidden", "Dense", {{"units", 21}}});
        plain("hidden_relu", "ReLU");
        d.model.layers.push_back({"fc", "Dense", {{"units", 4}}});
        for (const auto& [from, to] : std::initializer_list<std::pair<const char*, const char*>>{{"in", "stem"},
                                                                                                 {"stem", "stem_bn"},
                                                                                                 {"stem_bn", "stem_relu"},
                                                                                                 {"stem_relu", "same"},
                                                                                                 {"same", "same_bn"},
                                                                                                 {"same_bn", "same_add"},
                                                                                                 {"stem_relu", "same_add"},
                                                                                                 {"same_add", "same_relu"},
                                                                                                 {"same_relu", "depth"},
                                                                                                 {"depth", "depth_bn"},
                                                                                                 {"same_relu", "short"},
                                                                                                 {"short", "short_bn"},
                                                                                                 {"depth_bn", "other_add"},
                                                                                                 {"short_bn", "other_add"},
                                                                                                 {"other_add", "other_relu"},
                                                                                                 {"other_relu", "flatten"},
                                                                                                 {"flatten", "hidden"},
                                                                                                 {"hidden", "hidden_relu"},
                                                                                                 {"hidden_relu", "fc"}})
            wire(from, to);
        d.loss = {"cross_entropy", {{"prediction", "fc"}, {"target", "y"}}};
        d.optimizer = {"adamw"};
        return d;
    }

    static Feeds batch(uint64_t seed, int64_t size)
    {
        Rng rng(seed);
        Tensor x(TensorType{DType::F32, {size, 3, 10, 10}}), y(TensorType{DType::I64, {size}});
        for (int64_t i = 0; i < x.count(); ++i) x.set(i, rng.normal());
        for (int64_t i = 0; i < size; ++i) y.set(i, static_cast<double>(rng.below(4)));
        return {{"x", x}, {"y", y}};
    }

    static std::unique_ptr<Learner> withStatesOf(Learner& trained, const LearnerSettings& settings)
    {
        std::unique_ptr<Learner> learner = Learner::create(network(), settings).value();
        for (const StateStore::Entry& entry : trained.states().entries()) (void)learner->adopt(entry.name, trained.states().read(entry));
        return learner;
    }

private slots:
    void saysWhatThePlainModelSays()
    {
        const std::unique_ptr<Learner> trained = Learner::create(network(), {"cpu", 3}).value();
        for (uint64_t i = 0; i < 5; ++i) {
            const Result<StepResult> result = trained->step(batch(i, 8), 0.01);
            QVERIFY2(result.ok(), result ? "" : result.error().message().c_str());
        }
        const auto frozen = withStatesOf(*trained, {"cpu", 3, 4, true}), plain = withStatesOf(*trained, {"reference", 3});
        for (int64_t size : {1, 5, 1}) {
            const Feeds feeds = batch(77, size);
            const Tensor a = *frozen->predict({feeds.front()}), b = *plain->predict({feeds.front()}),
                         c = *trained->predict({feeds.front()});
            double largest = 0;
            for (int64_t i = 0; i < b.count(); ++i) largest = std::max(largest, std::abs(b.at(i)));
            QVERIFY(largest > 0.05);
            for (int64_t i = 0; i < b.count(); ++i) {
                QVERIFY2(std::abs(a.at(i) - b.at(i)) < 1e-4 * largest, qPrintable(QString::number(a.at(i) - b.at(i))));
                QVERIFY2(std::abs(c.at(i) - b.at(i)) < 1e-4 * largest, qPrintable(QString::number(c.at(i) - b.at(i))));
            }
        }
    }

    /// Weights in panels, with remainders of rows and columns, either way round, on both sides of the limit of rows.
    void packedProducts()
    {
        Rng rng(9);
        for (int i = 0; i < 60; ++i) {
            const auto upTo = [&](uint64_t most) { return static_cast<int64_t>(1 + rng.below(most)); };
            const int64_t rows = i % 10 == 0 ? 600 : upTo(70), inner = upTo(90), units = upTo(80);
            const bool transposed = rng.below(2), relu = rng.below(2);
            Graph graph(allOps());
            GraphBuilder b(graph);
            const Value x = b.input("x", {DType::F32, {rows, inner}});
            const Value w = b.parameter("w", {DType::F32, transposed ? Shape{units, inner} : Shape{inner, units}}, "zeros");
            const Value bias = b.parameter("bias", {DType::F32, {units}}, "zeros");
            b.output("y", b.op("linear", {x, w, bias}, {{"transpose_b", transposed}, {"activation", relu ? "relu" : "none"}}));
            const auto random = [&](const TensorType& type) {
                Tensor tensor(type);
                for (int64_t k = 0; k < tensor.count(); ++k) tensor.set(k, rng.normal());
                return tensor;
            };
            const std::map<std::string, Tensor> values{{"x", random(x.type())}, {"w", random(w.type())}, {"bias", random(bias.type())}};
            const auto run = [&](const char* device, bool frozen) {
                const std::unique_ptr<Backend> backend = createBackend(device);
                StateStore states(*backend);
                CompileOptions options;
                options.frozen = frozen;
                options.initial = [&](const GraphInput&, const ValueInfo& info) { return values.at(info.name); };
                const std::unique_ptr<Plan> plan = compile(graph, *backend, states, options).value();
                plan->feed(0, values.at("x"));
                plan->run({});
                for (const Plan::StepInfo& step : plan->steps())
                    if (frozen && (rows <= 512) != (step.kernel == "packed")) return Tensor{};
                return plan->output(0);
            };
            const Tensor packed = run("cpu", true), expected = run("reference", false);
            QVERIFY(packed.defined());
            for (int64_t k = 0; k < expected.count(); ++k)
                QVERIFY2(std::abs(packed.at(k) - expected.at(k)) < 1e-4,
                         qPrintable(QString("%1 x %2 x %3").arg(rows).arg(inner).arg(units)));
        }
    }

    /// Of the ops for each prediction none is left that works on weights only, and none that normalises.
    void weightsAreMadeReadyOnce()
    {
        const auto frozen = Learner::create(network(), {"cpu", 3, 4, true}).value();
        const Plan& plan = **frozen->prepare({{"x", {DType::F32, {2, 3, 10, 10}}}}, Learner::Purpose::Predict);
        QStringList ops;
        for (const Plan::StepInfo& step : plan.steps())
            ops << QString::fromLatin1(plan.graph().nodes[static_cast<std::size_t>(step.node)].op->name.data());
        for (const QString& op : ops)
            QVERIFY2(QStringList({"conv", "conv_activation", "linear", "reorder"}).contains(op), qPrintable(ops.join(" ")));
        QVERIFY(plan.onceBytes() > 0);
    }
};

QTEST_GUILESS_MAIN(Frozen)
#include "frozen.moc"
