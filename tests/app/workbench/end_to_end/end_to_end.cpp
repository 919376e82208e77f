// SPDX-License-Identifier: GPL-3.0-or-later
// A person's first afternoon, with mouse and keyboard: build a network for Fashion-MNIST from nothing, train it, pause, change the
// learning rate, step, stop, compare two runs, quit, and find all of it again.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include "app/workbench/pages/design/add_popup.h"
#include "core/store/run_store.h"
#include "tests/app/workbench/support/program.h"
#include "widgets/theme/theme.h"

using namespace ds;
using namespace ds::ui;

namespace {

constexpr QLatin1String folderOfData("/usr/share/datasets/fashion-mnist/");

} // namespace

class EndToEnd : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_program;

    void type(const QString& field, const QString& text, int number = 0)
    {
        auto* edit = m_program->find<QLineEdit>(field, number);
        QVERIFY2(edit, qPrintable(field));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    void choose(const QString& field, const QString& text, int number = 0)
    {
        auto* combo = m_program->find<QComboBox>(field, number);
        QVERIFY2(combo, qPrintable(field));
        combo->setFocus();
        QTest::keyClicks(combo, text);
        QCoreApplication::processEvents();
    }
    void tab(const QString& text)
    {
        for (auto* bar : m_program->window.findChildren<QTabBar*>())
            for (int i = 0; i < bar->count(); ++i)
                if (bar->isVisible() && bar->tabText(i) == text) {
                    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
                    QCoreApplication::processEvents();
                    return;
                }
        QFAIL(qPrintable(text));
    }
    void click(const QString& text)
    {
        for (auto* button : m_program->window.findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL(qPrintable(text));
    }
    /// Selects nothing, so that the project's own settings show.
    void selectNothing()
    {
        Canvas& canvas = m_program->canvas();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QTRY_VERIFY(canvas.selection().isEmpty());
    }
    void addLayer(const QString& name)
    {
        Canvas& canvas = m_program->canvas();
        auto* popup = m_program->design().findChild<AddPopup*>();
        canvas.setFocus();
        QTest::keyClick(&canvas, name.front().toLatin1());
        QTRY_VERIFY(popup->isVisible());
        auto* line = popup->findChild<QLineEdit*>();
        QTest::keyClicks(line, name.mid(1));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!popup->isVisible());
        QCOMPARE(canvas.selection().size(), 1);
        QCoreApplication::processEvents();
    }
    void wait(LiveState state, int seconds = 120) { QTRY_COMPARE_WITH_TIMEOUT(m_program->run()->state(), state, seconds * 1000); }

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        Theme::instance().attach(*qApp);
        m_program = std::make_unique<Program>(m_folder.path());
    }
    void cleanupTestCase() { m_program.reset(); }

    void buildsTheNetwork()
    {
        m_program->press(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(m_program->window.currentPage(), QString("design"));
        tab("Data");
        choose("Kind", "idx");
        type("Images", folderOfData + "train-images-idx3-ubyte.gz");
        type("Labels", folderOfData + "train-labels-idx1-ubyte.gz");
        tab("Training");
        type("Epochs", "1");
        type("Validation share", "0.05");
        tab("Loss");
        choose("Kind", "cross_entropy");
        type("Target", "label");
        QTRY_VERIFY_WITH_TIMEOUT(m_program->checker.result() && m_program->checker.result()->check.data.train, 60000);

        m_program->canvas().select({":data"});
        addLayer("Conv2d");
        type("Filters", "8");
        type("Kernel", "3");
        addLayer("BatchNorm");
        addLayer("ReLU");
        addLayer("MaxPool2d");
        addLayer("Flatten");
        addLayer("Dense");
        type("Units", "10");
        // The last wire by hand, from the layer to the loss.
        Canvas& canvas = m_program->canvas();
        canvas.zoomToFit();
        const QString last = canvas.selection().value(0);
        const QPoint from = canvas.portPosition({last, 0}, false).toPoint(), to = canvas.portPosition({":loss", 0}, true).toPoint();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 5; ++i) QTest::mouseMove(&canvas, from + (to - from) * i / 5, 10);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
        QTRY_COMPARE(m_program->project.document().loss.attrs.string("prediction"), last.toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(m_program->checker.result()->check.errors.empty() &&
                                     m_program->checker.result()->check.document.model.layers.size() == 7,
                                 60000);
    }

    void savesIt()
    {
        const QString path = m_folder.filePath("mine.dsw");
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QTimer typist;
        connect(&typist, &QTimer::timeout, &typist, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog) return;
            typist.stop();
            auto* line = dialog->findChild<QLineEdit*>("fileNameEdit");
            line->setText(path);
            QTest::keyClick(line, Qt::Key_Return);
        });
        typist.start(50);
        m_program->press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(QFile::exists(path));
        QVERIFY(!m_program->project.modified());
    }

    void trainsPausesAndSteps()
    {
        m_program->press(Qt::Key_F5);
        QTRY_COMPARE(m_program->window.currentPage(), QString("train"));
        QTRY_VERIFY(m_program->run());
        QTRY_VERIFY_WITH_TIMEOUT(m_program->run()->progress().step > 20, 120000);
        m_program->press(Qt::Key_F6);
        wait(LiveState::Paused);
        const int64_t before = m_program->run()->progress().step;
        m_program->press(Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(m_program->run()->progress().step, before + 1, 20000);
        type("Learning rate", "0.0005");
        click("Set");
        m_program->press(Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(m_program->run()->progress().step, before + 2, 20000);
        QTRY_COMPARE(m_program->run()->progress().learningRate, 0.0005);
        m_program->press(Qt::Key_F5);
        wait(LiveState::Finished, 600);
    }

    void aSecondRunIsStopped()
    {
        QVERIFY(m_program->run());
        m_program->press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->run()->state() == LiveState::Running && m_program->run()->progress().step > 20, 120000);
        m_program->press(Qt::Key_F5, Qt::ShiftModifier);
        wait(LiveState::Stopped);
    }

    void bothAreComparedAndFoundAgain()
    {
        const auto shown = [this] {
            m_program->press(Qt::Key_6, Qt::ControlModifier);
            QTRY_COMPARE(m_program->window.currentPage(), QString("runs"));
            auto* table = m_program->window.page("runs")->findChild<QTableView*>();
            QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 20000);
            table->setFocus();
            QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
            QTRY_VERIFY(!table->selectionModel()->selectedRows().isEmpty());
        };
        shown();
        QVERIFY(m_program->window.close());
        m_program.reset();
        m_program = std::make_unique<Program>(m_folder.path());
        shown();
        m_program->window.openProject(m_program->settings.recentProjects().value(0));
        QCOMPARE(m_program->project.title(), QString("mine.dsw"));
        QCOMPARE(m_program->project.document().model.layers.size(), std::size_t{7});
        const Result<RunStore> store = RunStore::open(m_folder.filePath("runs/runs.sqlite").toStdString(), true);
        QVERIFY(store.ok());
    }
};

QTEST_MAIN(EndToEnd)
#include "end_to_end.moc"
