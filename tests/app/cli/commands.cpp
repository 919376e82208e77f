// SPDX-License-Identifier: Apache-2.0
// The contract of the command line, by running the program as a user does.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/app/cli/bench.h"

using ds::test::deepseek;
using ds::test::Ran;
using ds::test::smallProject;

class Commands : public QObject, private ds::test::CliBench {
    Q_OBJECT

private:
    QByteArray weights(const QString& run)
    {
        // `predict` prints doubles in full: equal text is equal weights.
        return deepseek({"predict", run, "0.3,0.4", "-0.9,0.1", "0.7,-0.2", "--runs", path("runs"), "--json"}).out;
    }

private slots:
    void initTestCase() { writeSmallProject(); }

    void trainsAndPrintsASummary()
    {
        const Ran ran = train({});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        const QJsonObject summary = ran.summary();
        QCOMPARE(summary["event"].toString(), QStringLiteral("summary"));
        for (const char* field : {"run", "epochs", "steps", "train_loss", "val_loss", "metrics", "samples_per_second", "step_ms",
                                  "peak_memory_bytes", "predicted_peak_memory_bytes", "seconds"})
            QVERIFY2(summary.contains(QLatin1String(field)), field);
        QCOMPARE(summary["epochs"].toInt(), 10);
        QVERIFY(summary["metrics"].toObject()["accuracy"].toDouble() > 0.9);
    }

    void sameSeedSameResult()
    {
        const QString a = train({}).summary()["run"].toString(), b = train({}).summary()["run"].toString(),
                      c = train({"--seed", "5"}).summary()["run"].toString();
        QVERIFY(a != b);
        const QByteArray first = weights(a).replace(a.toUtf8(), ""), second = weights(b).replace(b.toUtf8(), ""),
                         third = weights(c).replace(c.toUtf8(), "");
        QCOMPARE(first, second);
        QVERIFY(first != third);
    }

    void setChangesSettings()
    {
        const Ran ran = train({"--set", "training.batch_size=50", "--set", "model.fc1.units=3", "--epochs", "2"});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        QCOMPARE(ran.summary()["steps"].toInt(), 8); // 160 samples in batches of 50, twice
    }

    void killedRunsGoOnToTheSameWeights()
    {
        const QString whole = train({"--epochs", "40", "--set", "training.checkpoint_every=3"}).summary()["run"].toString();
        QVERIFY(!whole.isEmpty());
        const QByteArray expected = weights(whole).replace(whole.toUtf8(), "");
        QProcess process;
        process.start(QStringLiteral(DS_DEEPSEEK), {"train", path("small.dsw"), "--runs", path("runs"), "--json", "--epochs", "40", "--set",
                                                    "training.checkpoint_every=3"});
        QString run;
        int checkpoints = 0;
        while (checkpoints < 5 && process.waitForReadyRead(30000))
            while (process.canReadLine()) {
                const QJsonObject line = QJsonDocument::fromJson(process.readLine()).object();
                if (line["event"] == QLatin1String("start")) run = line["run"].toString();
                if (line["event"] == QLatin1String("checkpoint")) ++checkpoints;
            }
        process.kill(); // SIGKILL
        process.waitForFinished();
        QVERIFY(!run.isEmpty());
        const Ran resumed = deepseek({"train", "--resume", run, "--runs", path("runs"), "--json"});
        QVERIFY2(resumed.exitCode == 0, resumed.err.constData());
        QCOMPARE(weights(run).replace(run.toUtf8(), ""), expected);
    }

