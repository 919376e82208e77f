// SPDX-License-Identifier: Apache-2.0
// Optimisers against their formulas, step by step, by way of whole training graphs on the reference backend.
#include "core/optim/optimizer.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <map>

#include "core/base/pattern.h"
#include "core/graph/builder.h"
#include "core/graph/verify.h"
#include "core/ops/all.h"
#include "core/optim/training_graph.h"
#include "tests/support/backends.h"
#include "tests/support/evaluate.h"

using namespace ds;

namespace {

/// loss = mean over the batch of sum(w * x): the gradient of w is the mean of the rows of x.
Graph linearLoss(int64_t batch)
{
    Graph graph(allOps());
    GraphBuilder b(graph);
    const Value x = b.input("x", {DType::F32, {batch, 2}}), w = b.parameter("w", {DType::F32, {2}}, "zeros");
    b.output("loss", sum(x * w) / static_cast<double>(batch));
    return graph;
}

TrainingGraphSettings settingsFor(std::string_view optimizer, Attrs attrs = {})
{
    TrainingGraphSettings settings;
    settings.optimizer = findOptimizer(optimizer);
    if (!validate(settings.optimizer->attributes, attrs).empty()) qFatal("bad attributes");
    settings.optimizerAttrs = attrs;
    return settings;
}

/// Runs training graphs and keeps what they keep.
class Trainer {
public:
    explicit Trainer(std::initializer_list<double> w) { m_states["w"] = Tensor::of({2}, w); }

    /// Gives the outputs by name.
    std::map<std::string, Tensor> run(const Graph& graph, const Tensor& x, double learningRate, int64_t step)
    {
        if (!verify(graph).empty()) qFatal("%s", messages(verify(graph)).c_str());
        Graph watched = graph;
        for (std::size_t i = 0; i < graph.updates.size(); ++i)
            watched.outputs.push_back({"update" + std::to_string(i), graph.updates[i].value});
        std::vector<Tensor> inputs;
        for (const GraphInput& input : graph.inputs) {
            const ValueInfo& info = graph.value(input.value);
            if (info.name == "x") inputs.push_back(x);
            else if (info.name == "learning_rate") inputs.push_back(Tensor::scalar(learningRate));
            else if (info.name == "step") inputs.push_back(Tensor::scalar(static_cast<double>(step), DType::I64));
            else {
                Tensor& state = m_states[info.name];
                if (!state.defined()) state = info.name.starts_with("ema.") ? m_states["w"].clone() : Tensor::zeros(info.type);
                inputs.push_back(state);
            }
        }
        const test::Evaluation result = test::evaluate(watched, inputs, test::reference());
        if (!result.error.empty()) qFatal("%s", result.error.c_str());
        std::map<std::string, Tensor> outputs;
        for (std::size_t i = 0; i < graph.outputs.size(); ++i) outputs[graph.outputs[i].name] = result.outputs[i];
        for (std::size_t i = 0; i < graph.updates.size(); ++i)
            m_states[graph.value(graph.updates[i].state).name] = result.outputs[graph.outputs.size() + i];
        return outputs;
    }
    double at(const std::string& name, int64_t i) { return m_states.at(name).at(i); }

private:
    std::map<std::string, Tensor> m_states;
};

/// The formula for one element: from w, the gradient g, the number of the step (from 1) and its own memory to the new w.
using Formula = std::function<double(double w, double g, int t, double* memory)>;

const double gradients[3][2] = {{0.5, -2}, {1, 0.25}, {-0.75, 3}};

/// Three steps, and the largest difference from the formula.
double largestError(const TrainingGraphSettings& settings, double learningRate, const Formula& formula)
{
    const Graph graph = trainingGraph(linearLoss(1), settings).value();
    Trainer trainer({1, -3});
    double expected[2] = {1, -3}, memory[2][4] = {}, error = 0;
    for (int t = 1; t <= 3; ++t) {
        trainer.run(graph, Tensor::of({1, 2}, {gradients[t - 1][0], gradients[t - 1][1]}), learningRate, t);
        for (int i = 0; i < 2; ++i) {
            expected[i] = formula(expected[i], gradients[t - 1][i], t, memory[i]);
            error = std::max(error, std::abs(trainer.at("w", i) - expected[i]));
        }
    }
    return error;
}

double sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

} // namespace

#define CLOSE(error) QVERIFY2((error) < 2e-6, std::to_string(error).c_str())

