// SPDX-License-Identifier: Apache-2.0
// Each rule on traces that show its fault, and on those of a training in which all is well.
#include <QTest>

#include <algorithm>
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

TensorStatistics sized(double mean, double deviation)
{
    TensorStatistics s = tensor(std::hypot(mean, deviation), 0, mean);
    s.variance = deviation * deviation, s.min = mean - 2 * deviation, s.max = mean + 2 * deviation;
    return s;
}

/// A training of 300 updates that is well: a classifier of three classes with the layers "a" and "b". What a fault changes of that.
Trace withFacts(const std::function<void(Facts&)>& fault, const std::function<void(Trace::Step&)>& faulty = {})
{
    Facts facts;
    facts.document.model.layers = {{"a", "Dense"}, {"b", "Dense"}};
    facts.document.loss = {"cross_entropy", {{"prediction", "b"}, {"target", "label"}}};
    facts.document.optimizer = {"adam", {{"learning_rate", 1e-3}}};
    facts.fields = {{"x", false, false, sized(0, 1), {}}, {"label", true, true, {}, {400, 300, 300}}};
    facts.samples = 1000, facts.batchSize = 10, facts.updates = 300;
    facts.chanceLoss = std::log(3.0);
    facts.loaderThreads = 1, facts.computeThreads = 2, facts.processors = 2;
    facts.predictedMemory = 100, facts.memory = 1000;
    fault(facts);
    Trace trace = traceOf(300, {}, faulty);
    trace.setFacts(std::move(facts));
    return trace;
}

