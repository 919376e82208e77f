// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random moments of the window, while it shows a training and saves its project, or of the worker that trains. The run must
// go on without the window and be shown whole by the next one; a dead worker must be told of and resumed; the weights at the end must
// be those of a run that was never disturbed, to the bit; no record may be missing, no project file damaged.
//   DS_KILLS=100 app_workbench_kills_kills
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QPushButton>
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

/// The window with somebody before it who trains, resumes what died, and saves the project again and again. Says what it sees, one
/// line each: "lost", "shown STEPS" when the finished run stands on the Train page with all its history.
class Person : public QObject {
public:
    Person(Program& program, QString folder) : m_program(program), m_folder(std::move(folder))
    {
        m_program.window.openProject(m_folder + "/wine.dsw");
        m_program.window.showPage("train");
        connect(&m_save, &QTimer::timeout, this, [this] {
            m_program.project.edit("Rename", [this](Document& document) { document.name = "Wine " + std::to_string(++m_saved); });
            if (const Status saved = m_program.project.save(); !saved) say(saved.error().message());
        });
        connect(&m_look, &QTimer::timeout, this, &Person::look);
        m_save.start(30);
        m_look.start(20);
    }

private:
    static void say(const std::string& text)
    {
        std::puts(text.c_str());
        std::fflush(stdout);
    }

    void look()
    {
        LiveRun* run = m_program.hub->current();
        if (!run) return begin();
        if (run->state() == LiveState::Lost || run->state() == LiveState::Failed) {
            if (!m_told) say("lost");
            m_told = true;
            for (auto* button : m_program.window.findChildren<QPushButton*>())
                if (button->isVisible() && button->text() == "Resume from the last checkpoint") return button->click();
            if (!run->resumable()) QTest::keyClick(&m_program.window, Qt::Key_F5);
            return;
        }
        m_told = false;
        if (run->state() == LiveState::Finished) showHistory(*run);
    }

    /// A new window finds a worker that is at work by itself. If there is none, the last run is resumed, or there is none yet.
    void begin()
    {
        if (!m_waited.isValid()) m_waited.start();
        if (m_waited.elapsed() < 500 || !m_program.checker.result()) return;
        const std::vector<RunInfo> runs = storedRuns(m_folder);
        Error error;
        LiveRun* run = nullptr;
        if (!runs.empty() && runs.front().state == RunState::Finished) return;
        if (!runs.empty()) run = m_program.hub->resume(QString::fromStdString(runs.front().id), &error);
        if (run) m_program.hub->setCurrent(run);
        else QTest::keyClick(&m_program.window, Qt::Key_F5);
    }

    void showHistory(LiveRun& run)
    {
        auto* board = m_program.window.page("train")->findChild<CurveBoard*>();
        const RunData* data = board ? board->data(run.id()) : nullptr;
        const auto loss = data ? data->curves.find("train/loss") : std::map<std::string, CurveData>::const_iterator();
        if (!data || loss == data->curves.end() || loss->second.steps.back() < steps) return;
        say("shown " + std::to_string(loss->second.steps.size()));
        m_look.stop();
    }

    Program& m_program;
    QString m_folder;
    QTimer m_save, m_look;
    QElapsedTimer m_waited;
    int m_saved = 0;
    bool m_told = false;
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
    QByteArray m_said;
    Rng m_rng{static_cast<uint64_t>(QDateTime::currentMSecsSinceEpoch())};
    int m_windows = 0, m_workers = 0, m_finished = 0;
    int64_t m_slowestToTell = 0;

    void openWindow()
    {
        m_said.clear();
        m_window = std::make_unique<QProcess>();
        m_window->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        connect(m_window.get(), &QProcess::readyReadStandardOutput, this, [this] { m_said += m_window->readAllStandardOutput(); });
        m_window->start(m_program, {"--window", m_folder.path()});
        QVERIFY(m_window->waitForStarted());
    }

    /// The worker at work in our folder; 0: none.
    pid_t worker() const
    {
        for (const QString& pid : QDir("/proc").entryList(QDir::Dirs)) {
            QFile file("/proc/" + pid + "/cmdline");
            if (!file.open(QFile::ReadOnly)) continue;
            const QByteArray line = file.readAll();
            if (line.contains("deepseek-worker") && line.contains(m_folder.path().toUtf8())) return pid.toInt();
        }
        return 0;
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
        QTRY_VERIFY_WITH_TIMEOUT(m_said.contains("shown "), 120000);
        QVERIFY2(m_said.contains("shown " + QByteArray::number(steps) + "\n"), m_said.constData());
        m_window->kill();
        m_window->waitForFinished();
        ++m_finished;
        Result<RunStore> store = RunStore::open(storePath(m_folder.path()).toStdString());
        QVERIFY(store.ok());
        const std::vector<RunInfo> runs = *store->runs();
        for (const RunInfo& run : runs) {
            if (run.state == RunState::Finished) {
                const QString folder = m_folder.filePath("runs/" + QString::fromStdString(run.id));
                const auto expected = weights(m_folder.filePath("whole/run/last.ckpt"));
                QVERIFY(!expected.empty());
                QVERIFY(weights(folder + "/last.ckpt") == expected);
                const auto losses = *store->scalars(run.id, "train/loss");
                QCOMPARE(losses.size(), std::size_t{steps});
                for (std::size_t i = 0; i < losses.size(); ++i) QCOMPARE(losses[i].step, static_cast<int64_t>(i + 1));
            }
            QVERIFY(store->remove(run.id).ok());
        }
        Project project;
        Errors errors;
        QVERIFY(project.open(m_folder.filePath("wine.dsw"), &errors).ok());
        QVERIFY(errors.empty());
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
        while (m_windows + m_workers < kills) {
            QTest::qWait(static_cast<int>(100 + m_rng.below(900)));
            if (m_said.contains("shown ")) {
                finishRun();
                openWindow();
                continue;
            }
            const pid_t pid = worker();
            if (m_rng.below(2)) {
                m_window->kill();
                m_window->waitForFinished();
                ++m_windows;
                QVERIFY(pid == 0 || ::kill(pid, 0) == 0); // it goes on alone, unless it is done
                openWindow();
                continue;
            }
            if (pid == 0) continue;
            const qsizetype told = m_said.count("lost");
            QElapsedTimer clock;
            clock.start();
            ::kill(pid, SIGKILL);
            ++m_workers;
            QTRY_VERIFY_WITH_TIMEOUT(m_said.count("lost") > told || m_said.contains("shown "), 30000);
            if (!m_said.contains("shown ")) m_slowestToTell = std::max<int64_t>(m_slowestToTell, clock.elapsed());
        }
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
