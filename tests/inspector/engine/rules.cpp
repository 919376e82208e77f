// SPDX-License-Identifier: Apache-2.0
// Each rule on traces that show its fault, and on those of a training in which all is well.
#include <QTest>

#include <cmath>
#include <functional>
#include <set>

#include "inspector/engine/rule.h"

using namespace ds;
using namespace ds::inspector;

namespace {

TensorStatistics tensor(double size, double zeroShare = 0, double mean = 0)
{
    TensorStatistics s;
    s.count = 1000;
    s.zeros = static_cast<int64_t>(1000 * zeroShare);
    s.mean = mean;
    s.norm = size * std::sqrt(1000.0);
    s.min = -size, s.max = size, s.variance = size * size - mean * mean;
    return s;
}

/// Two layers with an activation each, and what a fault changes of them.
Trace traceOf(int updates, const std::function<void(int update, Sight&)>& fault = {}, const std::function<void(Trace::Step&)>& faulty = {},
              const std::string& function = "relu")
{
    Trace trace;
    for (int update = 1; update <= updates; ++update) {
        std::vector<Sight> sights;
        for (const char* layer : {"a", "b"}) {
            const std::string name = layer;
            sights.push_back({update, name, Quantity::Activation, tensor(0.5, 0.5, 0.3), name == "a" ? function : "linear", name});
            for (const std::string& parameter : {name + ".weight", name + ".bias"}) {
                sights.push_back({update, parameter, Quantity::Weight, tensor(0.1), {}, {}});
                sights.push_back({update, parameter, Quantity::WeightGradient, tensor(0.01), {}, {}});
                sights.push_back({update, parameter, Quantity::Update, tensor(1e-4), {}, {}});
            }
        }
        if (fault)
            for (Sight& sight : sights) fault(update, sight);
        trace.add(sights);
        Trace::Step step{update, 2.0 / (1 + 0.02 * update), 1.0, 1e-3};
        if (faulty) faulty(step);
        trace.add(step);
    }
    return trace;
}

std::set<std::string> rulesOf(const Trace& trace)
{
    std::set<std::string> names;
    const std::vector<Verdict> verdicts = judge(trace).value();
    for (const Verdict& verdict : verdicts) names.insert(std::string(verdict.rule->name) + " " + verdict.finding.place);
    return names;
}

using Names = std::set<std::string>;

} // namespace

class RulesTest : public QObject {
    Q_OBJECT

private slots:
    void descriptions()
    {
        QVERIFY(allRules().size() >= 8);
        for (const RuleSpec* rule : allRules()) {
            QVERIFY(!rule->title.empty() && !rule->source.empty() && rule->check);
            QVERIFY2(rule->doc.ends_with('.'), rule->name.data());
            for (const AttrSpec& threshold : rule->thresholds) QVERIFY(!threshold.doc.empty());
        }
    }

    void allIsWell()
    {
        for (int updates : {0, 1, 5, 300}) QVERIFY(rulesOf(traceOf(updates)).empty());
        QVERIFY(rulesOf(traceOf(300, {}, {}, "tanh")).empty());
    }

    void notFinite()
    {
        const Trace trace = traceOf(20, [](int update, Sight& sight) {
            if (update > 15 && sight.name == "b.weight") sight.statistics.nan = 3;
        });
        QCOMPARE(rulesOf(trace), Names{"not_finite b.weight"});
        QCOMPARE(judge(trace).value().front().finding.first, 16);
        Trace failed = traceOf(3);
        failed.setFailure({4, {"b", "matmul", false}});
        QCOMPARE(rulesOf(failed), Names{"not_finite b"});
        QCOMPARE(judge(failed).value().front().finding.text.english(),
                 std::string("The first number that is not finite comes out of b (matmul) in update 4."));
    }

