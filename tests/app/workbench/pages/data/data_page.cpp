// SPDX-License-Identifier: GPL-3.0-or-later
// The data page with a project that has transforms: the list, its edits, and what they do to a sample.
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>
#include <nlohmann/json.hpp>

#include "app/workbench/help/help_popup.h"
#include "app/workbench/pages/data/chain_edits.h"
#include "app/workbench/pages/data/data_page.h"
#include "app/workbench/pages/data/preview_panel.h"
#include "app/workbench/pages/data/preview_view.h"
#include "app/workbench/pages/data/transform_panel.h"
#include "app/workbench/project/checker.h"
#include "app/workbench/project/project.h"
#include "app/workbench/shell/commands.h"
#include "app/workbench/shell/settings.h"
#include "core/data/array_dataset.h"
#include "core/data/transformed_dataset.h"
#include "tests/app/workbench/support/fake_hub.h"
#include "widgets/form/form.h"

using namespace ds;
using namespace ds::ui;

namespace {

Document pictures()
{
    Document document;
    document.train = {"random", {{"shape", Ints{1, 12, 12}}, {"samples", 60}, {"classes", 3}}};
    document.test = {"random", {{"shape", Ints{1, 12, 12}}, {"samples", 20}, {"classes", 3}}};
    document.transforms = {{"random_crop", {{"padding", int64_t{2}}}}, {"random_horizontal_flip", {}}, {"resize", {{"size", Ints{8}}}}};
    document.model.layers = {{"in", "Input", {{"field", "input"}}}, {"flat", "Flatten"}, {"fc", "Dense", {{"units", 3}}}};
    document.model.wires = {{{"in"}, {"flat"}}, {{"flat"}, {"fc"}}};
    document.loss = {"cross_entropy", {{"prediction", "fc"}, {"target", "label"}}};
    document.optimizer = {"adam", {}};
    document.training = {{"epochs", 1}, {"batch_size", 8}, {"seed", 4}};
    return document;
}

struct Bench {
    QTemporaryDir dir;
    Project project;
    Checker checker;
    Commands commands;
    Settings settings{dir.filePath("settings.ini")};
    FakeHub hub;
    PageContext context{project, checker, hub, commands, settings, {}, {}, {}};
    std::unique_ptr<DataPage> page;

    explicit Bench(Document document = pictures())
    {
        QObject::connect(&project, &Project::changed, &checker, [this] { checker.request(project.document()); });
        page = std::make_unique<DataPage>(context);
        page->resize(1216, 720);
        page->show();
        project.reset(std::move(document));
        page->enter();
    }
    template <class T>
    T* child() const
    {
        return page->findChild<T*>();
    }
    const TransformPreview& preview() const { return child<PreviewView>()->preview(); }
    QStringList titles() const
    {
        QStringList list;
        for (const PreviewColumn& column : preview().columns) list << column.title;
        return list;
    }
    QListWidget* list() const { return child<TransformPanel>()->findChild<QListWidget*>(); }
};

std::vector<std::string> types(const Project& project)
{
    std::vector<std::string> list;
    for (const Section& section : project.document().transforms) list.push_back(section.type);
    return list;
}

} // namespace

