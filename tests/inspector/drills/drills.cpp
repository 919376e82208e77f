// SPDX-License-Identifier: Apache-2.0
// Faults that can be planted, projects that can be trained with and without them, and how trials are counted.
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "core/backends/cpu/cpu.h"
#include "core/train/inspect_project.h"
#include "inspector/drills/drill.h"

using namespace ds;
using namespace ds::inspector;

namespace {

const DrillProject* project(std::string_view name)
{
    const auto at = std::find_if(drillProjects().begin(), drillProjects().end(), [&](const DrillProject& p) { return p.name == name; });
    return &*at;
}

const RuleSpec* rule(std::string_view name)
{
    const auto at = std::find_if(allRules().begin(), allRules().end(), [&](const RuleSpec* r) { return r->name == name; });
    return at == allRules().end() ? nullptr : *at;
}

TrialResult said(const char* fault, std::initializer_list<std::pair<const char*, const char*>> verdicts, const char* place = "")
{
    TrialResult result;
    result.trial.fault = fault ? findFault(fault) : nullptr;
    result.place = place;
    for (const auto& [name, at] : verdicts) result.verdicts.push_back({rule(name), {at, 1, 2, {}}});
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
            QVERIFY2(rule(fault->rule), fault->name.data());
            for (const std::string_view symptom : fault->symptoms) {
                QVERIFY2(rule(symptom), symptom.data());
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

    void halvesAreOfTheSameKind()
    {
        std::map<Half, std::pair<int, int>> counts; // with a fault, without
        for (const Trial& trial : allTrials(2)) ++(trial.fault ? counts[trial.half].first : counts[trial.half].second);
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
        const std::vector<TrialResult> results = {
            said("equal_weights", {{"poor_initialisation", "fc1.weight"}, {"plateau", ""}}, "fc1"), // found, with a symptom
            said("equal_weights", {{"poor_initialisation", "fc2.weight"}}, "fc1"),                  // found at another place
            said("equal_weights", {{"data_overlap", ""}}, "fc1"),                                   // missed, and a false alarm
            said(nullptr, {{"plateau", ""}}),
            said(nullptr, {{"step_time_outliers", ""}, {"data_bound", ""}}), // about the machine
            said(nullptr, {}),
        };
        const Scores scores = scoresOf(results);
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
