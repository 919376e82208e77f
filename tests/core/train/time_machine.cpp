// SPDX-License-Identifier: Apache-2.0
// Steps that are made again have the same bits, from wherever one goes back to.
#include <filesystem>
#include <set>

#include <QTest>

#include "core/base/philox.h"
#include "core/train/session.h"
#include "core/train/time_machine.h"
#include "tests/core/data/files.h"

using namespace ds;
using namespace ds::test;

namespace {

/// All that can depend on what came before: dropout, running moments, moments of the optimiser, an average, a schedule, shuffled and
/// incomplete batches.
Document project(int64_t accumulate = 1)
{
    Document document;
    document.name = "p";
    document.train = {"synthetic", {{"kind", "blobs"}, {"samples", 200}, {"classes", 4}}};
    document.model.layers = {
        {"in", "Input", {{"field", "input"}}}, {"fc", "Dense", {{"units", 16}}}, {"norm", "BatchNorm"}, {"act", "ReLU"},
        {"drop", "Dropout", {{"rate", 0.3}}},  {"out", "Dense", {{"units", 4}}}};
    document.model.wires = {{{"in"}, {"fc"}}, {{"fc"}, {"norm"}}, {{"norm"}, {"act"}}, {{"act"}, {"drop"}}, {{"drop"}, {"out"}}};
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {"adam", {{"learning_rate", 0.01}}};
    document.schedule = {"cosine", {{"warmup_steps", 5}}};
    document.training = {{"epochs", 8}, {"batch_size", 24}, {"ema_decay", 0.9}, {"accumulate", accumulate}, {"seed", 3}};
    return document;
}

/// FNV-1a over all states.
uint64_t hashOf(Learner& learner)
{
    uint64_t hash = 14695981039346656037U;
    for (const StateStore::Entry& entry : learner.states().entries()) {
        const Tensor tensor = learner.states().read(entry);
        const auto* bytes = static_cast<const unsigned char*>(tensor.raw());
        for (std::size_t i = 0; i < tensor.bytes(); ++i) hash = (hash ^ bytes[i]) * 1099511628211U;
    }
    return hash;
}

std::size_t bytesOfOne(const RunParts& parts)
{
    std::size_t bytes = 0;
    for (const StateStore::Entry& entry : parts.learner->states().entries()) bytes += entry.type.bytes();
    return bytes;
}

constexpr double always = 1e9; // times the time that making a snapshot takes

struct Trained {
    RunParts parts;
    std::map<int64_t, std::pair<uint64_t, double>> seen; ///< by update: states, and the norm of the gradients
    Progress progress;

    explicit Trained(const Document& document) : parts(std::move(prepareRun(document, "cpu", {}, false)).value()) {}

    /// To the end, as a session does; `then` sees where the training stands after each update, and before the first.
    template <class Then>
    void train(Then then)
    {
        Batch batch;
        Feeds feeds;
        for (const Field& field : parts.data.train->fields()) feeds.push_back({field.name, {}});
        seen[0] = {hashOf(*parts.learner), 0};
        then(progress);
        while (progress.updates < parts.totalUpdates) {
            if (!parts.loader->next(batch)) {
                ++progress.epoch, progress.batch = 0;
                continue;
            }
            for (std::size_t i = 0; i < feeds.size(); ++i) feeds[i].value = batch.fields[i];
            const Result<StepResult> step = parts.learner->step(feeds, parts.learningRate(progress));
            if (!step) qFatal("%s", step.error().message().c_str());
            progress.batch = batch.index + 1;
            progress.accumulated = parts.learner->accumulated();
            if (progress.updates == parts.learner->updates()) continue;
            progress.updates = parts.learner->updates();
            seen[progress.updates] = {hashOf(*parts.learner), step->gradNorm};
            then(progress);
        }
    }
};

} // namespace