class OptimizersTest : public QObject {
    Q_OBJECT

private slots:
    void sgd()
    {
        CLOSE(largestError(settingsFor("sgd"), 0.1, [](double w, double g, int, double*) { return w - 0.1 * g; }));
        CLOSE(largestError(settingsFor("sgd", {{"weight_decay", 0.2}}), 0.1,
                           [](double w, double g, int, double*) { return w - 0.1 * (g + 0.2 * w); }));
        CLOSE(largestError(settingsFor("sgd", {{"momentum", 0.9}}), 0.1, [](double w, double g, int, double* v) {
            v[0] = 0.9 * v[0] + g;
            return w - 0.1 * v[0];
        }));
        CLOSE(largestError(settingsFor("sgd", {{"momentum", 0.9}, {"nesterov", true}}), 0.1, [](double w, double g, int, double* v) {
            v[0] = 0.9 * v[0] + g;
            return w - 0.1 * (g + 0.9 * v[0]);
        }));
    }

    void adam()
    {
        const auto formula = [](double decay, bool decoupled) {
            return [=](double w, double g, int t, double* s) {
                if (decoupled) w -= 0.1 * decay * w;
                else g += decay * w;
                s[0] = 0.9 * s[0] + 0.1 * g;
                s[1] = 0.999 * s[1] + 0.001 * g * g;
                const double m = s[0] / (1 - std::pow(0.9, t)), v = s[1] / (1 - std::pow(0.999, t));
                return w - 0.1 * m / (std::sqrt(v) + 1e-8);
            };
        };
        CLOSE(largestError(settingsFor("adam"), 0.1, formula(0, false)));
        CLOSE(largestError(settingsFor("adam", {{"weight_decay", 0.3}}), 0.1, formula(0.3, false)));
        CLOSE(largestError(settingsFor("adamw", {{"weight_decay", 0.3}}), 0.1, formula(0.3, true)));
    }

    void rmsprop()
    {
        CLOSE(largestError(settingsFor("rmsprop"), 0.1, [](double w, double g, int, double* s) {
            s[0] = 0.99 * s[0] + 0.01 * g * g;
            return w - 0.1 * g / (std::sqrt(s[0]) + 1e-8);
        }));
        CLOSE(largestError(settingsFor("rmsprop", {{"momentum", 0.5}, {"centered", true}, {"alpha", 0.9}}), 0.1,
                           [](double w, double g, int, double* s) {
                               s[0] = 0.9 * s[0] + 0.1 * g * g;
                               s[1] = 0.9 * s[1] + 0.1 * g;
                               s[2] = 0.5 * s[2] + g / (std::sqrt(s[0] - s[1] * s[1]) + 1e-8);
                               return w - 0.1 * s[2];
                           }));
    }

    void adagrad()
    {
        CLOSE(largestError(settingsFor("adagrad", {{"lr_decay", 0.5}}), 0.1, [](double w, double g, int t, double* s) {
            s[0] += g * g;
            return w - 0.1 / (1 + (t - 1) * 0.5) * g / (std::sqrt(s[0]) + 1e-10);
        }));
    }

    void lion()
    {
        CLOSE(largestError(settingsFor("lion", {{"weight_decay", 0.1}}), 0.1, [](double w, double g, int, double* s) {
            const double step = sign(0.9 * s[0] + 0.1 * g) + 0.1 * w;
            s[0] = 0.99 * s[0] + 0.01 * g;
            return w - 0.1 * step;
        }));
    }

    /// LAMB scales by norms of the whole parameter, so that both elements are computed together.
    void lamb()
    {
        const Graph graph = trainingGraph(linearLoss(1), settingsFor("lamb", {{"weight_decay", 0.1}})).value();
        Trainer trainer({1, -3});
        double w[2] = {1, -3}, m[2] = {}, v[2] = {};
        for (int t = 1; t <= 3; ++t) {
            trainer.run(graph, Tensor::of({1, 2}, {gradients[t - 1][0], gradients[t - 1][1]}), 0.1, t);
            double r[2], normW = 0, normR = 0;
            for (int i = 0; i < 2; ++i) {
                const double g = gradients[t - 1][i];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                r[i] = m[i] / (1 - std::pow(0.9, t)) / (std::sqrt(v[i] / (1 - std::pow(0.999, t))) + 1e-6) + 0.1 * w[i];
                normW += w[i] * w[i];
                normR += r[i] * r[i];
            }
            for (int i = 0; i < 2; ++i) {
                w[i] -= 0.1 * std::sqrt(normW / normR) * r[i];
                QVERIFY2(std::abs(trainer.at("w", i) - w[i]) < 2e-6, std::to_string(trainer.at("w", i)).c_str());
            }
        }
    }

