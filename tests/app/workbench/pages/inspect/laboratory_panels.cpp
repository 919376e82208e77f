// SPDX-License-Identifier: GPL-3.0-or-later
// The panels that show what was asked about a run: tensors of a step, and why a model predicts what it does.
#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QUndoStack>

#include <cmath>

#include <nlohmann/json.hpp>

#include "app/workbench/pages/inspect/explain_panel.h"
#include "app/workbench/pages/inspect/map_panel.h"
#include "app/workbench/pages/inspect/map_points.h"
#include "app/workbench/pages/inspect/part_model.h"
#include "app/workbench/pages/inspect/rates_panel.h"
#include "app/workbench/pages/inspect/tensor_panel.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "inspector/engine/explanation.h"
#include "tests/app/workbench/support/fake_hub.h"
#include "widgets/image/image_grid.h"
#include "widgets/plot/bar_plot.h"
#include "widgets/plot/curve_plot.h"
#include "widgets/plot/scatter_plot.h"

using namespace ds;
using namespace ds::ui;

namespace {

QStringList texts(const QWidget& widget)
{
    QStringList list;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisibleTo(&widget)) list << label->text();
    return list;
}

/// value(i) = i.
Tensor counted(Shape shape)
{
    Tensor tensor(TensorType{DType::F32, shape});
    for (int64_t i = 0; i < tensor.count(); ++i) tensor.set(i, static_cast<double>(i));
    return tensor;
}

struct Bench {
    QTemporaryDir dir;
    Project project;
    Checker checker;
    Commands commands;
    Settings settings{dir.filePath("settings.ini")};
    FakeHub hub;
    PageContext context{project, checker, hub, commands, settings, {}, {}, {}, nullptr};

    QString npy(const Tensor& tensor, const char* name = "x.npy") const
    {
        if (!writeNpy(dir.filePath(name).toStdString(), tensor)) qFatal("not written");
        return dir.filePath(name);
    }
};

} // namespace

class LaboratoryPanelsTest : public QObject {
    Q_OBJECT

private slots:
    void partsOfATensor()
    {
        Bench bench;
        const Result<TensorFile> images = TensorFile::open(bench.npy(counted({2, 3, 4, 5})));
        QVERIFY(images.ok() && images->items() == 2 && images->readsAll());
        const TensorPart second = images->part(1);
        QVERIFY(second.maps == 3 && second.height == 4 && second.width == 5);
        QVERIFY(second.map(2)[0] == 100 && second.map(2)[19] == 119);
        QCOMPARE(images->part(-1).maps, 6);
        const Result<TensorFile> row = TensorFile::open(bench.npy(counted({7}), "row.npy"));
        QVERIFY(row.ok() && row->items() == 1 && row->part(0).width == 7 && row->part(0).height == 1);
        const Result<TensorFile> one = TensorFile::open(bench.npy(Tensor::scalar(3), "one.npy"));
        QVERIFY(one.ok() && one->part(-1).count() == 1);

        const float numbers[] = {-1, 0, NAN, 3, INFINITY};
        const NumberRange range = rangeOf(numbers, 5);
        QVERIFY(range.count == 3 && range.notFinite == 2 && range.zeros == 1 && range.low == -1 && range.high == 3);
        const QImage picture = mapPicture(numbers, 1, 5, range);
        QCOMPARE(picture.pixelColor(2, 0), QColor(255, 0, 255));
        QVERIFY(picture.pixelColor(0, 0) != picture.pixelColor(3, 0));
    }

