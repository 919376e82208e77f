// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/workbench/forms/form_fields.h"
#include "app/workbench/layout/layered_layout.h"
#include "app/workbench/pages/design/add_popup.h"
#include "app/workbench/pages/design/auto_layout.h"
#include "app/workbench/pages/design/export_drawing.h"
#include "app/workbench/pages/design/fit_check.h"
#include "app/workbench/pages/design/graph_view.h"
#include "app/workbench/pages/design/grouping.h"
#include "app/workbench/pages/design/layer_list.h"
#include "app/workbench/pages/design/problems_panel.h"
#include "core/base/json.h"
#include "core/layers/layer.h"
#include "tests/app/workbench/pages/design/bench.h"
#include "widgets/form/form.h"
#include "widgets/theme/theme.h"

using namespace ds;
using namespace ds::ui;

namespace {

void forgetPlaces(Model& model)
{
    for (LayerNode& layer : model.layers) {
        layer.position.clear();
        if (!layer.model) continue;
        Model inner = *layer.model;
        forgetPlaces(inner);
        layer.model = std::make_shared<Model>(inner);
    }
}

std::string textOf(Document document, bool places = true)
{
    if (!places) forgetPlaces(document.model);
    return writeJson(documentToJson(document));
}

/// The network for Fashion-MNIST on random pictures, which need no files.
Document fashion()
{
    Document document = *loadDocument(DS_SOURCE_DIR "/resources/projects/fashion-mnist.dsw");
    document.train = {"random", {{"shape", Ints{1, 28, 28}}, {"classes", 10}, {"samples", 640}}};
    document.test = {};
    document.model.layers.front().attrs.set("field", std::string("input"));
    return document;
}

} // namespace

class DesignTest : public QObject {
    Q_OBJECT

    static QPoint output(Canvas& canvas, const QString& id, int port = 0) { return canvas.portPosition({id, port}, false).toPoint(); }
    static QPoint input(Canvas& canvas, const QString& id, int port = 0) { return canvas.portPosition({id, port}, true).toPoint(); }
    static void drag(Canvas& canvas, const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint now = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, now, canvas.mapToGlobal(now), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&canvas, &move);
        }
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
    }
    /// Opens a document on the page and waits for what is known of it.
    static void open(Bench& bench, const Document& document)
    {
        bench.page.show();
        bench.page.enter();
        const auto before = bench.checker.result();
        bench.project.reset(document);
        QTRY_VERIFY_WITH_TIMEOUT(bench.checker.result() != before, 30000);
    }

