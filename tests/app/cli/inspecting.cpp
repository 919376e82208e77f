// SPDX-License-Identifier: Apache-2.0
// What the command line tells of trainings: rules, drills, steps made again, explanations, learning rates.
#include <QDir>
#include <QJsonArray>
#include <QTest>

#include "tests/app/cli/bench.h"

using ds::test::deepseek;
using ds::test::Ran;
using ds::test::smallProject;

class Inspecting : public QObject, private ds::test::CliBench {
    Q_OBJECT

private slots:
    void initTestCase() { writeSmallProject(); }

    void inspectsLayersAndParameters()
    {
        const Ran ran = deepseek({"inspect", path("small.dsw"), "--steps", "5"});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        for (const char* part : {"fc1.weight", "update ÷ size", "after 5 updates", "% of the time"})
            QVERIFY2(ran.out.contains(part), (QByteArray(part) + " not in\n" + ran.out).constData());
        const Ran json = deepseek({"inspect", path("small.dsw"), "--steps", "40", "--json", "--budget", "5"});
        QVERIFY(json.out.contains("\"quantity\":\"weight_gradient\""));
        QCOMPARE(json.summary()["steps"].toInt(), 40);
        QCOMPARE(json.summary()["verdicts"].toInt(), 0);
        const Ran wild = deepseek({"inspect", path("small.dsw"), "--json", "--set", "optimizer.learning_rate=1e6"});
        QVERIFY2(wild.exitCode == 0 && wild.out.contains("\"rule\":\"dead_relu\""), wild.out.constData());
        const QStringList wildly{"inspect", path("small.dsw"), "--json", "--set", "optimizer.learning_rate=1e6", "--set"};
        const Ran without = deepseek(wildly + QStringList{"training.inspection_rules=dead_relu=off"});
        QVERIFY2(without.exitCode == 0 && !without.out.contains("\"rule\":\"dead_relu\""), without.out.constData());
        const Ran unknown = deepseek(wildly + QStringList{"training.inspection_rules=dead_rely=off"});
        QVERIFY2(unknown.exitCode == 1 && unknown.err.contains("there is no rule \"dead_rely\""), unknown.err.constData());
        QCOMPARE(deepseek({"inspect", path("small.dsw"), "--set", "optimizer.learning_rate"}).exitCode, 1);
        QCOMPARE(deepseek({"inspect", path("small.dsw"), "--budget", "0"}).exitCode, 2);
    }

    void drillsFindAndMendAPlantedFault()
    {
        const QStringList overflow{"drill", "--project", "mlp", "--fault", "overflow", "--half", "both", "--seeds", "1"};
        const Ran ran = deepseek(overflow + QStringList{"--json"});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        const QJsonObject summary = ran.summary();
        QCOMPARE(summary["event"].toString(), QStringLiteral("summary"));
        for (const char* one : {"faulty", "planted", "found", "located", "repaired"})
            QVERIFY2(summary[one].toInt() == 1, (QByteArray(one) + " in\n" + ran.out).constData());
        QVERIFY(ran.out.contains("\"rule\":\"not_finite\",\"place\":\"scale\",\"first\":1"));
        QVERIFY(deepseek(overflow).out.contains("1 trainings with a fault, 0 without"));

        const Ran saved = deepseek(overflow + QStringList{"--save", path("drills")});
        QVERIFY2(saved.exitCode == 0, saved.err.constData());
        const QStringList files = QDir(path("drills")).entryList({"*.dsw"});
        QCOMPARE(files.size(), 1);
        QCOMPARE(deepseek({"check", path("drills/" + files.front().toUtf8())}).exitCode, 0);

        const Ran nothing = deepseek({"drill", "--project", "mlp", "--fault", "overflow", "--seeds", "1"});
        QVERIFY2(nothing.exitCode == 1 && nothing.err.contains("--half both"), nothing.err.constData());
    }