    void aRunHasOneWriter()
    {
        QProcess process;
        process.start(QStringLiteral(DS_DEEPSEEK), {"train", path("small.dsw"), "--runs", path("runs"), "--json", "--epochs", "100000"});
        QVERIFY(process.waitForReadyRead(30000));
        const QString run = QJsonDocument::fromJson(process.readLine()).object()["run"].toString();
        while (!QFile::exists(path("runs") + "/" + run + "/last.ckpt")) QVERIFY(process.waitForReadyRead(30000));
        const Ran second = deepseek({"train", "--resume", run, "--runs", path("runs")});
        process.kill();
        process.waitForFinished();
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.err.contains("another process is at work on it"), second.err.constData());
    }

    void interruptSavesAndSaysHowToGoOn()
    {
        QProcess process;
        process.start(QStringLiteral(DS_DEEPSEEK), {"train", path("small.dsw"), "--runs", path("runs"), "--epochs", "100000"});
        QVERIFY(process.waitForReadyRead(30000));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray out = process.readAllStandardOutput();
        QVERIFY2(out.contains("Go on with --resume"), out.constData());
    }

    void runsAreListedComparedAndDeleted()
    {
        const QString a = train({"--epochs", "1"}).summary()["run"].toString(),
                      b = train({"--epochs", "1", "--set", "optimizer.learning_rate=0.5"}).summary()["run"].toString();
        QVERIFY(deepseek({"runs", "list", "--runs", path("runs")}).out.contains(a.toUtf8()));
        QVERIFY(deepseek({"runs", "show", a, "--runs", path("runs")}).out.contains("train/loss"));
        QVERIFY(deepseek({"runs", "compare", a, b, "--runs", path("runs")}).out.contains("optimizer.learning_rate"));
        QCOMPARE(deepseek({"runs", "delete", a, "--runs", path("runs")}).exitCode, 0);
        const QByteArray left = deepseek({"runs", "list", "--runs", path("runs"), "--json"}).out;
        QVERIFY2(!left.contains('"' + a.toUtf8() + '"') && left.contains('"' + b.toUtf8() + '"'), left.constData());
        const Ran again = deepseek({"runs", "delete", a, "--runs", path("runs")});
        QCOMPARE(again.exitCode, 1);
        QVERIFY(again.err.contains(a.toUtf8()));
    }

    void evaluates()
    {
        const QString run = train({}).summary()["run"].toString();
        const QJsonObject summary = deepseek({"evaluate", run, "--runs", path("runs"), "--json"}).summary();
        QVERIFY(summary["metrics"].toObject()["accuracy"].toDouble() > 0.9);
    }

    void checkTellsAllErrors()
    {
        QByteArray broken = smallProject;
        broken.replace("\"units\": 16", "\"units\": 0")
            .replace("\"ReLU\"", "\"Relo\"")
            .replace("\"adam\"", "\"adan\"")
            .replace("\"epochs\": 10", "\"epochs\": -1");
        write("broken.dsw", broken);
        const Ran ran = deepseek({"check", path("broken.dsw")});
        QCOMPARE(ran.exitCode, 1);
        for (const char* part : {"Dense \"fc1\", units", "Did you mean \"ReLU\"?", "Did you mean \"adam\"?", "training, epochs"})
            QVERIFY2(ran.err.contains(part), (QByteArray(part) + " not in\n" + ran.err).constData());
        QCOMPARE(deepseek({"check", path("small.dsw")}).exitCode, 0);
    }

    void showsLayersGraphAndPlan()
    {
        QVERIFY(deepseek({"show", path("small.dsw")}).out.contains("fc1"));
        QVERIFY(deepseek({"show", path("small.dsw"), "--graph"}).out.contains("matmul"));
        QVERIFY(deepseek({"show", path("small.dsw"), "--after", "fuse"}).out.contains("linear"));
        QVERIFY(deepseek({"show", path("small.dsw"), "--plan"}).out.contains("arena"));
        QCOMPARE(deepseek({"show", path("small.dsw"), "--after", "nothing"}).exitCode, 1);
    }

    void drawsThePlan()
    {
        QVERIFY(deepseek({"show", path("small.dsw"), "--plan", "--svg", path("plan.svg")}).out.contains("computed again"));
        QFile file(path("plan.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader svg(file.readAll());
        int blocks = 0;
        while (!svg.atEnd())
            if (svg.readNext() == QXmlStreamReader::StartElement && svg.name() == u"title") ++blocks;
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
        QVERIFY(blocks > 5);
        const Ran nowhere = deepseek({"show", path("small.dsw"), "--svg", path("no/such/folder.svg")});
        QCOMPARE(nowhere.exitCode, 1);
        QVERIFY2(nowhere.err.contains("folder.svg") && nowhere.err.contains("could not be written"), nowhere.err.constData());
    }

    void aMemoryBudgetIsKeptOrRefused()
    {
        const Ran enough = train({"--epochs", "1", "--memory", "1GiB"});
        QVERIFY2(enough.exitCode == 0, enough.err.constData());
        const QString project = QStringLiteral(DS_SOURCE_DIR "/resources/projects/fashion-mnist.dsw");
        const QJsonObject all = deepseek({"show", project, "--plan", "--json"}).summary();
        const QJsonObject less = deepseek({"show", project, "--plan", "--json", "--memory", "67MiB"}).summary();
        QCOMPARE(all["recomputed_nodes"].toInt(), 0);
        QVERIFY(less["recomputed_nodes"].toInt() > 0);
        QVERIFY(less["arena_bytes"].toDouble() < all["arena_bytes"].toDouble());
        const Ran refused = train({"--epochs", "1", "--memory", "1MiB"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("memory budget") && refused.err.contains("MiB"), refused.err.constData());
        QCOMPARE(train({"--memory", "much"}).exitCode, 2);
    }

    /// In bf16 where the CPU can; else with a reason.
    void precisionIsUsedOrRefused()
    {
        const Ran half = train({"--precision", "bf16"});
        if (half.exitCode == 0) {
            QVERIFY(half.summary()["metrics"].toObject()["accuracy"].toDouble() > 0.8);
            // A larger one: of products with few columns oneDNN's are not to be trusted on every CPU, and they stay f32.
            const QString project = QStringLiteral(DS_SOURCE_DIR "/resources/projects/fashion-mnist.dsw");
            QVERIFY(deepseek({"show", project, "--precision", "bf16", "--plan"}).out.contains("bf16["));
            QVERIFY(deepseek({"show", project, "--precision", "bf16", "--after", "mixed_precision"}).out.contains("cast"));
        } else {
            QVERIFY2(half.err.contains("training, precision") && half.err.contains("Use f32."), half.err.constData());
        }
        QCOMPARE(train({"--precision", "f8"}).exitCode, 2);
    }

    void comparesWithTheReferenceFramework()
    {
        const Ran wrong = deepseek({"bench", "reference", "--precision", "f32"});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.err.contains("--precision"), wrong.err.constData());
        const Ran ran = deepseek({"bench", "reference", "--steps", "1", "--batch", "1", "--json"});
        const QList<QByteArray> lines = ran.out.trimmed().split('\n');
        const QJsonObject base = QJsonDocument::fromJson(lines.front()).object();
        QCOMPARE(base["variant"].toString(), QStringLiteral("base"));
        QVERIFY(base["images_per_second"].toDouble() > 0 && base["ms_per_image"].toDouble() > 0);
        if (ran.exitCode == 0) {
            QCOMPARE(lines.size(), 5);
            QCOMPARE(QJsonDocument::fromJson(lines[3]).object()["variant"].toString(), QStringLiteral("all"));
        } else {
            QVERIFY2(ran.err.contains("bf16"), ran.err.constData());
        }
    }

    void tellsWhereTheTimeGoes()
    {
        const Ran ran = deepseek({"profile", path("small.dsw"), "--steps", "5", "--trace", path("trace.json")});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        for (const char* part : {"fc1", "of the limit", "median of 5", "GFLOP/s"})
            QVERIFY2(ran.out.contains(part), (QByteArray(part) + " not in\n" + ran.out).constData());
        QFile file(path("trace.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(QJsonDocument::fromJson(file.readAll()).object()["traceEvents"].toArray().size() > 5);
        const QJsonObject summary = deepseek({"profile", path("small.dsw"), "--steps", "5", "--json"}).summary();
        for (const char* field : {"step_ms", "forward_ms", "backward_ms", "update_ms", "arena_bytes", "limit_flops"})
            QVERIFY2(summary[QLatin1String(field)].toDouble() > 0, field);
        QCOMPARE(deepseek({"profile", path("small.dsw"), "--steps", "1", "--trace", path("no/such/folder/t.json")}).exitCode, 1);
    }

    void timesStepsAndPredictions()
    {
        for (const QStringList& more : {QStringList{}, {"--inference", "--batch", "3"}}) {
            const Ran ran = deepseek(QStringList{"bench", path("small.dsw"), "--steps", "3", "--json"} + more);
            QVERIFY2(ran.exitCode == 0, ran.err.constData());
            for (const char* field : {"step_ms", "step_ms_p95", "samples_per_second", "ceiling_share", "peak_memory_bytes"})
                QVERIFY2(ran.summary()[QLatin1String(field)].toDouble() > 0, field);
        }
        const Ran watching = deepseek({"bench", path("small.dsw"), "--steps", "40", "--watching", "--budget", "10", "--json"});
        QVERIFY2(watching.exitCode == 0, watching.err.constData());
        QVERIFY(watching.summary()["looks"].toInt() > 0 && watching.summary()["step_ms"].toDouble() > 0);
        QVERIFY(watching.summary()["own_share"].toDouble() > 0);
        const QJsonObject ceiling = deepseek({"bench", "ceiling", "--json"}).summary();
        for (const char* field : {"matmul_gflops", "conv_3x3_gflops", "sweep_gbytes"})
            QVERIFY2(ceiling[QLatin1String(field)].toDouble() > 0, field);
    }

    void listsRegistries_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::newRow("ops") << "ops"
                             << "conv";
        QTest::newRow("layers") << "layers"
                                << "Dense";
        QTest::newRow("losses") << "losses"
                                << "cross_entropy";
        QTest::newRow("optimizers") << "optimizers"
                                    << "adamw";
        QTest::newRow("rules") << "rules"
                               << "dead_relu";
        QTest::newRow("remedies") << "remedies"
                                  << "clip_gradients";
        QTest::newRow("schedules") << "schedules"
                                   << "cosine";
        QTest::newRow("metrics") << "metrics"
                                 << "accuracy";
        QTest::newRow("sources") << "sources"
                                 << "idx";
    }
    void listsRegistries()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QVERIFY(deepseek({"list", kind}).out.contains(name.toUtf8()));
        QVERIFY(deepseek({"list", kind, name}).out.startsWith(name.toUtf8()));
        QVERIFY(deepseek({"list", kind, "--json"}).summary()["count"].toInt() > 0);
        QCOMPARE(deepseek({"list", kind, "nonsense"}).exitCode, 1);
    }

    void badUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no verb") << QStringList{} << 2 << QByteArray("subcommand");
        QTest::newRow("unknown verb") << QStringList{"tarin"} << 2 << QByteArray("subcommand is required");
        QTest::newRow("no such file") << QStringList{"train", "nothing.dsw"} << 1 << QByteArray("nothing.dsw: cannot be opened");
        QTest::newRow("a folder") << QStringList{"train", "/"} << 1 << QByteArray("is a folder");
        QTest::newRow("unknown run") << QStringList{"evaluate", "no-such-run"} << 1 << QByteArray("no-such-run");
        QTest::newRow("bad device") << QStringList{"train", "x.dsw", "--device", "tpu"} << 2 << QByteArray("tpu");
        QTest::newRow("unwritable runs") << QStringList{"train", "small.dsw", "--runs", "/proc/nowhere"} << 1
                                         << QByteArray("/proc/nowhere");
    }
    void badUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, text);
        const Ran ran = deepseek(arguments, folder());
        QCOMPARE(ran.exitCode, exitCode);
        QVERIFY2(ran.err.contains(text), ran.err.constData());
    }

    void aFullDiskLosesNothing()
    {
        const QStringList common{"--runs", "full", "--json"};
        const Ran whole = deepseek(QStringList{"train", "small.dsw"} + common, folder());
        QCOMPARE(whole.exitCode, 0);
        const Ran half = deepseek(QStringList{"train", "small.dsw", "--epochs", "4"} + common, folder());
        const QString run = half.summary()["run"].toString();
        // The store is larger than this already, so its next write fails.
        const Ran full = deepseek(QStringList{"train", "--resume", run, "--epochs", "10"} + common, folder(), 16384);
        QCOMPARE(full.exitCode, 1);
        QVERIFY2(full.err.contains("runs.sqlite") && full.err.contains("Check that the disk has room"), full.err.constData());
        const Ran rest = deepseek(QStringList{"train", "--resume", run, "--epochs", "10"} + common, folder());
        QCOMPARE(rest.exitCode, 0);
        QVERIFY(whole.summary()["steps"].toInt() > 0);
        QCOMPARE(rest.summary()["steps"], whole.summary()["steps"]);
        QCOMPARE(rest.summary()["metrics"], whole.summary()["metrics"]);
    }

    void aLossThatIsNotFiniteStopsWithItsPlace()
    {
        const Ran ran = train({"--set", "optimizer.type=sgd", "--set", "optimizer.learning_rate=1e6"});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains("the loss is not a finite number"), ran.err.constData());
        QVERIFY2(ran.err.contains("step "), ran.err.constData());
    }
};

QTEST_GUILESS_MAIN(Commands)
#include "commands.moc"