class DataPageTest : public QObject {
    Q_OBJECT

private slots:
    void showsASampleAfterEachTransform()
    {
        Bench bench;
        QTRY_COMPARE(bench.titles(), (QStringList{"", "Random crop", "Random horizontal flip", "Resize"}));
        QTRY_VERIFY(bench.preview().training);
        const TransformPreview& preview = bench.preview();
        QCOMPARE(preview.columns[0].cells.size(), std::size_t{1});
        QCOMPARE(preview.columns[1].cells.size(), std::size_t{3});
        QCOMPARE(preview.columns[3].shape, QString("f32[1, 8, 8]"));
        QCOMPARE(preview.columns[3].cells[2].image.size(), QSize(8, 8));
        // What training sees in its epochs: the last column is the sample of the loader.
        const auto train = bench.checker.result()->check.data.train;
        std::vector<float> values(64);
        int64_t label = 0;
        void* rows[] = {values.data(), &label};
        train->readInEpoch(2, 0, rows);
        double low = 1e9, high = -1e9;
        for (float x : values) low = std::min<double>(low, x), high = std::max<double>(high, x);
        const QImage& image = preview.columns[3].cells[2].image;
        for (int i = 1; i < 64; ++i) {
            const float step = values[static_cast<std::size_t>(i)] - values[static_cast<std::size_t>(i - 1)];
            const int shown = qGray(image.pixel(i % 8, i / 8)) - qGray(image.pixel((i - 1) % 8, (i - 1) / 8));
            QVERIFY2(std::abs(step) < 0.1f || (step > 0) == (shown >= 0) || shown == 0, "another picture");
        }
        // Again: the next epochs, other draws.
        const QImage first = preview.columns[1].cells[0].image;
        bench.child<PreviewPanel>()->again();
        QTRY_COMPARE(bench.preview().firstEpoch, int64_t{3});
        QVERIFY(bench.preview().columns[1].cells[0].image != first);
        // Test data: one row, only what always happens.
        for (QPushButton* button : bench.page->findChildren<QPushButton*>())
            if (button->text() == "Test") button->click();
        QTRY_VERIFY(!bench.preview().training && bench.preview().columns.size() == 4);
        QVERIFY(bench.preview().columns[1].cells[0].unchanged && !bench.preview().columns[3].cells[0].unchanged);
    }