    void goesBackInARun()
    {
        QJsonObject trained = train({"--epochs", "4"}).summary();
        const QString run = trained["run"].toString();
        const Ran whole = deepseek({"inspect", run, "--runs", path("runs"), "--json"});
        QVERIFY2(whole.exitCode == 0 && whole.out.contains("\"quantity\":\"weight_gradient\""), whole.err.constData());
        QCOMPARE(whole.summary()["steps"].toInt(), trained["steps"].toInt());
        const Ran step = deepseek({"inspect", run, "--runs", path("runs"), "--step", "9", "--json"});
        QVERIFY2(step.exitCode == 0, step.err.constData());
        QVERIFY2(step.out.contains("\"made\":9,\"compared\":9,\"same\":9"), step.out.constData());
        QVERIFY(step.out.contains("\"update\":9"));
        const Ran ops = deepseek({"inspect", run, "--runs", path("runs"), "--step", "9", "--ops"});
        for (const char* part : {"forward", "backward", "fc1.weight", "layer or parameter"})
            QVERIFY2(ops.out.contains(part), (QByteArray(part) + " not in\n" + ops.out).constData());
        QVERIFY(deepseek({"inspect", run, "--runs", path("runs"), "--step", "9", "--ops", "--json"}).out.contains("\"event\":\"op\""));
        QCOMPARE(deepseek({"inspect", run, "--runs", path("runs"), "--ops"}).exitCode, 2); // of which step?
        const Ran well = deepseek({"inspect", run, "--runs", path("runs"), "--origin"});
        QVERIFY2(well.exitCode == 1 && well.err.contains("has not failed"), well.err.constData());
        QCOMPARE(deepseek({"inspect", run, "--runs", path("runs"), "--step", "100000"}).exitCode, 1);
        const Ran nothing = deepseek({"inspect", "nonsense", "--runs", path("runs")});
        QVERIFY2(nothing.exitCode == 1 && nothing.err.contains("neither a project file nor a run"), nothing.err.constData());
    }