    void aTensorIsSeenInThreeWays()
    {
        Bench bench;
        TensorPanel panel;
        panel.resize(900, 320);
        QSignalSpy wanted(&panel, &TensorPanel::wanted);
        panel.setChoices("Step 5, op 2: conv (conv)", {{7, "makes 2 × 3 × 4 × 5", false}, {3, "reads conv.weight", true}}, 0);
        QCOMPARE(wanted.count(), 0); // nobody looks
        panel.setVisible(true);
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toInt(), 7);
        QVERIFY(texts(panel).join(' ').contains("Making the step again"));
        panel.show(TensorFile::open(bench.npy(counted({2, 3, 4, 5}))).value());
        auto* maps = panel.findChild<ImageGrid*>();
        QTRY_VERIFY(maps->has(2));
        QCOMPARE(maps->count(), 3);
        QVERIFY2(texts(panel).join(' ').contains("2 × 3 × 4 × 5: 0 to 59, mean 29.5"), qPrintable(texts(panel).join('\n')));
        auto* item = panel.findChild<QSpinBox*>();
        item->setValue(1);
        QVERIFY2(texts(panel).join(' ').contains("60 to 119"), qPrintable(texts(panel).join('\n')));
        item->setValue(-1);
        QCOMPARE(item->text(), QStringLiteral("all"));
        QCOMPARE(maps->count(), 6);
        maps->setFocus();
        QTest::keyClick(maps, Qt::Key_End);
        auto* table = panel.findChild<QTableView*>();
        const QAbstractItemModelTester tester(table->model());
        QCOMPARE(table->model()->rowCount(), 4);
        QCOMPARE(table->model()->columnCount(), 5);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("100"));
        QTest::keyClick(maps, Qt::Key_Return); // to its numbers
        QTRY_VERIFY(table->isVisible());
        for (auto* button : panel.findChildren<QAbstractButton*>())
            if (button->text() == "Histogram") button->click();
        QTRY_VERIFY(panel.findChild<BarPlot*>()->isVisible());
        panel.findChild<QComboBox*>()->setCurrentIndex(1);
        QCOMPARE(wanted.last()[0].toInt(), 3);
        panel.fail("nothing is left");
        QVERIFY(texts(panel).contains("nothing is left"));
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void whichLearningRate()
    {
        Bench bench;
        inspector::RateRange range;
        for (int i = 0; i < 60; ++i) {
            range.rates.push_back(1e-5 * std::pow(10, i / 10.0));
            range.losses.push_back(i < 20 ? 2.0 : i < 40 ? 2.0 - 0.09 * (i - 20) : 0.2 + 0.2 * (i - 40));
        }
        range.diverged = true;
        bench.hub.answers = [&](const Json&) { return inspector::rateRangeToJson(range); };
        RatesPanel panel(bench.context);
        panel.findChild<QPushButton*>("measureRates")->click();
        QCOMPARE(bench.hub.asked, QStringList{R"( {"ask":"rates"})"});
        QVERIFY2(texts(panel).join(' ').contains("diverged"), qPrintable(texts(panel).join('\n')));
        QCOMPARE(panel.findChild<CurvePlot*>()->curves().size(), 2);
        for (auto* button : panel.findChildren<QPushButton*>())
            if (button->text().startsWith("Use ")) button->click();
        const double rate = bench.project.document().optimizer.attrs.number("learning_rate");
        QVERIFY2(rate > 1e-3 && rate < 0.2, qPrintable(QString::number(rate)));
        QVERIFY(bench.project.undoStack().canUndo());
        for (double& loss : range.losses) loss = 2;
        panel.findChild<QPushButton*>("measureRates")->click();
        QVERIFY(texts(panel).join(' ').contains("does not fall"));
    }

    void whyThisPrediction()
    {
        Bench bench;
        QString broken;
        bench.hub.answers = [&](const Json& question) -> Result<Json> {
            if (question.at("ask") == "samples")
                return Json{
                    {"set", "validation"},
                    {"count", 80},
                    {"inputs", {"image"}},
                    {"classes", {"cat", "dog"}},
                    {"worst", Json::array({{{"index", 17}, {"loss", 4.5}, {"target", 0}, {"predicted", 1}, {"probability", 0.97}}})},
                    {"best", Json::array()}};
            if (question.at("method") == broken.toStdString()) return Error{"does not go with the model", "", ""};
            Tensor map = Tensor::zeros({DType::F32, {4, 4}});
            map.set(5, 2), map.set(6, -2);
            return Json{{"sample", question.at("sample")},
                        {"target", 1},
                        {"truth", "cat"},
                        {"prediction", {{"classes", Json::array({{{"class", "dog"}, {"probability", 0.97}}})}}},
                        {"words", Json::array()},
                        {"input", bench.npy(counted({1, 1, 4, 4}), "input.npy").toStdString()},
                        {"map", bench.npy(map, "map.npy").toStdString()}};
        };
        broken = QString::fromLatin1(inspector::allExplanations()[1]->name.data());
        ExplainPanel panel(bench.context);
        panel.resize(1000, 320);
        panel.setRun("r");
        QVERIFY(bench.hub.asked.isEmpty());
        panel.setVisible(true);
        QTRY_COMPARE(bench.hub.asked.size(), 1);
        auto* list = panel.findChild<QTreeWidget*>();
        QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("cat taken for dog, with 97\u00A0%"));
        QVERIFY(texts(panel).join(' ').contains("80 samples"));
        list->setCurrentItem(list->topLevelItem(0));
        auto* pictures = panel.findChild<ImageGrid*>();
        // The sample and what each method says, but for the one that does not go with the model.
        const auto methods = static_cast<int>(inspector::allExplanations().size());
        QCOMPARE(pictures->count(), methods);
        QCOMPARE(bench.hub.asked.size(), 1 + methods);
        QVERIFY2(bench.hub.asked.last().contains(R"("sample":17)"), qPrintable(bench.hub.asked.last()));
        QVERIFY2(texts(panel).join(' ').contains(QStringLiteral("dog 97\u00A0% — in truth cat")), qPrintable(texts(panel).join('\n')));
        panel.findChild<QComboBox*>()->setCurrentIndex(1);
        QVERIFY(bench.hub.asked.last().contains(R"("target":0)"));
        panel.findChild<QSpinBox*>()->setValue(3);
        QVERIFY(bench.hub.asked.last().contains(R"("sample":3)") && !bench.hub.asked.last().contains("target"));
        panel.setRun({});
        QCOMPARE(pictures->count(), 0);
    }

    void samplesOnAMap()
    {
        Bench bench;
        bool broken = false;
        bench.hub.answers = [&](const Json& question) -> Result<Json> {
            if (question.at("ask") == "projectable")
                return Json{{"set", "validation"},
                            {"count", 80},
                            {"results", Json::array({{{"name", "conv"}, {"shape", {2, 4, 4}}, {"features", 32}, {"field", ""}},
                                                     {{"name", "out"}, {"shape", {2}}, {"features", 2}, {"field", ""}}})},
                            {"parameters", Json::array({{{"name", "out.weight"}, {"shape", {32, 2}}, {"features", 2}, {"field", ""}}})}};
            if (broken) return Error{"all 3 points lie at the same place", "", ""};
            if (question.at("ask") == "sample")
                return Json{{"input", bench.npy(counted({1, 1, 4, 4}), "input.npy").toStdString()}, {"words", Json::array()}};
            Json answer{{"of", question.at("of")},
                        {"name", question.at("name")},
                        {"features", 32},
                        {"averaged", false},
                        {"samples", {4, 9, 17}},
                        {"labels", {"dog", "cat", "dog"}},
                        {"classes", {"cat", "dog", "cow"}},
                        {"predictions", Json::array()},
                        {"points", bench.npy(counted({3, 2}), "points.npy").toStdString()},
                        {"neighbours_of_same_class", 0.83},
                        {"neighbours", 10},
                        {"by_chance", 0.1}};
            for (const char* name : {"dog", "cat", "cat"}) answer["predictions"].push_back({{"class", name}, {"probability", 0.61}});
            if (question.at("method") == "pca") answer["explained"] = {0.5, 0.25};
            else answer["perplexity"] = question.at("perplexity");
            return answer;
        };
        MapPanel panel(bench.context);
        panel.resize(1000, 320);
        panel.setRun("r");
        QVERIFY(bench.hub.asked.isEmpty()); // nobody looks
        auto* compute = panel.findChild<QPushButton*>("computeMap");
        QVERIFY(!compute->isEnabled());
        panel.setVisible(true);
        QTRY_COMPARE(bench.hub.asked.size(), 1);
        auto* source = panel.findChild<QComboBox*>("mapOf");
        QCOMPARE(source->currentText(), QStringLiteral("conv")); // the one before the last
        QVERIFY(texts(panel).join(' ').contains("80 samples"));
        compute->click();
        QVERIFY2(bench.hub.asked.last().contains(R"("of":"result","name":"conv","method":"pca")"), qPrintable(bench.hub.asked.last()));
        const QString said = texts(panel).join(' ');
        for (const char* part :
             {"conv, 32 numbers a point", "75\u00A0% of the variance (50\u00A0% and 25\u00A0%)", "83\u00A0% of the 10 nearest"})
            QVERIFY2(said.contains(QString::fromUtf8(part)), qPrintable(said));
        auto* plot = panel.findChild<ScatterPlot*>();
        QVERIFY(plot->placeOf(2).x() > plot->placeOf(0).x());
        auto* picture = panel.findChild<QLabel*>("mapSample");
        QVERIFY(!picture->isVisibleTo(&panel));
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->placeOf(2).toPoint());
        QVERIFY2(bench.hub.asked.last().contains(R"("sample":17)"), qPrintable(bench.hub.asked.last()));
        QVERIFY(picture->isVisibleTo(&panel) && !picture->pixmap().isNull());
        QVERIFY2(texts(panel).join(' ').contains(QStringLiteral("Sample 17: dog, predicted cat with 61\u00A0%")),
                 qPrintable(texts(panel).join('\n')));

        auto* perplexity = panel.findChild<QSpinBox*>();
        QVERIFY(!perplexity->isVisibleTo(&panel));
        panel.findChild<QComboBox*>("mapMethod")->setCurrentIndex(1);
        QVERIFY(perplexity->isVisibleTo(&panel));
        perplexity->setValue(12);
        source->setCurrentIndex(source->findText("out.weight"));
        compute->click();
        QVERIFY2(bench.hub.asked.last().contains(R"("of":"parameter","name":"out.weight","method":"tsne")") &&
                     bench.hub.asked.last().contains(R"("perplexity":12)"),
                 qPrintable(bench.hub.asked.last()));
        QVERIFY(texts(panel).join(' ').contains("3 rows of out.weight") && !picture->isVisibleTo(&panel));
        const qsizetype asked = bench.hub.asked.size();
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->placeOf(2).toPoint()); // a row is no sample
        QCOMPARE(bench.hub.asked.size(), asked);
        broken = true;
        compute->click();
        QVERIFY(texts(panel).join(' ').contains("the same place") && compute->isEnabled());
        panel.setRun({});
        QVERIFY(!compute->isEnabled() && texts(panel).join(' ').contains("no run"));
    }

    void groupsOfAMap()
    {
        std::vector<float> places(200);
        Json answer{{"of", "result"}, {"classes", Json::array()}, {"predictions", Json::array()}};
        for (int i = 0; i < 100; ++i) {
            answer["samples"].push_back(i);
            answer["labels"].push_back(0.1 * i);
        }
        MapPoints map = mapPoints(answer, places);
        QCOMPARE(map.groups.size(), std::size_t{5}); // ranges
        QVERIFY(map.points[0].group == 0 && map.points[19].group == 0 && map.points[20].group == 1 && map.points[99].group == 4);
        QCOMPARE(map.groups[0].name, QStringLiteral("0 to 1.9"));
        for (int i = 0; i < 100; ++i) answer["labels"][static_cast<std::size_t>(i)] = i % 40; // more classes than a legend has room for
        map = mapPoints(answer, places);
        QCOMPARE(map.groups.size(), std::size_t{16});
        QVERIFY(map.points[0].group == 0 && map.points[1].group == 1 && map.points[39].group == 15);
        for (int i = 0; i < 100; ++i) answer["labels"][static_cast<std::size_t>(i)] = nullptr;
        map = mapPoints(answer, places);
        QCOMPARE(map.groups.size(), std::size_t{1});
        QCOMPARE(map.points[7].tip, QStringLiteral("sample 7"));
        answer["of"] = "parameter";
        answer["labels"][3] = "word";
        answer["labels"][4] = "\n";
        answer["labels"][5] = " ";
        map = mapPoints(answer, places);
        QVERIFY(map.points[3].label == "word" && map.points[3].tip == "word\nrow 3");
        QVERIFY(map.points[4].label == "\\n" && map.points[5].label == QStringLiteral("␣"));
    }
};

QTEST_MAIN(LaboratoryPanelsTest)
#include "laboratory_panels.moc"