    void editsAreStepsThatCanBeUndone()
    {
        Bench bench;
        QTRY_COMPARE(bench.list()->count(), 3);
        QCOMPARE(bench.list()->item(0)->text(), QString("1  Random crop\ntraining only · padding 2"));
        auto* panel = bench.child<TransformPanel>();
        panel->choose(0);
        emit panel->findChild<Form*>()->edited("padding", 3, false);
        emit panel->findChild<Form*>()->edited("padding", 4, true); // typed in one go: one step
        QCOMPARE(bench.project.document().transforms[0].attrs.find("padding"), static_cast<const AttrValue*>(nullptr)); // 4 is the default
        QCOMPARE(bench.project.undoStack().undoText(), QString("Change padding"));
        bench.project.undoStack().undo();
        QCOMPARE(bench.project.document().transforms[0].attrs.integer("padding"), int64_t{2});
        bench.child<QTabWidget>()->setCurrentIndex(1);
        bench.page->activateWindow();
        bench.list()->setFocus();
        QTRY_VERIFY(bench.list()->hasFocus());
        QTest::keyClick(bench.list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(types(bench.project), (std::vector<std::string>{"random_horizontal_flip", "random_crop", "resize"}));
        QCOMPARE(bench.list()->currentRow(), 1);
        QCOMPARE(bench.project.undoStack().undoText(), QString("Move random crop"));
        QTest::keyClick(bench.list(), Qt::Key_Delete);
        QCOMPARE(types(bench.project), (std::vector<std::string>{"random_horizontal_flip", "resize"}));
        bench.project.undoStack().undo();
        bench.project.undoStack().undo();
        QCOMPARE(types(bench.project), (std::vector<std::string>{"random_crop", "random_horizontal_flip", "resize"}));
        QCOMPARE(bench.list()->count(), 3);
        chainEdits::add(bench.project, "pad", 0);
        QCOMPARE(types(bench.project)[1], std::string("pad"));
        QTRY_COMPARE(bench.titles().size(), 5);
        QTRY_VERIFY(bench.checker.result()->check.errors.empty());
        chainEdits::move(bench.project, 3, 0);
        QCOMPARE(types(bench.project), (std::vector<std::string>{"resize", "random_crop", "pad", "random_horizontal_flip"}));
    }

    void offersWhatFits()
    {
        Bench bench;
        auto* panel = bench.child<TransformPanel>();
        QStringList offered;
        const auto read = [&] {
            offered.clear();
            for (QAction* action : panel->findChild<QMenu*>()->actions())
                if (!action->isSeparator()) offered << action->text();
            return offered;
        };
        QTRY_VERIFY(read().contains("Gaussian blur"));
        QVERIFY(offered.contains("Normalize") && !offered.contains("Random token mask") && !offered.contains("Standardize"));
    }

    void problemsStandWhereTheyAre()
    {
        Document document = pictures();
        document.transforms = {{"resize", {{"size", Ints{8}}}}, {"center_crop", {{"size", Ints{9}}}}, {"nonsense", {}}};
        Bench bench(document);
        QTRY_COMPARE(bench.titles().size(), 4);
        QTRY_VERIFY(!bench.list()->item(1)->icon().isNull() && !bench.list()->item(2)->icon().isNull() &&
                    bench.list()->item(0)->icon().isNull());
        bench.child<TransformPanel>()->choose(1);
        const auto shows = [&](const QString& text) {
            for (QLabel* label : bench.child<TransformPanel>()->findChildren<QLabel*>())
                if (label->isVisibleTo(bench.page.get()) && label->text().contains(text)) return true;
            return false;
        };
        bench.child<QTabWidget>()->setCurrentIndex(1);
        QTRY_VERIFY(shows("does not fit into pictures of 8 x 8"));
        bench.child<TransformPanel>()->showHelp();
        auto* help = bench.child<HelpPopup>();
        QVERIFY(help && help->isVisible());
        help->close();
        QTRY_VERIFY(bench.preview().columns[2].cells.front().problem.contains("does not fit"));
    }

    void rowsAndTokensAreMarkedWhereTheyChange()
    {
        const auto tokens = std::make_shared<ArrayDataset>(
            std::vector<ArrayDataset::Array>{{"tokens", Tensor::of({1, 4}, std::vector<int64_t>{0, 1, 0, 1}), {"ab", "cd", "<n>"}}});
        PreviewRequest request;
        request.plain = tokens;
        request.steps = {{"random_token_mask", {{"token", "<n>"}, {"rate", 0.5}}}};
        request.seed = 1;
        request.epochs = 8;
        const TransformPreview preview = makePreview(request);
        QCOMPARE(preview.columns[0].cells[0].words[1].first, QString("cd"));
        int changed = 0;
        for (const PreviewCell& cell : preview.columns[1].cells) {
            bool any = false;
            for (const auto& [word, mark] : cell.words) {
                QCOMPARE(mark, word == "<n>");
                any = any || mark;
                changed += mark;
            }
            QCOMPARE(cell.unchanged, !any);
        }
        QVERIFY(changed > 6 && changed < 26);
        const auto rows = std::make_shared<ArrayDataset>(std::vector<ArrayDataset::Array>{{"row", Tensor::of({1, 2}, {5.f, 1.f})}});
        request.plain = rows;
        request.steps = {{"clip", {}}};
        const TransformPreview clipped = makePreview(request);
        QCOMPARE(clipped.columns[1].cells[0].words[0], (std::pair<QString, bool>{"3", true}));
        QCOMPARE(clipped.columns[1].cells[0].words[1], (std::pair<QString, bool>{"1", false}));
    }

    void picturesStayReadableBehindANormalisation()
    {
        const auto data =
            std::make_shared<ArrayDataset>(std::vector<ArrayDataset::Array>{{"x", Tensor::of({1, 1, 2, 2}, {0.f, 0.5f, 0.75f, 1.f})}});
        PreviewRequest request;
        request.plain = data;
        request.steps = {{"normalize", {{"mean", 0.5}, {"std", 0.1}}}};
        const TransformPreview preview = makePreview(request);
        QCOMPARE(preview.columns[0].cells[0].image, preview.columns[1].cells[0].image);
    }
};

QTEST_MAIN(DataPageTest)
#include "data_page.moc"