class TimeMachineTest : public QObject {
    Q_OBJECT

private slots:
    void anyStepCanBeMadeAgain_data()
    {
        QTest::addColumn<int>("accumulate");
        QTest::newRow("each batch an update") << 1;
        QTest::newRow("three batches an update") << 3;
    }
    void anyStepCanBeMadeAgain()
    {
        QFETCH(int, accumulate);
        Trained trained(project(accumulate));
        TimeMachine machine(trained.parts, 5 * bytesOfOne(trained.parts), always);
        trained.train([&](const Progress& progress) { machine.pass(progress); });
        const std::vector<int64_t> kept = machine.kept();
        QCOMPARE(kept.size(), std::size_t{5});
        Rng rng(7);
        for (int jump = 0; jump < 100; ++jump) {
            const int64_t to =
                kept.front() + static_cast<int64_t>(rng.below(static_cast<uint64_t>(trained.parts.totalUpdates - kept.front() + 1)));
            int64_t made = 0;
            const Result<Progress> there = machine.goTo(to, [&](const StepResult& step, const Progress& progress) {
                if (progress.accumulated > 0) return;
                ++made;
                QCOMPARE(hashOf(*trained.parts.learner), trained.seen.at(progress.updates).first);
                QCOMPARE(step.gradNorm, trained.seen.at(progress.updates).second);
            });
            QVERIFY2(there.ok(), there ? "" : there.error().message().c_str());
            QCOMPARE(there->updates, to);
            QCOMPARE(made, to - machine.before(to)->updates);
            QCOMPARE(hashOf(*trained.parts.learner), trained.seen.at(to).first);
        }
    }

    void aChangedLearningRateIsRemembered()
    {
        Trained trained(project());
        TimeMachine machine(trained.parts, std::size_t{1} << 20);
        trained.train([&](const Progress& progress) {
            if (progress.updates == 0) machine.pass(progress); // the only one
            if (progress.updates != 20 && progress.updates != 40) return;
            trained.progress.hasRate = progress.updates == 20;
            trained.progress.rate = 0.5;
            machine.changed(trained.progress);
        });
        QCOMPARE(machine.kept(), std::vector<int64_t>{0});
        for (int64_t to : {60, 30, 19, 41}) {
            QVERIFY(machine.goTo(to).ok());
            QCOMPARE(hashOf(*trained.parts.learner), trained.seen.at(to).first);
        }
    }

    void snapshotsAreClosestBeforeThePresent()
    {
        Trained trained(project());
        TimeMachine machine(trained.parts, 8 * bytesOfOne(trained.parts), always);
        Progress progress;
        for (progress.updates = 0; progress.updates <= 3000; ++progress.updates) machine.pass(progress);
        const std::vector<int64_t> kept = machine.kept();
        QCOMPARE(kept.size(), std::size_t{8});
        QVERIFY(kept.front() == 0 && kept.back() == 3000);
        QVERIFY2(kept[1] - kept[0] > 100 * (kept[7] - kept[6]), qPrintable(QString("%1 %2").arg(kept[1] - kept[0]).arg(kept[7] - kept[6])));
        QVERIFY(machine.before(kept[3] + 0)->updates == kept[3] && machine.before(kept[3] - 1)->updates == kept[2]);
    }

    void whatIsNotThereIsSaid()
    {
        Trained trained(project());
        TimeMachine none(trained.parts, 10); // not even one fits
        none.pass({});
        QVERIFY(none.kept().empty());
        QCOMPARE(none.goTo(3).error().message(), std::string("step 3: no snapshots were kept. Give training.snapshot_memory more."));
        TimeMachine late(trained.parts, std::size_t{1} << 20);
        Progress progress;
        progress.updates = 10;
        late.pass(progress);
        QCOMPARE(late.goTo(3).error().message(),
                 std::string("step 3: snapshots reach back to step 10. Give training.snapshot_memory more."));
    }

