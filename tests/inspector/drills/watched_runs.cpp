// SPDX-License-Identifier: Apache-2.0
// Faults in runs that are watched while they train, with what evaluations show beside them.
#include <QTest>

#include "core/train/session.h"
#include "inspector/drills/drill.h"
#include "inspector/engine/recorder.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::inspector;
using ds::test::Folder;

class WatchedRunsTest : public QObject {
    Q_OBJECT

private slots:
    void tellWhatShowsInEvaluationsOnly_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("fault");
        QTest::addRow("label_noise") << "mlp"
                                     << "wrong_labels";
        QTest::addRow("train_eval_gap") << "norm_cnn"
                                        << "stale_moments";
    }
    void tellWhatShowsInEvaluationsOnly()
    {
        QFETCH(QString, project);
        QFETCH(QString, fault);
        const auto& projects = drillProjects();
        const auto at =
            std::find_if(projects.begin(), projects.end(), [&](const DrillProject& p) { return p.name == project.toStdString(); });
        const FaultSpec* planted = findFault(fault.toStdString());
        const auto told = [&](const FaultSpec* of) {
            Folder dir;
            Document document = prepare({&*at, 20, of, Half::Tuning}).document;
            document.training.set("inspection_budget", 1.0); // how much the usual one allows in so short a run depends on the clock
            auto session = TrainSession::start(std::move(document), {dir.at("runs"), "cpu", "r", std::make_shared<Recorder>()});
            if (!session) qFatal("%s", session.error().message().c_str());
            std::set<std::string> rules;
            const Result<Json> summary = (*session)->run([](const TrainEvent&) {});
            if (!summary) qFatal("%s", summary.error().message().c_str());
            Result<RunStore> store = RunStore::open(dir.at("runs/runs.sqlite"), true);
            TraceReader reader("r");
            if (!reader.read(*store)) qFatal("the records cannot be read");
            for (const Verdict& verdict : reader.verdicts()) rules.insert(std::string(verdict.rule->name));
            return rules;
        };
        QVERIFY(told(planted).contains(std::string(planted->rule)));
        QVERIFY(!told(nullptr).contains(std::string(planted->rule)));
    }
};

QTEST_GUILESS_MAIN(WatchedRunsTest)
#include "watched_runs.moc"