    void clipping()
    {
        const auto stepWith = [](double value, double norm, double global) {
            TrainingGraphSettings settings = settingsFor("sgd");
            settings.clipValue = value;
            settings.clipNorm = norm;
            settings.clipGlobalNorm = global;
            Trainer trainer({0, 0});
            const auto outputs = trainer.run(trainingGraph(linearLoss(1), settings).value(), Tensor::of({1, 2}, {3, -4}), 1, 1);
            return std::array<double, 3>{trainer.at("w", 0), trainer.at("w", 1), outputs.at("grad_norm").at(0)};
        };
        const auto same = [](const std::array<double, 3>& a, double w0, double w1) {
            // The norm that is told is that before clipping.
            return std::abs(a[0] - w0) < 1e-5 && std::abs(a[1] - w1) < 1e-5 && std::abs(a[2] - 5) < 1e-5;
        };
        QVERIFY(same(stepWith(0, 0, 0), -3, 4));
        QVERIFY(same(stepWith(2, 0, 0), -2, 2));
        QVERIFY(same(stepWith(0, 1, 0), -0.6, 0.8));
        QVERIFY(same(stepWith(0, 0, 2.5), -1.5, 2));
        QVERIFY(same(stepWith(0, 0, 50), -3, 4));
    }

    /// k batches accumulated are one of k times the size.
    void accumulation()
    {
        const Tensor large = Tensor::of({6, 2}, {1, 2, 3, 4, 5, 6, -1, -2, 0.5, 0.25, 8, 9});
        TrainingGraphSettings settings = settingsFor("adamw");
        settings.clipGlobalNorm = 0.5;
        Trainer once({1, -3}), parts({1, -3});
        const Graph whole = trainingGraph(linearLoss(6), settings).value();
        settings.accumulate = 3;
        const Graph keep = accumulationGraph(linearLoss(2), settings).value(), update = trainingGraph(linearLoss(2), settings).value();
        for (int t = 1; t <= 2; ++t) {
            once.run(whole, large, 0.1, t);
            parts.run(keep, large.sliced(0, 0, 2).contiguous(), 0.1, t);
            parts.run(keep, large.sliced(0, 2, 4).contiguous(), 0.1, t);
            parts.run(update, large.sliced(0, 4, 6).contiguous(), 0.1, t);
            for (int i = 0; i < 2; ++i) {
                QVERIFY(std::abs(once.at("w", i) - parts.at("w", i)) < 1e-6);
                QCOMPARE(parts.at("accumulated.w", i), 0.0);
            }
        }
    }

    void movingAverage()
    {
        TrainingGraphSettings settings = settingsFor("sgd");
        settings.emaDecay = 0.9;
        const Graph graph = trainingGraph(linearLoss(1), settings).value();
        Trainer trainer({1, -3});
        double w = 1, average = 1;
        for (int t = 1; t <= 3; ++t) {
            trainer.run(graph, Tensor::of({1, 2}, {gradients[t - 1][0], 0}), 0.1, t);
            w -= 0.1 * gradients[t - 1][0];
            average = 0.9 * average + 0.1 * w;
            QVERIFY(std::abs(trainer.at("ema.w", 0) - average) < 1e-6);
        }
        const Graph averaged = averagedGraph(linearLoss(1));
        QVERIFY(averaged.findInput("ema.w") != noId && averaged.findInput("w") == noId);
        QVERIFY(averaged.inputOf(averaged.findInput("ema.w"))->kind == InputKind::State);
    }

    void noDecay()
    {
        TrainingGraphSettings settings = settingsFor("sgd", {{"weight_decay", 0.5}});
        settings.noDecay = {"w*"};
        CLOSE(largestError(settings, 0.1, [](double w, double g, int, double*) { return w - 0.1 * g; }));
        QVERIFY(matches("*.bias", "fc1.bias") && matches("*", "") && matches("a*c*", "abcd"));
        QVERIFY(!matches("*.bias", "fc1.bias2") && !matches("a*c", "abcd") && !matches("", "a"));
    }

    void described()
    {
        for (const OptimizerSpec* spec : allOptimizers()) {
            QVERIFY(spec->doc.back() == '.');
            for (const AttrSpec& attribute : spec->attributes) QVERIFY(attribute.doc.back() == '.');
        }
    }
};

QTEST_GUILESS_MAIN(OptimizersTest)
#include "optimizers.moc"
