// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <set>

#include "inspector/drills/lesson.h"

using namespace ds;
using namespace ds::inspector;

namespace {

const DrillProject& projectOf(std::string_view name)
{
    return *std::find_if(drillProjects().begin(), drillProjects().end(), [&](const DrillProject& p) { return p.name == name; });
}

} // namespace

class LessonTest : public QObject {
    Q_OBJECT

    uint64_t m_seed = std::random_device()();

private slots:
    void init() { qInfo("seed %llu", static_cast<unsigned long long>(m_seed)); }

    void everyFaultCanBeHunted()
    {
        std::set<const FaultSpec*> hunted;
        for (const DrillProject* project : lessonProjects())
            for (const FaultSpec* fault : allFaults()) {
                if (!prepare({project, m_seed, fault}).planted.possible) continue;
                hunted.insert(fault);
                const Lesson lesson(*project, m_seed, fault);
                const std::string name = std::string(project->name) + ", " + std::string(fault->name);
                QVERIFY2(!lesson.parts().empty(), name.c_str()); // there is something to be found
                QCOMPARE(lesson.rule()->name, fault->rule);
                // The fault speaks of itself only by what it is.
                const std::string text = documentToJson(lesson.document()).dump();
                QVERIFY2(text.find(std::string(fault->doc)) == std::string::npos, name.c_str());
                if (fault->name != "wrong_labels") // an attribute of the samples is called so
                    QVERIFY2(text.find(std::string(fault->name)) == std::string::npos, name.c_str());
                const auto& layers = lesson.document().model.layers;
                const auto& fields = lesson.place();
                const bool known =
                    fields.empty() ||
                    std::any_of(layers.begin(), layers.end(),
                                [&](const LayerNode& node) { return fields == node.name || fields.starts_with(node.name + "."); }) ||
                    std::set<std::string>{"input", "image", "label", "target", "tokens", "targets"}.contains(fields);
                QVERIFY2(known, (name + " at " + fields).c_str());
            }
        QCOMPARE(hunted.size(), allFaults().size());
    }

    void chanceBringsAllAndNowAndThenNothing()
    {
        std::set<std::string> met;
        int well = 0;
        constexpr int lessons = 200;
        for (uint64_t i = 0; i < lessons; ++i) {
            const Lesson lesson(projectOf("mlp"), m_seed + i);
            if (!lesson.fault()) {
                ++well;
                QVERIFY(lesson.parts().empty() && lesson.place().empty() && !lesson.rule());
                QVERIFY(documentToJson(lesson.document()) == documentToJson(lesson.twin()));
            } else met.insert(std::string(lesson.fault()->name));
        }
        // Of 200 with a probability of an eighth: fewer than 5 or more than 55 hardly ever come.
        QVERIFY2(well >= 5 && well <= 55, std::to_string(well).c_str());
        QVERIFY2(met.size() >= 12, std::to_string(met.size()).c_str());
        QVERIFY(Lesson(projectOf("mlp"), m_seed).fault() == Lesson(projectOf("mlp"), m_seed).fault());
    }

    void aTwinIsWellAndAFaultIsNot()
    {
        const auto figure = [](const DrillProject& project, const FaultSpec* fault) {
            return runTrial({&project, 7, fault, Half::Tuning}, "cpu").value().figure();
        };
        const DrillProject& project = projectOf("tanh_mlp");
        const double healthy = figure(project, nullptr), sick = figure(project, findFault("zero_learning_rate"));
        QVERIFY(Repair{healthy}.isRepaired(healthy));
        QVERIFY2(!Repair{healthy}.isRepaired(sick), std::to_string(sick).c_str());
        // The lesson's twin is that trial.
        QVERIFY(documentToJson(Lesson(project, 7, findFault("zero_learning_rate")).twin()) ==
                documentToJson(prepare({&project, 7, nullptr}).document));
    }
};

QTEST_GUILESS_MAIN(LessonTest)
#include "lesson.moc"
