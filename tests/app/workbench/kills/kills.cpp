// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random moments of the window, while it shows a training and saves its project, or of the worker that trains. The run must
// go on without the window and be shown whole by the next one; a dead worker must be told of and resumed; the weights at the end must
// be those of a run that was never disturbed, to the bit; no record may be missing, no project file damaged.
//   DS_KILLS=100 QTEST_FUNCTION_TIMEOUT=3000000 build/tests/app_workbench_kills_kills
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>

#include "app/workbench/runs_view/curve_board.h"
#include "core/base/philox.h"
#include "core/store/checkpoint.h"
#include "core/store/run_store.h"
#include "tests/app/workbench/support/program.h"
#include "widgets/theme/theme.h"

using namespace ds;
using namespace ds::ui;

namespace {

constexpr int steps = 4500;

QString storePath(const QString& folder) { return folder + "/runs/runs.sqlite"; }

std::vector<RunInfo> storedRuns(const QString& folder)
{
    Result<RunStore> store = RunStore::open(storePath(folder).toStdString(), true);
    if (!store) return {};
    Result<std::vector<RunInfo>> runs = store->runs();
    return runs ? *runs : std::vector<RunInfo>{};
}

/// The worker at work for a folder; 0: none.
pid_t workerOf(const QString& folder)
{
    for (const QString& pid : QDir("/proc").entryList(QDir::Dirs)) {
        QFile file("/proc/" + pid + "/cmdline"); // empty once the process has ended
        if (!file.open(QFile::ReadOnly)) continue;
        const QByteArray line = file.readAll();
        if (line.contains("deepseek-worker") && line.contains(folder.toUtf8())) return pid.toInt();
    }
    return 0;
}

/// The window with somebody before it who trains, resumes what died, and saves the project again and again. Says what it sees, one
/// line each: "step N" of the run that is alive, "lost", and "shown N" when the finished run stands there with a history of N steps.
class Person : public QObject {
public:
    Person(Program& program, QString folder) : m_program(program), m_folder(std::move(folder))
    {
        m_program.window.openProject(m_folder + "/wine.dsw");
        m_program.window.showPage("train");
        connect(&m_save, &QTimer::timeout, this, [this] {
            m_program.project.edit("Rename", [this](Document& document) { document.name = "Wine " + std::to_string(++m_saved); });
            if (const Status saved = m_program.project.save(); !saved) say("problem: " + saved.error().message());
        });
        connect(&m_look, &QTimer::timeout, this, &Person::look);
        m_save.start(30);
        m_look.start(20);
    }

private:
    void say(const std::string& text)
    {
        if (text == m_last) return;
        m_last = text;
        std::puts(text.c_str());
        std::fflush(stdout);
    }

    void look()
    {
        LiveRun* run = m_program.run();
        if (!run) return begin();
        switch (run->state()) {
        case LiveState::Running: return say("step " + std::to_string(run->progress().step));
        case LiveState::Finished: return showHistory("train", run->id());
        case LiveState::Lost:
        case LiveState::Failed: return goOn(*run);
        default: return;
        }
    }

    void goOn(const LiveRun& run)
    {
        say("lost");
        for (auto* button : m_program.window.findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == "Resume from the last checkpoint") return button->click();
        if (!run.resumable()) QTest::keyClick(&m_program.window, Qt::Key_F5);
    }

    /// A new window finds a worker that is at work by itself. If there is none, the last run is finished, or resumed, or there is
    /// none yet.
    void begin()
    {
        if (workerOf(m_folder) || !m_program.checker.result()) return;
        const std::vector<RunInfo> runs = storedRuns(m_folder);
        if (!runs.empty() && runs.front().state == RunState::Finished) {
            m_program.window.showPage("runs");
            m_program.window.page("runs")->findChild<QTableView*>()->selectAll();
            return showHistory("runs", QString::fromStdString(runs.front().id));
        }
        Error error;
        LiveRun* run = runs.empty() ? nullptr : m_program.hub->resume(QString::fromStdString(runs.front().id), &error);
        if (run) m_program.hub->setCurrent(run);
        else QTest::keyClick(&m_program.window, Qt::Key_F5);
    }

    void showHistory(const QString& page, const QString& run)
    {
        auto* board = m_program.window.page(page)->findChild<CurveBoard*>();
        const RunData* data = board ? board->data(run) : nullptr;
        const auto loss = data ? data->curves.find("train/loss") : std::map<std::string, CurveData>::const_iterator();
        if (data && loss != data->curves.end() && loss->second.steps.back() >= steps)
            say("shown " + std::to_string(loss->second.steps.size()));
    }

    Program& m_program;
    QString m_folder;
    QTimer m_save, m_look;
    int m_saved = 0;
    std::string m_last;
};

int window(int argc, char** argv, const QString& folder)
{
    QApplication app(argc, argv);
    Theme::instance().attach(app);
    Program program(folder);
    Person person(program, folder);
    return QApplication::exec();
}

} // namespace