    void theyAreCheckpoints()
    {
        Folder dir;
        Trained trained(project());
        TimeMachine machine(trained.parts, std::size_t{1} << 20);
        trained.train([&](const Progress& progress) {
            if (progress.updates == 15) machine.pass(progress);
        });
        QVERIFY(machine.save(dir.path(), 3).ok());
        for (const auto& [step, begin] : std::map<int64_t, int64_t>{{16, 15}, {37, 15}, {15, 0}, {1, 0}}) {
            Result<Rewound> rewound = rewind(dir.path(), step, "cpu");
            QVERIFY2(rewound.ok(), rewound ? "" : rewound.error().message().c_str());
            QCOMPARE(rewound->progress.updates, begin);
            QCOMPARE(rewound->from.empty(), begin == 0);
            QVERIFY(advance(*rewound, step).ok());
            QCOMPARE(rewound->progress.updates, step);
            QCOMPARE(hashOf(*rewound->parts.learner), trained.seen.at(step).first);
        }
        QCOMPARE(dir.error(rewind(dir.path(), 1000, "cpu")), std::string("step 1000: the run has 72 steps."));
        QCOMPARE(dir.error(rewind(dir.at("nothing"), 1, "cpu")),
                 std::string("DIR/nothing: nothing is left that its steps could be made again from."));
    }

    void oneBeforeAStepCanBeLeft()
    {
        Folder dir;
        Trained trained(project());
        TimeMachine machine(trained.parts, std::size_t{1} << 20, 1e9); // which are kept does not depend on the clock
        trained.train([&](const Progress& progress) {
            if (progress.updates % 10 == 5) machine.pass(progress);
        });
        const auto files = [&] {
            std::set<std::string> names;
            for (const auto& file : std::filesystem::directory_iterator(dir.path())) names.insert(file.path().filename().string());
            return names;
        };
        QVERIFY(machine.saveBefore(dir.path(), 4).ok()); // there is none
        QVERIFY(files().empty());
        for (const int64_t update : {24, 19, 15}) QVERIFY(machine.saveBefore(dir.path(), update).ok());
        QCOMPARE(files(), (std::set<std::string>{"snapshot-15.ckpt"}));
        for (const int64_t update : {25, 35, 45}) QVERIFY(machine.saveBefore(dir.path(), update).ok());
        QCOMPARE(files(), (std::set<std::string>{"snapshot-25.ckpt", "snapshot-35.ckpt", "snapshot-45.ckpt"}));
        Result<Rewound> rewound = rewind(dir.path(), 40, "cpu");
        QVERIFY2(rewound.ok(), rewound ? "" : rewound.error().message().c_str());
        QCOMPARE(rewound->progress.updates, 35);
        QVERIFY(advance(*rewound, 40).ok());
        QCOMPARE(hashOf(*rewound->parts.learner), trained.seen.at(40).first);
    }

    /// A run that fails leaves its last snapshots beside its checkpoints.
    void aFailedRunLeavesSome()
    {
        Folder dir;
        Document document = project();
        document.schedule = {};
        document.model.layers[2] = {"norm", "ReLU"};
        document.optimizer = {"sgd", {{"learning_rate", 1e6}}};
        auto session = TrainSession::start(document, {dir.at("runs"), "cpu", "r"});
        QVERIFY2(session.ok(), session ? "" : session.error().message().c_str());
        QVERIFY(!(*session)->run([](const TrainEvent&) {}).ok());
        // Which ones there are depends on the clock.
        const int64_t failed = (*session)->learner().updates() + 1;
        const Result<Rewound> rewound = rewind(dir.at("runs/r"), failed, "cpu");
        QVERIFY2(rewound.ok(), rewound ? "" : rewound.error().message().c_str());
        QVERIFY2(rewound->from.find("/snapshot-") != std::string::npos, rewound->from.c_str());
        QVERIFY(rewound->progress.updates < failed);
    }
};

QTEST_GUILESS_MAIN(TimeMachineTest)
#include "time_machine.moc"