private slots:
    void initTestCase() { Theme::instance().attach(*qApp); }

    /// From the keyboard, as a person would: select the data, type, Enter, and so on; then everything undone and done again.
    void fashionMnistIsBuiltFromNothing()
    {
        const Document goal = fashion();
        Document empty = goal;
        empty.model = {};
        empty.loss.attrs.erase("prediction");
        Bench bench;
        open(bench, empty);
        const std::string start = textOf(bench.project.document());
        auto* popup = bench.page.findChild<AddPopup*>();
        auto* line = popup->findChild<QLineEdit*>();
        bench.canvas().select({":data"});
        for (const LayerNode& layer : goal.model.layers) {
            if (layer.type == "Input") continue; // comes by itself with the first wire from the data
            const QString type = QString::fromStdString(layer.type);
            QTest::keyClick(&bench.canvas(), type.front().toLatin1());
            QVERIFY(popup->isVisible());
            QTest::keyClicks(line, type.mid(1));
            QTest::keyClick(line, Qt::Key_Return);
            QVERIFY(!popup->isVisible());
            QCOMPARE(bench.canvas().selection().size(), 1);
            const QString made = bench.canvas().selection().front(), wanted = QString::fromStdString(layer.name);
            if (made != wanted) emit bench.canvas().renamed(made, wanted);
            bench.project.edit("attributes", [&](Document& d) { editing::findLayer(d.model, layer.name)->attrs = layer.attrs; });
            QCOMPARE(bench.canvas().selection(), QStringList{wanted});
        }
        emit bench.canvas().renamed("input", "image");
        emit bench.canvas().connected({"fc2", 0}, {":loss", 0});
        QCOMPARE(textOf(bench.project.document(), false), textOf(goal, false));
        QTRY_VERIFY_WITH_TIMEOUT(bench.checker.result()->check.errors.empty(), 30000);

        const std::string built = textOf(bench.project.document());
        QUndoStack& undo = bench.project.undoStack();
        while (undo.canUndo()) undo.undo();
        QCOMPARE(textOf(bench.project.document()), start);
        QCOMPARE(bench.canvas().store().nodes().size(), std::size_t{2}); // data and loss
        while (undo.canRedo()) undo.redo();
        QCOMPARE(textOf(bench.project.document()), built);
        QCOMPARE(bench.canvas().store().nodes().size(), goal.model.layers.size() + 2);
        QCOMPARE(bench.canvas().store().wires().size(), goal.model.wires.size() + 3); // data, prediction, target
    }

    void wiresAreDrawnAndRefusedWithTheMouse()
    {
        Bench bench;
        Document document = fashion();
        document.model.layers.push_back({.name = "extra", .type = "Conv2d", .attrs = {{"filters", 4}, {"kernel", 3}}, .position = {}});
        open(bench, document);
        Canvas& canvas = bench.canvas();
        bench.run("design.fit");
        canvas.setZoom(0.45, {0, 0});
        canvas.centreOn(canvas.contentBounds().center());
        const std::size_t before = bench.project.document().model.wires.size();
        drag(canvas, output(canvas, "flatten"), input(canvas, "extra")); // 2-D into a convolution
        QCOMPARE(bench.project.document().model.wires.size(), before);
        const FitCheck check(bench.project.document(), bench.page.path(), bench.checker.result().get());
        QVERIFY(check.reason({{"flatten", 0}, {"extra", 0}}).contains("expects a 4-D input"));
        QCOMPARE(check.reason({{"conv3", 0}, {"bn1", 0}}), QString("That would make a circle of wires."));
        drag(canvas, output(canvas, "relu1"), input(canvas, "extra"));
        QCOMPARE(bench.project.document().model.wires.size(), before + 1);
        QCOMPARE(bench.project.undoStack().undoText(), QString("Connect relu1 to extra"));
        drag(canvas, input(canvas, "extra"), QPoint(20, 20)); // off again
        QCOMPARE(bench.project.document().model.wires.size(), before);
    }

    void movingKeepsTheOthersInPlace()
    {
        Bench bench;
        open(bench, fashion());
        Canvas& canvas = bench.canvas();
        const QPointF there = canvas.store().node(canvas.store().find("bn2")).view.position;
        const QPoint centre = canvas.toView(canvas.store().node(canvas.store().find("conv1")).rect.center()).toPoint();
        drag(canvas, centre, centre + QPoint(200, 0));
        QCOMPARE(bench.project.undoStack().undoText(), QString("Move conv1"));
        QCOMPARE(canvas.store().node(canvas.store().find("bn2")).view.position, there);
        QCOMPARE(bench.project.document().model.find("bn2")->position, (std::vector<double>{there.x(), there.y()}));
    }

    void layersCanBeCopiedToAnotherWindow()
    {
        Bench bench;
        open(bench, fashion());
        bench.canvas().select({"conv2", "bn2", "relu2"});
        bench.run("design.copy");
        QVERIFY(QApplication::clipboard()->text().contains("\"Conv2d\""));
        bench.run("design.paste");
        QCOMPARE(bench.canvas().selection(), (QStringList{"conv4", "bn4", "relu5"}));
        const Model& model = bench.project.document().model;
        QVERIFY(model.find("conv4")->attrs == model.find("conv2")->attrs);
        QVERIFY(std::count(model.wires.begin(), model.wires.end(), Wire{{"conv4", 0}, {"bn4", 0}}) == 1);
        bench.project.undoStack().undo();
        QCOMPARE(textOf(bench.project.document()), textOf(fashion()));

        Bench other;
        open(other, Document{});
        other.run("design.paste");
        QCOMPARE(other.project.document().model.layers.size(), std::size_t{3});
        QCOMPARE(other.project.document().model.wires.size(), std::size_t{2});
        QApplication::clipboard()->setText("[1, 2");
        other.run("design.paste");
        QCOMPARE(other.said, QString("The clipboard holds no layers."));
    }

    void groupsFoldAndOpenAgain()
    {
        Bench bench;
        open(bench, fashion());
        const Document flat = bench.project.document();
        bench.canvas().select({"conv2", "bn2", "relu2"});
        bench.run("design.group");
        QCOMPARE(bench.canvas().selection(), QStringList{"group1"});
        QCOMPARE(bench.project.document().model.layers.size(), flat.model.layers.size() - 2);
        QTRY_VERIFY_WITH_TIMEOUT(bench.checker.result()->check.errors.empty(), 30000);

        emit bench.canvas().opened("group1");
        QCOMPARE(bench.page.path(), editing::ModelPath{"group1"});
        QVERIFY(bench.canvas().store().find("conv2") >= 0);
        QVERIFY(bench.canvas().store().find(":data") < 0);
        bench.page.addLayer("Dropout", {QPointF(400, 0), {}, true, {}});
        QVERIFY(editing::modelAt(bench.project.document(), {"group1"})->find("dropout1"));
        bench.project.undoStack().undo();
        bench.run("design.up");
        bench.canvas().select({"group1"});
        bench.run("design.ungroup");
        Document again = bench.project.document();
        const auto order = [](const Wire& a, const Wire& b) {
            return std::tie(a.from.layer, a.from.port, a.to.layer, a.to.port) < std::tie(b.from.layer, b.from.port, b.to.layer, b.to.port);
        };
        Document before = flat;
        std::sort(again.model.wires.begin(), again.model.wires.end(), order);
        std::sort(before.model.wires.begin(), before.model.wires.end(), order);
        QCOMPARE(textOf(again, false), textOf(before, false));
    }

    void whatIsPredictedCanBeGrouped()
    {
        Document document = fashion();
        const std::string name = editing::group(document, {}, {"fc1", "relu4", "fc2"});
        QCOMPARE(document.loss.attrs.string("prediction"), name);
        QCOMPARE(editing::ungroup(document, {}, name), (editing::Names{"fc1", "relu4", "fc2"}));
        QCOMPARE(document.loss.attrs.string("prediction"), std::string("fc2"));
        QVERIFY(!editing::groupProblem(document.model, {"conv1", "relu1"}).empty()); // bn1 is between
        QVERIFY(!editing::groupProblem(document.model, {"image", "conv1"}).empty());
    }

    void undoLeavesAGroupThatIsGone()
    {
        Bench bench;
        open(bench, fashion());
        bench.canvas().select({"conv2", "bn2"});
        bench.run("design.group");
        emit bench.canvas().opened("group1");
        QCOMPARE(bench.page.path().size(), std::size_t{1});
        bench.project.undoStack().undo();
        QVERIFY(bench.page.path().empty());
        QVERIFY(bench.canvas().store().find("conv2") >= 0);
    }

    void deletingRenamingMutingFreezing()
    {
        Bench bench;
        open(bench, fashion());
        emit bench.canvas().renamed("fc2", "head");
        QCOMPARE(bench.project.document().loss.attrs.string("prediction"), std::string("head"));
        emit bench.canvas().renamed("head", "fc1");
        QCOMPARE(bench.said, QString("There is another layer named fc1."));
        bench.canvas().select({"conv1", "conv2"});
        bench.run("design.freeze");
        QVERIFY(bench.project.document().model.find("conv1")->frozen && bench.project.document().model.find("conv2")->frozen);
        bench.run("design.freeze");
        QVERIFY(!bench.project.document().model.find("conv1")->frozen);
        bench.run("design.mute");
        QVERIFY(bench.project.document().model.find("conv2")->muted);
        bench.canvas().select({"head"});
        QTest::keyClick(&bench.canvas(), Qt::Key_Delete);
        QVERIFY(!bench.project.document().model.find("head"));
        QVERIFY(!bench.project.document().loss.attrs.has("prediction"));
        bench.project.undoStack().undo();
        QCOMPARE(bench.project.document().loss.attrs.string("prediction"), std::string("head"));
    }

    void aLayerIsPutIntoAWire()
    {
        Document document = fashion();
        const std::size_t wires = document.model.wires.size();
        document.model.layers.push_back({.name = "drop", .type = "Dropout"});
        editing::insertOnWire(document, {}, "drop", {{"fc1", 0}, {"relu4", 0}}, {});
        QCOMPARE(document.model.wires.size(), wires + 1);
        QVERIFY(std::count(document.model.wires.begin(), document.model.wires.end(), Wire{{"fc1", 0}, {"drop", 0}}) == 1);
        editing::insertOnWire(document, {}, "drop", {{"fc2", 0}, {editing::lossId, 0}}, {}); // also before the loss
        QCOMPARE(document.loss.attrs.string("prediction"), std::string("drop"));
    }

    void variadicPortsHaveNoGaps()
    {
        Document document;
        for (const char* name : {"a", "b", "c"}) document.model.layers.push_back({.name = name, .type = "ReLU"});
        document.model.layers.push_back({.name = "sum", .type = "Add"});
        for (int i = 0; const char* name : {"a", "b", "c"}) document.model.wires.push_back({{name, 0}, {"sum", i++}});
        editing::removeLayers(document, {}, {"b"});
        QVERIFY((document.model.wires == std::vector<Wire>{{{"a", 0}, {"sum", 0}}, {{"c", 0}, {"sum", 1}}}));
    }

    void theFormChangesAllThatAreSelected()
    {
        Bench bench;
        open(bench, fashion());
        bench.canvas().select({"conv1", "conv2"});
        Form* form = nullptr;
        for (Form* each : bench.page.findChildren<Form*>())
            if (each->isVisible()) form = each;
        QVERIFY(form);
        emit form->edited("dilation", QVariantList{2LL, 2LL}, true);
        emit form->edited("kernel", QVariantList{5LL}, true);
        for (const char* name : {"conv1", "conv2"}) {
            QCOMPARE(bench.project.document().model.find(name)->attrs.ints("kernel"), Ints{5});
            QCOMPARE(bench.project.document().model.find(name)->attrs.ints("dilation"), (Ints{2, 2}));
        }
        emit form->edited("dilation", QVariantList{1LL, 1LL}, true); // the default is written as nothing
        QVERIFY(!bench.project.document().model.find("conv1")->attrs.has("dilation"));
    }

    /// Every attribute of every layer goes into a form and comes back.
    void allAttributesGoThroughForms()
    {
        const Attrs none;
        for (const LayerSpec* spec : allLayers())
            for (const AttrSpec& attribute : spec->attributes) {
                if (attribute.required) continue;
                const FormField field = formField(attribute, {&none});
                QVERIFY2(field.value.isValid() && field.value == field.fallback, spec->name.data());
                Attrs attrs;
                setFromForm(attrs, attribute, field.value);
                QVERIFY2(attrs.empty(), spec->name.data());
            }
    }

    void problemsLeadIntoGroups()
    {
        Document document = fashion();
        const std::string made = editing::group(document, {}, {"flatten", "dropout", "fc1"});
        editing::editModel(document, {made}, [](Model& m) { editing::findLayer(m, "fc1")->attrs.set("units", int64_t{0}); });
        Bench bench;
        open(bench, document);
        const QString group = QString::fromStdString(made);
        auto* panel = bench.page.findChild<ProblemsPanel*>();
        QTRY_VERIFY(bench.canvas().store().node(bench.canvas().store().find(group)).view.badge == Badge::Error);
        QPushButton* row = nullptr;
        for (QPushButton* button : panel->findChildren<QPushButton*>())
            if (button->text().contains(group + QStringLiteral("/fc1"))) row = button;
        QVERIFY(row);
        row->click();
        QCOMPARE(bench.page.path(), editing::ModelPath{made});
        QCOMPARE(bench.canvas().selection(), QStringList{QStringLiteral("fc1")});
        const auto& store = bench.canvas().store();
        QVERIFY(store.node(store.find(QStringLiteral("fc1"))).view.badge == Badge::Error);
        QVERIFY(store.node(store.find(QStringLiteral("dropout"))).view.badge == Badge::None);
        QCOMPARE(editing::nameAt({}, "a/b/c"), std::string("a"));
        QCOMPARE(editing::nameAt({"a"}, "a/b/c"), std::string("b"));
        QCOMPARE(editing::nameAt({"b"}, "a/b/c"), std::string());
    }

    void problemsOfferTheirMends()
    {
        Bench bench;
        Document document = fashion();
        document.model.layers[1].attrs.erase("bias"); // conv1, before a batch norm
        open(bench, document);
        bench.canvas().select({"conv1"});
        QPushButton* mend = nullptr;
        for (auto* button : bench.canvas().findChildren<QPushButton*>())
            if (button->text() == "Turn off the bias") mend = button;
        QVERIFY(mend);
        QTest::mouseClick(mend, Qt::LeftButton);
        QCOMPARE(bench.project.document().model.find("conv1")->attrs.boolean("bias"), false);
        QCOMPARE(bench.project.undoStack().undoText(), QString("Turn off the bias"));
    }

    void whatFitsIsOfferedFirst()
    {
        Bench bench;
        open(bench, fashion());
        const FitCheck check(bench.project.document(), bench.page.path(), bench.checker.result().get());
        QVERIFY(check.typeFits("Conv2d", {"relu1", 0}, true));
        QVERIFY(!check.typeFits("Conv2d", {"flatten", 0}, true));
        QVERIFY(check.typeFits("Dense", {"flatten", 0}, true));
        QVERIFY(check.typeFits("Add", {"relu1", 0}, true));
        emit bench.canvas().wireDropped({"flatten", 0}, true, {0, 0});
        auto* popup = bench.page.findChild<AddPopup*>();
        QVERIFY(popup->isVisible());
        QTest::keyClicks(popup->findChild<QLineEdit*>(), "conv");
        const auto* model = popup->findChild<LayerListModel*>();
        QVERIFY(model->rowCount() > 1);
        for (int i = 1; i < model->rowCount(); ++i) // those that fit stand above those that do not
            QVERIFY(model->index(i - 1).data(LayerListModel::FitsRole).toBool() ||
                    !model->index(i).data(LayerListModel::FitsRole).toBool());
        popup->hide();
    }

    void search()
    {
        QCOMPARE(searchCatalog("conv2").front()->type, QString("Conv2d"));
        QCOMPARE(searchCatalog("mha").front()->type, QString("MultiHeadAttention"));
        QCOMPARE(searchCatalog("relu").front()->type, QString("ReLU"));
        QVERIFY(searchCatalog("qqqq").empty());
        LayerListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.search({});
        QVERIFY(model.rowCount() > static_cast<int>(allLayers().size()));
        model.search("norm");
        QVERIFY(model.rowCount() >= 4);
    }

    void commentsAndFramesBelongToTheDocument()
    {
        Bench bench;
        open(bench, fashion());
        const std::string before = textOf(bench.project.document());
        bench.canvas().select({"conv1", "bn1", "relu1"});
        bench.run("design.frame");
        bench.run("design.comment");
        QCOMPARE(bench.project.document().model.notes.size(), std::size_t{2});
        const Note& frame = bench.project.document().model.notes[0];
        const std::map<std::string, QPointF> places = placesOf(bench.project.document().model, Flow::Down);
        const QRectF box(frame.box[0], frame.box[1], frame.box[2], frame.box[3]);
        for (const char* name : {"conv1", "bn1", "relu1"}) QVERIFY(box.contains(QRectF(places.at(name), QSizeF(186, 64))));
        QVERIFY(!box.contains(places.at("pool1")));
        emit bench.canvas().noteChanged({"note0", "Stem", box, true}, {});
        QCOMPARE(bench.project.document().model.notes[0].text, std::string("Stem"));
        const ReadDocument read = documentFromJson(documentToJson(bench.project.document()));
        QVERIFY(read.errors.empty());
        QVERIFY(read.document.model.notes == bench.project.document().model.notes);
        emit bench.canvas().deleteRequested({}, {}, "note0");
        QCOMPARE(bench.project.document().model.notes.size(), std::size_t{1});
        while (bench.project.undoStack().canUndo()) bench.project.undoStack().undo();
        QCOMPARE(textOf(bench.project.document()), before);
    }

    void layoutsPlaceEveryLayerOnce()
    {
        const Model model = fashion().model;
        for (const char* program : {"dot", "no-such-program"}) {
            AutoLayout layout;
            layout.setProgram(program);
            std::map<std::string, QPointF> places;
            bool done = false;
            connect(&layout, &AutoLayout::finished, this, [&](const std::map<std::string, QPointF>& found) {
                places = found;
                done = true;
            });
            layout.start(model, Flow::Down);
            QTRY_VERIFY_WITH_TIMEOUT(done, 25000);
            QCOMPARE(places.size(), model.layers.size());
            for (const Wire& wire : model.wires) QVERIFY(places[wire.to.layer].y() >= places[wire.from.layer].y() + 64);
        }
        const auto right = layeredLayout(model, Flow::Right);
        for (const Wire& wire : model.wires) QVERIFY(right.at(wire.to.layer).x() >= right.at(wire.from.layer).x() + 186);
    }

    void theDrawingIsExported()
    {
        Bench bench;
        open(bench, fashion());
        QVERIFY(exportDrawing(bench.canvas(), bench.folder.filePath("a.svg")).isEmpty());
        QFile svg(bench.folder.filePath("a.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("conv1"));
        QVERIFY(exportDrawing(bench.canvas(), bench.folder.filePath("a.png")).isEmpty());
        QVERIFY(QImage(bench.folder.filePath("a.png")).height() > 1000);
        QVERIFY(exportDrawing(bench.canvas(), bench.folder.filePath("a.pdf")).isEmpty());
        QFile pdf(bench.folder.filePath("a.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
        QVERIFY(!exportDrawing(bench.canvas(), bench.folder.filePath("a.doc")).isEmpty());
        QVERIFY(!exportDrawing(bench.canvas(), "/nowhere/a.svg").isEmpty());
    }

    void theGraphIsShownAfterEachPass()
    {
        Bench bench;
        open(bench, fashion());
        auto* view = bench.page.findChild<GraphView*>();
        QSignalSpy shown(view, &GraphView::shown);
        bench.run("design.graph");
        QTRY_COMPARE(shown.count(), 1);
        QVERIFY(view->findChild<Canvas*>()->store().nodes().size() > 17);
        const CheckResult& check = *bench.checker.result();
        const GraphPicture lowered = graphPicture(check, GraphStage::Lowered), fused = graphPicture(check, GraphStage::Fused);
        QVERIFY(lowered.text.contains("conv") && !lowered.text.contains("grad.fc2.weight"));
        QVERIFY(fused.text.contains("grad.fc2.weight"));
        QVERIFY(!lowered.wires.isEmpty());
    }

    void aHiddenPageDoesNothing()
    {
        Bench bench;
        bench.page.leave();
        bench.project.reset(fashion());
        QVERIFY(bench.canvas().store().nodes().empty());
        bench.page.enter();
        QVERIFY(!bench.canvas().store().nodes().empty());
    }
};

QTEST_MAIN(DesignTest)
#include "design.moc"