class Kills : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_program = QCoreApplication::applicationFilePath();
    std::unique_ptr<QProcess> m_window;
    int64_t m_step = -1, m_shown = -1; // what the window said last; -1: nothing of the kind
    int m_lost = 0;
    QByteArray m_problems;
    Rng m_rng{static_cast<uint64_t>(QDateTime::currentMSecsSinceEpoch())};
    int m_windows = 0, m_workers = 0, m_finished = 0;
    int64_t m_slowestToTell = 0;

    void openWindow()
    {
        m_step = m_shown = -1;
        m_window = std::make_unique<QProcess>();
        m_window->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        connect(m_window.get(), &QProcess::readyReadStandardOutput, this, [this] {
            while (m_window->canReadLine()) hear(m_window->readLine().trimmed());
        });
        m_window->start(m_program, {"--window", m_folder.path()});
        QVERIFY(m_window->waitForStarted());
    }

    void hear(const QByteArray& line)
    {
        if (line.startsWith("step ")) {
            m_step = line.mid(5).toLongLong();
        } else if (line.startsWith("shown ")) {
            m_shown = line.mid(6).toLongLong();
        } else if (line == "lost") {
            ++m_lost;
            m_step = -1;
        } else {
            m_problems += line + '\n';
        }
    }

    /// Waits until the run, as the window sees it, is a random number of steps further. Now and then it does not wait: then the
    /// window is just opening, or busy with what happened before.
    void waitForSomeMoment()
    {
        if (m_rng.below(4) == 0) return;
        QTRY_VERIFY_WITH_TIMEOUT(m_step >= 0 || m_shown >= 0, 60000);
        const int64_t moment = m_step + static_cast<int64_t>(m_rng.below(1200));
        QTRY_VERIFY_WITH_TIMEOUT(m_step >= moment || m_shown >= 0, 60000);
    }

    void killWindow()
    {
        const pid_t pid = workerOf(m_folder.path());
        m_window->kill();
        m_window->waitForFinished();
        ++m_windows;
        // The worker goes on alone to its end.
        if (pid != 0 && workerOf(m_folder.path()) != pid) QCOMPARE(storedRuns(m_folder.path()).front().state, RunState::Finished);
    }

    void killWorker(pid_t pid)
    {
        const int told = m_lost;
        QElapsedTimer clock;
        clock.start();
        ::kill(pid, SIGKILL);
        ++m_workers;
        QTRY_VERIFY_WITH_TIMEOUT(m_lost > told || m_shown >= 0, 30000);
        if (m_lost > told) m_slowestToTell = std::max<int64_t>(m_slowestToTell, clock.elapsed());
    }

    static std::map<std::string, std::string> weights(const QString& path)
    {
        std::map<std::string, std::string> bytes;
        const Result<Checkpoint> checkpoint = checkpoint::load(path.toStdString());
        if (!checkpoint) return bytes;
        for (const NamedTensor& named : checkpoint->tensors)
            bytes[named.name] = {static_cast<const char*>(named.tensor.raw()), named.tensor.bytes()};
        return bytes;
    }

    /// Lets the run come to its end, then compares it with the undisturbed one and removes it, so that a window starts the next.
    void finishRun()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_shown >= 0, 120000);
        QCOMPARE(m_shown, int64_t{steps});
        m_window->kill();
        m_window->waitForFinished();
        ++m_finished;
        Result<RunStore> store = RunStore::open(storePath(m_folder.path()).toStdString());
        QVERIFY(store.ok());
        const std::vector<RunInfo> runs = *store->runs();
        int compared = 0;
        for (const RunInfo& run : runs) {
            if (run.state == RunState::Finished) {
                const QString folder = m_folder.filePath("runs/" + QString::fromStdString(run.id));
                const auto expected = weights(m_folder.filePath("whole/run/last.ckpt"));
                QVERIFY(!expected.empty());
                QVERIFY(weights(folder + "/last.ckpt") == expected);
                const auto losses = *store->scalars(run.id, "train/loss");
                QCOMPARE(losses.size(), std::size_t{steps});
                for (std::size_t i = 0; i < losses.size(); ++i) QCOMPARE(losses[i].step, static_cast<int64_t>(i + 1));
                ++compared;
            }
            QVERIFY(store->remove(run.id).ok());
        }
        QCOMPARE(compared, 1);
        Project project;
        Errors errors;
        QVERIFY(project.open(m_folder.filePath("wine.dsw"), &errors).ok());
        QVERIFY(errors.empty());
        QVERIFY2(m_problems.isEmpty(), m_problems.constData());
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        const std::string source = DS_SOURCE_DIR "/resources/projects/";
        Project project;
        QVERIFY(project.open(QString::fromStdString(source + "wine.dsw")).ok());
        project.edit("", [&](Document& document) {
            document.train.attrs.set("file", source + "data/wine.csv");
            document.training.set("epochs", int64_t{500});
        });
        QVERIFY(project.saveAs(m_folder.filePath("wine.dsw")).ok());
        QProcess worker;
        worker.start(DS_WORKER, {"--runs", m_folder.filePath("whole"), "--project", m_folder.filePath("wine.dsw"), "--run", "run"});
        QVERIFY(worker.waitForFinished(120000));
        QCOMPARE(worker.exitCode(), 0);
    }

    void nothingIsLost()
    {
        const int kills = qEnvironmentVariableIsSet("DS_KILLS") ? qEnvironmentVariableIntValue("DS_KILLS") : 4;
        openWindow();
        while (m_windows + m_workers < kills && !QTest::currentTestFailed()) {
            waitForSomeMoment();
            const pid_t pid = workerOf(m_folder.path());
            if (m_shown >= 0) {
                finishRun();
                openWindow();
            } else if (pid != 0 && m_step >= 0 && m_rng.below(2)) {
                killWorker(pid);
            } else {
                killWindow();
                openWindow();
            }
        }
        QVERIFY(!QTest::currentTestFailed());
        finishRun();
        qInfo("killed %d windows and %d workers, %d runs finished; the slowest window told of a dead worker after %lld ms", m_windows,
              m_workers, m_finished, static_cast<long long>(m_slowestToTell));
    }
};

int main(int argc, char** argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--window") == 0) return window(argc, argv, QString::fromLocal8Bit(argv[2]));
    QApplication app(argc, argv);
    Kills test;
    return QTest::qExec(&test, argc, argv);
}

#include "kills.moc"