    void tellsWhereAFailureBegan()
    {
        write("wild.dsw",
              QByteArray(smallProject).replace(R"("type": "adam", "learning_rate": 0.02)", R"("type": "sgd", "learning_rate": 1e6)"));
        QVERIFY(deepseek({"train", path("wild.dsw"), "--runs", path("runs"), "--json"}).exitCode != 0);
        QStringList runs = QDir(path("runs")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
        const Ran ran = deepseek({"inspect", runs.front(), "--runs", path("runs"), "--origin"});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        QVERIFY2(ran.out.startsWith("The first number that is not finite came out of "), ran.out.constData());
        const Ran json = deepseek({"inspect", runs.front(), "--runs", path("runs"), "--origin", "--json"});
        QVERIFY2(json.summary()["event"].toString() == QLatin1String("origin") && json.summary()["update"].toInt() >= 1,
                 json.out.constData());
    }

    void writesATensorOfAStep()
    {
        const QString run = train({"--epochs", "2"}).summary()["run"].toString();
        const QStringList step{"inspect", run, "--runs", path("runs"), "--step", "5"};
        const Ran ran = deepseek(step + QStringList{"--op", "1", "--npy", path("made.npy"), "--json"});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        const QJsonArray shape = ran.summary()["shape"].toArray();
        QVERIFY(shape.size() == 2 && shape[0].toInt() == 16);
        QFile file(path("made.npy"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray npy = file.readAll();
        QVERIFY(npy.startsWith("\x93NUMPY"));
        QVERIFY(npy.contains("'shape': (16, " + QByteArray::number(shape[1].toInt()) + ")"));
        const Ran none = deepseek(step + QStringList{"--op", "10000", "--npy", path("none.npy")});
        QVERIFY2(none.exitCode == 1 && none.err.contains("op 10000") && !QFile::exists(path("none.npy")), none.err.constData());
        QCOMPARE(deepseek(step + QStringList{"--op", "1"}).exitCode, 2); // where to?
    }

    void explainsAPrediction()
    {
        const QString run = train({"--epochs", "2"}).summary()["run"].toString();
        const QStringList about{"explain", run, "--runs", path("runs")};
        const Ran samples = deepseek(about + QStringList{"--json"});
        QVERIFY2(samples.exitCode == 0, samples.err.constData());
        const QJsonArray worst = samples.summary()["worst"].toArray();
        QVERIFY(!worst.isEmpty() && worst[0]["loss"].toDouble() >= worst.last()["loss"].toDouble());
        QVERIFY(deepseek(about).out.contains("taken for"));
        const QString sample = QString::number(worst[0]["index"].toInt());
        const Ran one = deepseek(about + QStringList{"--sample", sample, "--npy", path("why"), "--json"});
        QVERIFY2(one.exitCode == 0, one.err.constData());
        QVERIFY(QFile::exists(path("why/map.npy")) && QFile::exists(path("why/sample.npy")));
        QVERIFY(one.summary()["score"].isDouble() && one.summary()["method"] == QLatin1String("integrated_gradients"));
        QVERIFY(deepseek(about + QStringList{"--sample", sample, "--method", "occlusion"}).out.contains("its score is"));
        const Ran pictures = deepseek(about + QStringList{"--sample", sample, "--method", "grad_cam"});
        QVERIFY2(pictures.exitCode == 1 && pictures.err.contains("needs a convolution"), pictures.err.constData());
        const Ran beyond = deepseek(about + QStringList{"--sample", "100000"});
        QVERIFY2(beyond.exitCode == 1 && beyond.err.contains("there are 40 samples"), beyond.err.constData());
        QVERIFY(deepseek({"list", "explanations"}).out.contains("saliency"));
    }

    void drawsALayerAsPoints()
    {
        const QString run = train({"--epochs", "2"}).summary()["run"].toString();
        const QStringList about{"embed", run, "--runs", path("runs")};
        const Ran list = deepseek(about + QStringList{"--list", "--json"});
        QVERIFY2(list.exitCode == 0, list.err.constData());
        QCOMPARE(list.summary()["count"].toInt(), 40);
        const Ran pca = deepseek(about + QStringList{"--of", "fc1", "--npy", path("points.npy"), "--json"});
        QVERIFY2(pca.exitCode == 0, pca.err.constData());
        const QJsonObject answer = pca.summary();
        QCOMPARE(answer["labels"].toArray().size(), 40);
        const QJsonArray explained = answer["explained"].toArray();
        QVERIFY(explained[0].toDouble() >= explained[1].toDouble() && explained[1].toDouble() > 0);
        QVERIFY(answer["neighbours_of_same_class"].toDouble() > answer["by_chance"].toDouble());
        QFile file(path("points.npy"));
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("'shape': (40, 2)"));
        const Ran told = deepseek(about + QStringList{"--samples", "20"});
        QVERIFY2(told.out.contains("20 validation samples") && told.out.contains("explained variance") &&
                     told.out.contains("neighbours_of_same_class"),
                 told.out.constData());
        const Ran tsne = deepseek(about + QStringList{"--of", "fc2.weight", "--method", "tsne"});
        QVERIFY2(tsne.exitCode == 0 && tsne.out.contains("rows") && tsne.out.contains("perplexity"), tsne.err.constData());
        QVERIFY(deepseek(about + QStringList{"--list"}).out.contains("a point each sample"));
        const Ran nothing = deepseek(about + QStringList{"--of", "fc9"});
        QVERIFY2(nothing.exitCode == 1 && nothing.err.contains("fc9: there is no such layer"), nothing.err.constData());
        QCOMPARE(deepseek(about + QStringList{"--samples", "2"}).exitCode, 2);
    }

    void proposesALearningRate()
    {
        const Ran ran = deepseek({"rates", path("small.dsw"), "--steps", "60", "--json"});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        const QJsonObject summary = ran.summary();
        QVERIFY2(summary["suggested"].toDouble() > 1e-6 && summary["suggested"].toDouble() <= summary["highest"].toDouble(),
                 ran.out.constData());
        QVERIFY(deepseek({"rates", path("small.dsw"), "--steps", "60"}).out.contains("falls most steeply"));
        const Ran wrong = deepseek({"rates", path("small.dsw"), "--lowest", "1", "--highest", "0.1"});
        QVERIFY2(wrong.exitCode == 1 && wrong.err.contains("--lowest"), wrong.err.constData());
    }
};

QTEST_GUILESS_MAIN(Inspecting)
#include "inspecting.moc"
