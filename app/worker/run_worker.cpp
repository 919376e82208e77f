// SPDX-License-Identifier: Apache-2.0
#include "app/worker/run_worker.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "app/link/descriptor.h"
#include "app/link/log_tail.h"
#include "app/link/socket_name.h"
#include "app/worker/last_words.h"
#include "app/worker/options.h"
#include "app/worker/questions.h"
#include "app/worker/worker.h"
#include "core/store/file_lock.h"
#include "core/train/run_folder.h"
#include "inspector/engine/recorder.h"

namespace ds::worker {

namespace {

Worker* signalled = nullptr;

/// The first asks to stop after the step at hand; the second ends at once.
extern "C" void onStop(int signal)
{
    if (signalled) signalled->stopFromSignal();
    std::signal(signal, SIG_DFL);
}

int tell(const Error& error)
{
    fmt::print(stderr, "{}\n", error.message());
    return 1;
}

/// From here on nothing of the terminal or window that started us is needed: they may go.
Status detach(const std::string& runFolder)
{
    ::setsid(); // fails harmlessly if we lead a session already
    std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    const QByteArray log = QFile::encodeName(link::logPath(QString::fromStdString(runFolder)));
    const int file = ::open(log.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (file < 0 || nothing < 0) return Error{phrase("Runs", "the log cannot be made"), log.toStdString(), ""};
    std::fflush(stdout);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(file, STDOUT_FILENO);
    ::dup2(file, STDERR_FILENO);
    ::close(file);
    ::close(nothing);
    return {};
}

struct Prepared {
    std::string id;
    std::optional<Document> document; // of a new run
};

Result<Prepared> prepare(const Options& options)
{
    namespace fs = std::filesystem;
    if (!options.resume.empty()) {
        if (!fs::exists(runFolder(options.runs, options.resume)))
            return Error{phrase("Runs", "there is no run \"%1\" in %2").with({options.resume, options.runs}), "",
                         phrase("Runs", "See `deepseek runs list`.")};
        return Prepared{options.resume, {}};
    }
    Document document = DS_TRY(projectOf(options));
    std::error_code problem;
    fs::create_directories(options.runs, problem);
    const std::string id = options.id.empty() ? newRunId(options.runs, document.name) : options.id;
    const std::string folder = runFolder(options.runs, id);
    fs::create_directories(folder, problem);
    if (problem)
        return Error{phrase("Runs", "the folder cannot be made: %1").with({problem.message()}), folder,
                     phrase("Runs", "Choose another with --runs.")};
    return Prepared{id, std::move(document)};
}

int host(const Options& options, Prepared& prepared)
{
    const std::string folder = runFolder(options.runs, prepared.id);
    const QString qFolder = QString::fromStdString(folder);
    // Two workers of one run would take each other's log and socket.
    // The threads of one that was just killed may hold the lock for a moment longer than it seems to live.
    const std::string lockFile = (std::filesystem::path(folder) / "worker.lock").string();
    Result<FileLock> lock = FileLock::take(lockFile);
    for (int tries = 0; !lock && tries < 20; ++tries) {
        ::usleep(50000);
        lock = FileLock::take(lockFile);
    }
    if (!lock) return tell(lock.error().in("run " + prepared.id));
    fmt::print("{}\n", Json{{"event", "worker"}, {"run", prepared.id}, {"pid", ::getpid()}}.dump());
    std::fflush(stdout);
    if (!options.keepOutput)
        if (const Status detached = detach(folder); !detached) return tell(detached.error());
    fmt::print(stderr, "{}", logHeader());
    sayFaults();

    const SessionOptions session{options.runs, options.device, prepared.id, std::make_shared<inspector::Recorder>()};
    link::WorkerDescriptor descriptor = link::WorkerDescriptor::own({});
    Worker worker(
        prepared.id, fmt::format("{}-{}", descriptor.pid, descriptor.started),
        [&]() -> Result<std::unique_ptr<TrainSession>> {
            if (prepared.document) return TrainSession::start(std::move(*prepared.document), session);
            return TrainSession::resume(prepared.id, session, [&](Document& d) { return applyChanges(options, d); });
        },
        options.threads);
    const Result<QString> name = worker.server().listen(link::socketNames(qFolder));
    if (!name) return tell(name.error());
    descriptor.socket = *name;
    if (const Status written = descriptor.write(qFolder); !written) return tell(written.error());

    signalled = &worker;
    std::signal(SIGINT, onStop);
    std::signal(SIGTERM, onStop);
    QObject::connect(&worker, &Worker::done, qApp, &QCoreApplication::quit);
    worker.start();
    QCoreApplication::exec();
    signalled = nullptr;
    QFile::remove(link::WorkerDescriptor::path(qFolder));
    return worker.failed() ? 1 : 0;
}

} // namespace

int run(int argc, char** argv)
{
    Options options;
    if (const std::optional<int> code = parse(argc, argv, options)) return *code;
    if (options.questions) return answerQuestions(options);
    QCoreApplication application(argc, argv);
    Result<Prepared> prepared = prepare(options);
    return prepared ? host(options, *prepared) : tell(prepared.error());
}

} // namespace ds::worker