std::set<std::string> rulesOf(const Trace& trace)
{
    std::set<std::string> names;
    const std::vector<Verdict> verdicts = judge(trace);
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
        QVERIFY(allRules().size() >= 27);
        for (const RuleSpec* rule : allRules()) {
            QVERIFY(!rule->title.empty() && !rule->source.empty() && rule->check);
            QVERIFY2(rule->doc.ends_with('.'), rule->name.data());
            for (const AttrSpec& threshold : rule->thresholds) QVERIFY(!threshold.doc.empty());
        }
    }

    /// No rule explains itself in a roundabout way, so that there is always a first cause.
    void causesFormNoCircle()
    {
        std::set<std::string_view> settled;
        for (std::size_t round = 0; round < allRules().size(); ++round)
            for (const RuleSpec* rule : allRules()) {
                for (const std::string_view effect : rule->explains) QVERIFY2(findRule(effect), effect.data());
                const auto& effects = rule->explains;
                if (std::all_of(effects.begin(), effects.end(), [&](std::string_view e) { return settled.contains(e); }))
                    settled.insert(rule->name);
            }
        QCOMPARE(settled.size(), allRules().size());
    }

    void causesComeFirst()
    {
        // Huge updates kill the units, and nothing is learnt.
        const Trace trace = traceOf(
            200,
            [](int update, Sight& sight) {
                if (sight.name == "a.weight" && sight.quantity == Quantity::Update) sight.statistics = tensor(0.05);
                if (update > 10 && sight.name == "a.bias" && sight.quantity == Quantity::WeightGradient)
                    sight.statistics = tensor(0.01, 0.9);
            },
            [](Trace::Step& step) { step.loss = 2; });
        const std::vector<Verdict> verdicts = judge(trace);
        QCOMPARE(verdicts.size(), std::size_t{3});
        QCOMPARE(verdicts[0].rule->name, std::string_view("update_ratio"));
        QCOMPARE(verdicts[0].because, -1);
        QCOMPARE(verdicts[1].rule->name, std::string_view("dead_relu"));
        QCOMPARE(verdicts[1].because, 0);
        QCOMPARE(verdicts[2].rule->name, std::string_view("loss_not_decreasing"));
        QCOMPARE(verdicts[2].because, 1); // the nearest of both
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
        QCOMPARE(judge(trace).front().finding.first, 16);
        Trace failed = traceOf(3);
        failed.setFailure({4, {"b", "matmul", false}, {}});
        QCOMPARE(rulesOf(failed), Names{"not_finite b"});
        QCOMPARE(judge(failed).front().finding.text.english(),
                 std::string("The first number that is not finite comes out of b (matmul) in update 4."));
    }

    void deadRelu()
    {
        const auto dead = [](int update, Sight& sight) {
            if (update > 10 && sight.name == "a.bias" && sight.quantity == Quantity::WeightGradient) sight.statistics = tensor(0.01, 0.73);
        };
        QCOMPARE(rulesOf(traceOf(25, dead)), Names{"dead_relu a"});
        QVERIFY(rulesOf(traceOf(24, dead)).empty()); // fourteen times are not enough
        QVERIFY(rulesOf(traceOf(25, dead, {}, "gelu")).empty());
        QVERIFY(judge(traceOf(25, dead), {.off = {}, .thresholds = {{"dead_relu", Attrs{{"share", 0.8}}}}}).empty());
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

    /// What the data and the drawing tell before the first step.
    void dataAndDrawing()
    {
        QCOMPARE(rulesOf(withFacts([](Facts&) {})), Names());
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.fields[0].values = sized(0, 200); })), Names{"unnormalised_input x"});
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.fields[0].values = sized(60, 5); })), Names{"unnormalised_input x"});
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.fields[0].values = sized(0, 1e-3); })), Names{"unnormalised_input x"});
        QVERIFY(rulesOf(withFacts([](Facts& f) { f.fields[0].values = sized(0.3, 0.35); })).empty()); // pixels
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.fields[1].counts = {1000, 900, 20}; })), Names{"class_imbalance label"});
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.validationSeen = 200, f.validationKnown = 20; })), Names{"data_overlap "});
        QVERIFY(rulesOf(withFacts([](Facts& f) { f.validationSeen = 200, f.validationKnown = 2; })).empty()); // some are twice by chance
        // Of a tenth of the training samples, as many are a fifth.
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.validationSeen = 1000, f.validationKnown = 20, f.trainingCompared = 0.1; })),
                 Names{"data_overlap "});
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.batchClasses = 0.4; })), Names{"unshuffled_data "});
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.document.loss.type = "mse"; })), Names{"wrong_loss label"});
        QCOMPARE(rulesOf(withFacts([](Facts& f) {
                     f.document.loss.type = "bce";
                     f.fields[1].counts.clear();
                     f.fields[1].values = sized(3, 2);
                 })),
                 Names{"wrong_loss label"});
        QCOMPARE(rulesOf(withFacts([](Facts& f) {
                     f.document.loss.type = "mse";
                     f.document.model.layers.back().type = "Sigmoid";
                     f.fields[1].counts.clear();
                     f.fields[1].values = sized(0, 3);
                 })),
                 Names{"wrong_output_activation b"});
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.problems = {{.rule = "softmax_before_cross_entropy", .layer = "b"}}; })),
                 Names{"wrong_output_activation b"});
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.problems = {{.rule = "batch_norm_small_batch", .layer = "a"}}; })),
                 Names{"tiny_batch_norm a"});
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.document.model.layers[0].frozen = true; })), Names{"frozen_weights a"});
        QVERIFY(rulesOf(withFacts([](Facts& f) {
                    f.document.model.layers[0].frozen = true;
                    f.document.training.set("start_from", std::string("best.h5"));
                })).empty());
    }

    void machine()
    {
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.loaderThreads = 9; })), Names{"thread_oversubscription "});
        QCOMPARE(rulesOf(withFacts([](Facts& f) { f.predictedMemory = 950; })), Names{"memory_pressure "});
        const auto slow = [](Trace::Step& step) { step.milliseconds = 100, step.waiting = 40; };
        QCOMPARE(rulesOf(traceOf(200, {}, slow)), Names{"data_bound "});
        const auto lame = [](Trace::Step& step) { step.milliseconds = step.update % 10 ? 100 : 600; };
        QCOMPARE(rulesOf(traceOf(200, {}, lame)), Names{"step_time_outliers "});
        QVERIFY(rulesOf(traceOf(200, {}, [](Trace::Step& step) { step.milliseconds = 100, step.waiting = 2; })).empty());
    }

    void initialisation()
    {
        const auto same = [](int, Sight& sight) {
            if (sight.name == "a.weight" && sight.quantity == Quantity::Weight) sight.statistics = sized(0.5, 0);
        };
        QCOMPARE(rulesOf(traceOf(20, same)), Names{"poor_initialisation a.weight"});
        const auto loud = [](int, Sight& sight) {
            if (sight.quantity == Quantity::Activation) sight.statistics = tensor(500);
        };
        QCOMPARE(rulesOf(traceOf(20, loud)), Names{"poor_initialisation a"});
        QCOMPARE(rulesOf(withFacts([](Facts&) {}, [](Trace::Step& step) { step.loss *= step.update < 3 ? 30 : 1; })),
                 Names{"poor_initialisation b"});
    }

    void drift()
    {
        const auto growing = [](int update, Sight& sight) {
            if (sight.name == "a" && sight.quantity == Quantity::Activation) sight.statistics = tensor(0.5 * update);
        };
        QCOMPARE(rulesOf(traceOf(300, growing)), Names{"activation_drift a"});
    }

    void curvesOfTheLoss()
    {
        const auto swinging = [](Trace::Step& step) { step.loss = step.update % 2 ? 1.8 : 0.6; };
        QCOMPARE(rulesOf(traceOf(120, {}, swinging)), Names{"oscillating_loss "});
        // Down to four tenths, and there it stays: chance would have 1.1.
        const auto still = [](Trace::Step& step) { step.loss = std::max(0.4, 2.0 / (1 + 0.1 * static_cast<double>(step.update))); };
        QCOMPARE(rulesOf(withFacts([](Facts&) {}, still)), Names{"plateau "});
        const auto high = [](Trace::Step& step) { step.loss = 1.0 - 0.0003 * static_cast<double>(step.update); };
        QVERIFY(rulesOf(withFacts([](Facts&) {}, high)).contains("underfitting "));
        const auto slow = [](int, Sight& sight) {
            if (sight.quantity == Quantity::Update) sight.statistics = tensor(1e-6);
        };
        QCOMPARE(rulesOf(traceOf(300, slow, [](Trace::Step& step) { step.loss = 2 - 0.001 * static_cast<double>(step.update); })),
                 Names{"slow_convergence "});
    }

    void evaluations()
    {
        const auto evaluated = [](double validation, double trained, double retold, double suspects) {
            Trace trace = withFacts([](Facts&) {});
            for (int i = 1; i <= 5; ++i)
                trace.add(
                    Trace::Evaluation{60 * i, validation < 0.2 ? validation : validation * (0.5 + 0.1 * i), trained, retold / i, suspects});
            return rulesOf(trace);
        };
        QVERIFY(evaluated(0.11, 0.1, 0.1, 0.02).empty());
        QCOMPARE(evaluated(0.3, 0.1, 0.1, 0.02), Names{"overfitting "});   // rises, while training goes on
        QCOMPARE(evaluated(0.11, 0.1, 3, 0.02), Names{"train_eval_gap "}); // the same batches
        QCOMPARE(evaluated(0.11, 0.1, 0.1, 0.2), Names{"label_noise label"});
        QVERIFY(evaluated(0.11, 0.1, 0.1, std::nan("")).empty());
    }

    void decay()
    {
        const auto decayed = [](double decay, const char* type) {
            return rulesOf(withFacts([&](Facts& f) { f.document.optimizer = {type, {{"weight_decay", decay}}}; }));
        };
        QVERIFY(decayed(0.01, "adamw").empty() && decayed(0.01, "sgd").empty());
        QCOMPARE(decayed(1, "adamw"), Names{"dominant_regularisation "}); // 1e-3 of it is the whole update
        QCOMPARE(decayed(1, "sgd"), Names{"dominant_regularisation "});   // ten times the gradient
    }

    void aProjectSetsItsRules()
    {
        const Attrs training{{"inspection_rules", Strings{"plateau=off", "dead_relu.share=0.8", "dead_relu.looks=15"}}};
        RuleSettings settings = ruleSettingsOf(training).value();
        QVERIFY(settings.off == std::set<std::string>{"plateau"});
        const RuleSpec& dead = *findRule("dead_relu");
        QCOMPARE(settings.of(dead).number("share"), 0.8);
        QVERIFY(settings.thresholds.at("dead_relu") == Attrs({{"share", 0.8}})); // the other one is the rule's own
        Attrs again;
        setRuleSettings(again, settings);
        QVERIFY(again.strings("inspection_rules") == (Strings{"dead_relu.share=0.8", "plateau=off"}));
        QVERIFY(ruleSettingsOf(again).value() == settings);
        settings.set(dead, dead.thresholds.front(), dead.thresholds.front().fallback);
        settings.off.clear();
        setRuleSettings(again, settings);
        QVERIFY(again.empty() && ruleSettingsOf(again).value() == RuleSettings());
        QVERIFY(ruleSettingsOf(Attrs{{"inspection_rules", std::string("plateau=off")}}).value().off.size() == 1); // as typed for --set
    }

    void aRuleThatIsOffIsNotAsked()
    {
        const Trace trace = traceOf(25, [](int update, Sight& sight) {
            if (update > 10 && sight.name == "a.bias" && sight.quantity == Quantity::WeightGradient) sight.statistics = tensor(0.01, 0.73);
        });
        QVERIFY(!judge(trace).empty());
        QVERIFY(judge(trace, {.off = {"dead_relu"}, .thresholds = {}}).empty());
    }

    void wrongSettings_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("problem");
        QTest::newRow("rule") << "dead_rely=off"
                              << "there is no rule \"dead_rely\". There are: activation_drift, class_imbalance, ";
        QTest::newRow("threshold") << "dead_relu.shares=1"
                                   << "the rule \"dead_relu\" has no threshold \"shares\". There are: share, looks.";
        QTest::newRow("range") << "dead_relu.share=2"
                               << "must";
        QTest::newRow("no number") << "dead_relu.share=much"
                                   << "\"much\" is no number";
        QTest::newRow("no value") << "dead_relu.share"
                                  << "is neither RULE=off nor RULE.THRESHOLD=VALUE";
        QTest::newRow("not off") << "dead_relu=on"
                                 << "is neither RULE=off nor RULE.THRESHOLD=VALUE";
        QTest::newRow("nothing") << ""
                                 << "there is no rule \"\"";
    }
    void wrongSettings()
    {
        QFETCH(QString, entry);
        QFETCH(QString, problem);
        const auto settings = ruleSettingsOf(Attrs{{"inspection_rules", Strings{"plateau=off", entry.toStdString()}}});
        QVERIFY(!settings.ok());
        const QString message = QString::fromStdString(settings.error().message());
        QVERIFY2(message.contains(problem) && message.startsWith("training.inspection_rules: " + entry), qPrintable(message));
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
