// SPDX-License-Identifier: GPL-3.0-or-later
// Layers coloured by what was seen of them in a training, at any step of it.
#include <QSlider>
#include <QTest>

#include <nlohmann/json.hpp>

#include "app/workbench/inspection/inspection_feed.h"
#include "app/workbench/pages/design/heat_bar.h"
#include "core/train/run_record.h"
#include "tests/app/workbench/pages/design/bench.h"

using namespace ds;
using namespace ds::ui;
using inspector::Figure;
using inspector::Quantity;

namespace {

Document project()
{
    Document document;
    document.name = "net";
    document.train = {"synthetic", {{"kind", "blobs"}}};
    auto inside = std::make_shared<Model>();
    inside->layers = {{"x", "Input"}, {"first", "Dense", {{"units", 8}}}, {"second", "Dense", {{"units", 8}}}, {"y", "Output"}};
    inside->wires = {{{"x"}, {"first"}}, {{"first"}, {"second"}}, {{"second"}, {"y"}}};
    LayerNode block{"block", "Composite"};
    block.model = inside;
    document.model.layers = {{"in", "Input", {{"field", "input"}}}, block, {"out", "Dense", {{"units", 3}}}};
    document.model.wires = {{{"in"}, {"block"}}, {{"block"}, {"out"}}};
    document.loss = {"cross_entropy", {{"prediction", "out"}, {"target", "label"}}};
    document.optimizer = {"sgd", {{"learning_rate", 0.1}}};
    return document;
}

inspector::TensorStatistics sized(double size)
{
    const auto x = static_cast<float>(size);
    return inspector::statisticsOf(std::vector<float>{x, -x, x, -x});
}

std::vector<inspector::Sight> sightsAt(int64_t step)
{
    const double shrinking = std::pow(10.0, -static_cast<double>(step));
    return {{step, "block/first", Quantity::Activation, sized(1), "linear", ""},
            {step, "block/second", Quantity::Activation, sized(100 * shrinking), "linear", ""},
            {step, "out", Quantity::Activation, sized(step == 4 ? NAN : 0.01), "linear", ""}};
}

InspectionPtr inspectionUpTo(int64_t last)
{
    auto inspection = std::make_shared<Inspection>();
    inspection->document = project();
    for (int64_t step = 1; step <= last; ++step) inspection->trace.add(sightsAt(step));
    inspection->makeFigures();
    return inspection;
}

const NodeView* nodeOf(const Canvas& canvas, const char* id)
{
    for (const CanvasStore::NodeItem& item : canvas.store().nodes())
        if (item.view.id == QLatin1String(id)) return &item.view;
    return nullptr;
}

} // namespace

class HeatTest : public QObject {
    Q_OBJECT

private slots:
    void colourAndFigureAreThoseOfTheStep()
    {
        Canvas canvas;
        HeatBar bar(canvas);
        QVERIFY(bar.heat().empty() && bar.step() == 0);
        bar.setFigure(Figure::ResultSize);
        bar.setInspection(inspectionUpTo(3));
        QCOMPARE(bar.step(), int64_t{3});
        // From 0.01 to 10: 1 is at two thirds of the three powers of ten.
        QVERIFY(std::abs(bar.heat().at("block/first").warmth - 2.0 / 3) < 1e-6);
        QCOMPARE(bar.heat().at("block/first").figure, QStringLiteral("1"));
        QVERIFY(bar.heat().at("out").warmth < 1e-6);
        QVERIFY(std::abs(bar.heat().at("block/second").warmth - 1.0 / 3) < 1e-6);
        bar.setStep(1);
        QVERIFY(std::abs(bar.heat().at("block/second").warmth - 1) < 1e-6); // the same colours as before
        // Who looks at an earlier step stays there; who looks at the last one goes on.
        bar.setInspection(inspectionUpTo(4));
        QCOMPARE(bar.step(), int64_t{1});
        bar.setStep(4);
        bar.setInspection(inspectionUpTo(5));
        QCOMPARE(bar.step(), int64_t{5});
        bar.setStep(4);
        QCOMPARE(bar.heat().at("out").warmth, 1.0); // not finite
        bar.setFigure(Figure::WeightSize);
        QVERIFY(bar.heat().empty());
    }

    void theCanvasShowsIt()
    {
        QTemporaryDir dir;
        {
            RunRecord record = std::move(RunRecord::open(dir.filePath("runs").toStdString())).value();
            QVERIFY(record.begin("r", project(), "cpu", 0));
            inspector::SightRecords sights;
            for (int64_t step = 1; step <= 3; ++step) {
                record.scalar("train/loss", step, 0, 1);
                sights.write(record, sightsAt(step));
            }
            QVERIFY(record.flush());
        }
        Around bench;
        InspectionFeed feed(dir.filePath("runs"));
        bench.context.inspection = &feed;
        DesignPage page(bench.context);
        page.resize(1320, 800);
        page.show();
        page.enter();
        bench.project.edit("open", [](Document& d) { d = project(); });
        feed.setRun("r");
        const HeatBar* bar = page.findChild<HeatBar*>();
        QVERIFY(bar && !bar->isVisible());
        bench.commands.find(QStringLiteral("design.heat.seen%1").arg(static_cast<int>(Figure::ResultSize)))->trigger();
        QVERIFY(bar->isVisible());
        QTRY_COMPARE(bar->step(), int64_t{3});
        const NodeView* block = nodeOf(page.canvas(), "block");
        QVERIFY(block && std::abs(block->heat - 2.0 / 3) < 1e-6); // of the warmest layer in it
        QVERIFY(nodeOf(page.canvas(), "in")->heat < 0);
        page.findChild<QSlider*>()->setValue(1);
        QVERIFY(std::abs(nodeOf(page.canvas(), "block")->heat - 1) < 1e-6);
        QCOMPARE(nodeOf(page.canvas(), "block")->figure, QStringLiteral("10"));
        bench.commands.find(QStringLiteral("design.heat.none"))->trigger();
        QVERIFY(!bar->isVisible() && nodeOf(page.canvas(), "block")->heat < 0);
    }
};

QTEST_MAIN(HeatTest)
#include "heat.moc"