    void deadRelu()
    {
        const auto dead = [](int update, Sight& sight) {
            if (update > 10 && sight.name == "a.bias" && sight.quantity == Quantity::WeightGradient) sight.statistics = tensor(0.01, 0.63);
        };
        QCOMPARE(rulesOf(traceOf(20, dead)), Names{"dead_relu a"});
        QVERIFY(rulesOf(traceOf(12, dead)).empty()); // twice is not enough
        QVERIFY(rulesOf(traceOf(20, dead, {}, "gelu")).empty());
        QVERIFY(judge(traceOf(20, dead), {{"dead_relu", Attrs{{"share", 0.7}}}}).value().empty());
    }

    void saturated()
    {
        const auto flat = [](int, Sight& sight) {
            if (sight.quantity == Quantity::Activation) sight.statistics = tensor(0.97, 0, 0.1);
        };
        QCOMPARE(rulesOf(traceOf(20, flat, {}, "tanh")), Names{"saturated_activation a"});
        QVERIFY(rulesOf(traceOf(20, flat, {}, "relu")).empty());
        const auto ends = [](int, Sight& sight) { // half of them 0, half 1
            if (sight.quantity == Quantity::Activation) sight.statistics = tensor(std::sqrt(0.5), 0, 0.5);
        };
        QCOMPARE(rulesOf(traceOf(20, ends, {}, "sigmoid")), Names{"saturated_activation a"});
    }

    void gradients()
    {
        const auto small = [](int, Sight& sight) {
            if (sight.name == "a.weight" && sight.quantity == Quantity::WeightGradient) sight.statistics = tensor(1e-8);
        };
        QCOMPARE(rulesOf(traceOf(20, small)), Names{"vanishing_gradient a"});
        const auto growing = [](Trace::Step& step) {
            step.gradNorm = std::pow(1.3, static_cast<double>(step.update));
            step.loss = 2 + 0.1 * static_cast<double>(step.update);
        };
        QVERIFY(rulesOf(traceOf(40, {}, growing)).contains("exploding_gradient a"));
        QVERIFY(rulesOf(traceOf(40, {}, [&](Trace::Step& step) {
                    growing(step);
                    step.loss = 1 / static_cast<double>(step.update); // it learns
                })).empty());
    }

    void updates()
    {
        const auto sized = [](double size) {
            return [size](int, Sight& sight) {
                if (sight.name == "b.weight" && sight.quantity == Quantity::Update) sight.statistics = tensor(size);
            };
        };
        QCOMPARE(rulesOf(traceOf(20, sized(0.05))), Names{"update_ratio b.weight"});
        QCOMPARE(rulesOf(traceOf(20, sized(1e-10))), Names{"unchanged_weights b.weight"});
    }

    void loss()
    {
        const auto stuck = [](Trace::Step& step) { step.loss = 2.3 - 1e-4 * static_cast<double>(step.update); };
        QCOMPARE(rulesOf(traceOf(200, {}, stuck)), Names{"loss_not_decreasing "});
        QVERIFY(rulesOf(traceOf(60, {}, stuck)).empty()); // too early to say
    }

    void wrongThresholds()
    {
        QCOMPARE(judge(Trace(), {{"dead_rely", {}}}).error().message(),
                 std::string("there is no rule \"dead_rely\". There are: dead_relu, exploding_gradient, loss_not_decreasing, not_finite, "
                             "saturated_activation, unchanged_weights, update_ratio, vanishing_gradient."));
        QVERIFY(!judge(Trace(), {{"dead_relu", Attrs{{"share", 2.0}}}}).ok());
    }

    /// A long training keeps a bounded number of looks, old ones among them.
    void tracesStayBounded()
    {
        const Trace trace = traceOf(5000);
        const auto& looks = trace.find("a", Quantity::Activation)->looks;
        QVERIFY(looks.size() <= 256 && looks.back().update == 5000 && looks.front().update == 1);
    }
};

QTEST_GUILESS_MAIN(RulesTest)
#include "rules.moc"
