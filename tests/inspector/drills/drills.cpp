// SPDX-License-Identifier: Apache-2.0
// Faults that can be planted, projects that can be trained with and without them, and how trials are counted.
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <tuple>

#include "core/backends/cpu/cpu.h"
#include "core/train/inspect_project.h"
#include "core/train/run_parts.h"
#include "inspector/drills/drill.h"
#include "inspector/engine/examine.h"

using namespace ds;
using namespace ds::inspector;

namespace {

const DrillProject* project(std::string_view name)
{
    const auto at = std::find_if(drillProjects().begin(), drillProjects().end(), [&](const DrillProject& p) { return p.name == name; });
    return &*at;
}

TrialResult said(const char* fault, std::initializer_list<std::pair<const char*, const char*>> verdicts, const char* place = "")
{
    TrialResult result;
    result.trial.fault = fault ? findFault(fault) : nullptr;
    result.place = place;
    for (const auto& [name, at] : verdicts) result.verdicts.push_back({findRule(name), {at, 1, 2, {}}});
    return result;
}

} // namespace

class DrillsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setCpuThreads(1); }

    void descriptions()
    {
        QVERIFY(allFaults().size() >= 25 && drillProjects().size() >= 10);
        for (const FaultSpec* fault : allFaults()) {
            QVERIFY2(fault->doc.ends_with('.'), fault->name.data());
            QVERIFY2(findRule(fault->rule), fault->name.data());
            for (const std::string_view symptom : fault->symptoms) {
                QVERIFY2(findRule(symptom), symptom.data());
                QVERIFY2(symptom != fault->rule, fault->name.data());
            }
        }
    }

    /// Each fault goes with some project and leaves one that can still be trained; it is the same one each time.
    void everyFaultCanBePlanted()
    {
        std::set<std::string_view> planted;
        for (const DrillProject& p : drillProjects()) {
            if (p.name.starts_with("fashion")) continue; // reading it for each fault takes time
            const Document healthy = prepare({&p, 1}).document;
            QVERIFY2(checkProject(healthy).errors.empty(), p.name.data());
            for (const FaultSpec* fault : allFaults()) {
                const Exercise prepared = prepare({&p, 1, fault});
                const std::string name = std::string(p.name) + ", " + std::string(fault->name);
                const Json json = documentToJson(prepared.document);
                QVERIFY2((json != documentToJson(healthy)) == prepared.planted.possible, name.c_str());
                if (!prepared.planted.possible) continue;
                planted.insert(fault->name);
                const ProjectCheck check = checkProject(prepared.document);
                QVERIFY2(check.errors.empty(), (name + ": " + (check.errors.empty() ? "" : check.errors.front().message())).c_str());
                QVERIFY2(json == documentToJson(prepare({&p, 1, fault}).document), name.c_str());
            }
        }
        QCOMPARE(planted.size(), allFaults().size());
    }

    /// Whatever a remedy proposes for a project leaves one that can be trained, and another than before.
    void remediesLeaveProjectsThatCanBeTrained()
    {
        std::set<std::string_view> proposed;
        for (const RuleSpec* rule : allRules())
            for (const std::string_view name : rule->remedies) QVERIFY2(findRemedy(name), name.data());
        for (const RemedySpec* remedy : allRemedies()) QVERIFY2(!remedy->title.empty() && remedy->doc.ends_with('.'), remedy->name.data());
        const auto check = [&](const DrillProject& p, const FaultSpec* fault, const std::vector<Section>& transforms = {}) {
            Document prepared = prepare({&p, 1, fault}).document;
            prepared.transforms = transforms;
            RunParts parts = prepareRun(std::move(prepared), "cpu", {}, false).value();
            const Trace trace = examine(parts, {.updates = 50}).value().trace;
            const Document& document = parts.learner->document();
            for (const RemedySpec* remedy : allRemedies())
                for (const char* place :
                     {"", "input", "relu1", "fc1.weight", "conv1", "block1", "lstm", "out", "tanh2", "softmax", "limit", "scale"}) {
                    const std::optional<QuickFix> fix = remedy->propose({document, trace, {place, 1, 1, {}}});
                    if (!fix) continue;
                    proposed.insert(remedy->name);
                    Document changed = document;
                    fix->apply(changed);
                    const std::string name = std::string(p.name) + ", " + std::string(fault ? fault->name : "") + ", " +
                                             std::string(remedy->name) + " at " + place;
                    QVERIFY2(documentToJson(changed) != documentToJson(document), name.c_str());
                    const ProjectCheck check = checkProject(changed);
                    QVERIFY2(check.errors.empty(), (name + ": " + (check.errors.empty() ? "" : check.errors.front().message())).c_str());
                }
        };
        for (const DrillProject& p : drillProjects())
            if (!p.name.starts_with("fashion")) check(p, nullptr);
        // And with each fault the first project that it goes with.
        for (const FaultSpec* fault : allFaults())
            for (const DrillProject& p : drillProjects())
                if (prepare({&p, 1, fault}).planted.possible) {
                    check(p, fault);
                    break;
                }
        const auto mlp =
            std::find_if(drillProjects().begin(), drillProjects().end(), [](const DrillProject& p) { return p.name == "mlp"; });
        check(*mlp, nullptr, {{"gaussian_noise", {{"std", 0.1}, {"fields", Strings{"input"}}}}});
        for (const RemedySpec* remedy : allRemedies()) {
            // These look at the machine.
            const bool ofMachine =
                std::set<std::string_view>{"fewer_loader_threads", "loader_threads", "half_precision"}.contains(remedy->name);
            QVERIFY2(ofMachine || proposed.contains(remedy->name), remedy->name.data());
        }
    }

    void halvesAreOfTheSameKind()
    {
        std::map<Half, std::pair<int, int>> counts; // with a fault, without
        std::map<std::string_view, int> reported;
        std::set<std::tuple<const DrillProject*, uint64_t, const FaultSpec*>> different;
        for (const Trial& trial : allTrials(2)) {
            ++(trial.fault ? counts[trial.half].first : counts[trial.half].second);
            if (trial.fault && trial.half == Half::Reported) ++reported[trial.fault->rule];
            QVERIFY(different.insert({trial.project, trial.seed, trial.fault}).second);
        }
        for (const auto& [rule, planted] : reported) QVERIFY2(planted >= 4, rule.data()); // else nothing can be said of it
        QCOMPARE(counts[Half::Reported], counts[Half::Tuning]);
        QVERIFY(counts[Half::Reported].first >= 60 && counts[Half::Reported].second >= 60);
    }

    /// A few of them, from end to end.
    void faultsAreFound()
    {
        for (const char* fault : {"overflow", "equal_weights", "leaking_validation", "zero_learning_rate"}) {
            const Result<TrialResult> result = runTrial({project("mlp"), 7, findFault(fault)}, "cpu");
            QVERIFY2(result.ok(), fault);
            QVERIFY2(result->says(findFault(fault)->rule), fault);
            QVERIFY2(result->place.empty() || result->located(), fault);
        }
        const Result<TrialResult> healthy = runTrial({project("mlp"), 7}, "cpu");
        QVERIFY(healthy.ok());
        QCOMPARE(scoresOf({*healthy}).alarms, 0);
        QVERIFY(healthy->loss < 0.5);
    }

    void scores()
    {
        std::vector<TrialResult> results = {
            said("equal_weights", {{"poor_initialisation", "fc1.weight"}, {"plateau", ""}}, "fc1"), // found, with a symptom
            said("equal_weights", {{"poor_initialisation", "fc2.weight"}}, "fc1"),                  // found at another place
            said("equal_weights", {{"data_overlap", ""}}, "fc1"),                                   // missed, and a false alarm
            said(nullptr, {{"plateau", ""}}),
            said(nullptr, {{"step_time_outliers", ""}, {"data_bound", ""}}), // about the machine
            said(nullptr, {}),
        };
        results[0].repair = {.healthy = 0.9, .nothing = 0.3, .first = 0.86, .random = 0.84};
        const Scores scores = scoresOf(results);
        QCOMPARE(scores.all.treated, 1);
        QCOMPARE(scores.all.repaired, 1);
        QCOMPARE(scores.all.byChance + scores.all.byItself, 0);
        QCOMPARE(scores.faulty, 3);
        QCOMPARE(scores.healthy, 3);
        QCOMPARE(scores.alarms, 1);
        const Score& own = scores.rules.at("poor_initialisation");
        QCOMPARE(own.planted, 3);
        QCOMPARE(own.found, 2);
        QCOMPARE(own.placed, 2);
        QCOMPARE(own.located, 1);
        QCOMPARE(own.precision(), 1.0);
        QCOMPARE(scores.rules.at("plateau").precision(), 0.5);
        QCOMPARE(scores.rules.at("data_overlap").precision(), 0.0);
        QCOMPARE(scores.all.right, 3);
        QCOMPARE(scores.all.wrong, 2);
    }
};

QTEST_GUILESS_MAIN(DrillsTest)
#include "drills.moc"
