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
};

QTEST_MAIN(LaboratoryPanelsTest)
#include "laboratory_panels.moc"
