// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/hub.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/link/descriptor.h"
#include "app/workbench/runs/records.h"
#include "app/workbench/runs/waiting.h"

namespace ds::ui {

std::unique_ptr<RunHub> createRunHub(const RunHubOptions& options) { return std::make_unique<Hub>(options); }

Hub::Hub(const RunHubOptions& options) : m_options(options), m_onThread(new QObject)
{
    m_options.runsFolder = QDir(options.runsFolder).absolutePath();
    m_thread.setObjectName(QStringLiteral("links"));
    m_onThread->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_onThread, &QObject::deleteLater);
    m_thread.start();
    // A new run makes its folder first; its worker can be found a little later.
    constexpr int laterMilliseconds = 1000;
    m_scan.setSingleShot(true);
    m_scan.setInterval(laterMilliseconds);
    connect(&m_folder, &QFileSystemWatcher::directoryChanged, &m_scan, qOverload<>(&QTimer::start));
    connect(&m_scan, &QTimer::timeout, this, &Hub::scan);
    m_folder.addPath(m_options.runsFolder);
    scan();
    takeOver(); // after those that live: they count for the limit
}

Hub::~Hub()
{
    // Behind what was asked for before: a run just taken out of the queue must not come back with the next window.
    QMetaObject::invokeMethod(m_onThread, [this] { m_thread.quit(); });
    m_thread.wait();
}

void Hub::ask(const QString& run, const Json& question, std::function<void(int64_t)> progress, std::function<void(Result<Json>)> done)
{
    const auto now = [this, run, question, progress = std::move(progress), done = std::move(done)] {
        m_aboutRun.ask(m_options.workerProgram,
                       {QStringLiteral("--runs"), m_options.runsFolder, QStringLiteral("--resume"), run, QStringLiteral("--questions")},
                       question, progress, done);
    };
    // Of a run that is at work only the worker has what lies shortly before the step.
    WorkerRun* live = find(run);
    if (live && live->active() && question.contains("step")) live->leaveSnapshot(question["step"].get<int64_t>(), now);
    else now();
}

void Hub::ask(const Document& document, const Json& question, std::function<void(int64_t)> progress, std::function<void(Result<Json>)> done)
{
    // While it stays the same, so does the process.
    if (std::string text = document.folder + '\n' + documentToJson(document).dump(); text != m_asked) {
        m_asked = std::move(text);
        ++m_askedProjects;
    }
    const QString project = m_projects.filePath(QStringLiteral("%1.dsw").arg(m_askedProjects));
    if (const Status saved = saveDocument(document, project.toStdString()); !saved) return done(saved.error());
    QStringList arguments{QStringLiteral("--runs"),     m_options.runsFolder,
                          QStringLiteral("--threads"),  QString::number(m_options.workerThreads),
                          QStringLiteral("--project"),  project,
                          QStringLiteral("--questions")};
    if (!document.folder.empty()) arguments << QStringLiteral("--folder") << QString::fromStdString(document.folder);
    m_aboutProject.ask(m_options.workerProgram, arguments, question, std::move(progress), std::move(done));
}

void Hub::scan()
{
    QMetaObject::invokeMethod(m_onThread, [this, runs = m_options.runsFolder] {
        const QStringList folders = QDir(runs).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString& id : folders) {
            const Result<link::WorkerDescriptor> descriptor = link::WorkerDescriptor::read(runs + u'/' + id);
            if (!descriptor) continue;
            const std::optional<RunInfo> record = recordOf(runs, id);
            const bool open = !record || record->state == RunState::Running || record->state == RunState::Paused;
            if (!descriptor->alive() && !(open && record)) cleanUp(runs, id, true); // it had come to its end
            else
                QMetaObject::invokeMethod(this, [this, id, name = record ? QString::fromStdString(record->name) : id] { found(id, name); });
        }
    });
}

void Hub::takeOver()
{
    QMetaObject::invokeMethod(m_onThread, [this, runs = m_options.runsFolder] {
        for (const Launch& kept : takeOverWaiting(runs))
            QMetaObject::invokeMethod(this, [this, kept] {
                Launch what = launchOf();
                what.document = kept.document;
                what.resume = kept.resume;
                enqueue(add(kept.document ? QString::fromStdString(kept.document->name) : kept.resume), std::move(what));
            });
    });
}

void Hub::forget(const WorkerRun* run)
{
    const auto kept = m_kept.find(run);
    if (kept == m_kept.end()) return;
    QMetaObject::invokeMethod(m_onThread, [runs = m_options.runsFolder, key = kept->second] { forgetWaiting(runs, key); });
    m_kept.erase(kept);
}

void Hub::found(const QString& id, const QString& name)
{
    WorkerRun* known = find(id);
    if (known && known->active()) return;
    if (!known) known = add(name);
    known->attach(id);
}

Status Hub::ready() const
{
    if (!QFileInfo(m_options.workerProgram).isExecutable())
        return Error{phrase("Runs", "the program that trains is missing"), m_options.workerProgram.toStdString(),
                     phrase("Runs", "Install the workbench again.")};
    if (!QDir().mkpath(m_options.runsFolder) || !QFileInfo(m_options.runsFolder).isWritable())
        return Error{phrase("Runs", "runs cannot be written here"), m_options.runsFolder.toStdString(),
                     phrase("Runs", "Choose another folder in the settings.")};
    return {};
}

WorkerRun* Hub::find(const QString& id) const
{
    const auto at = std::find_if(m_runs.begin(), m_runs.end(), [&](const auto& run) { return !id.isEmpty() && run->id() == id; });
    return at == m_runs.end() ? nullptr : at->get();
}

WorkerRun* Hub::add(const QString& name)
{
    m_runs.push_back(std::make_unique<WorkerRun>(m_options.runsFolder, &m_thread, name));
    WorkerRun* const run = m_runs.back().get();
    connect(run, &WorkerRun::over, this, [this, run] {
        forget(run);
        startWaiting();
    });
    emit added(run);
    return run;
}

Launch Hub::launchOf() const
{
    Launch what;
    what.runsFolder = m_options.runsFolder;
    what.program = m_options.workerProgram;
    what.threads = m_options.workerThreads;
    return what;
}

LiveRun* Hub::start(const Document& document, Error* error)
{
    if (const Status status = ready(); !status) {
        if (error) *error = status.error();
        return nullptr;
    }
    m_folder.addPath(m_options.runsFolder); // it may be new
    Launch what = launchOf();
    what.document = document;
    WorkerRun* const run = add(QString::fromStdString(document.name));
    enqueue(run, std::move(what));
    return run;
}

LiveRun* Hub::resume(const QString& runId, Error* error)
{
    const auto refuse = [&](Error reason) -> LiveRun* {
        if (error) *error = std::move(reason);
        return nullptr;
    };
    if (const Status status = ready(); !status) return refuse(status.error());
    const QString checkpoint = m_options.runsFolder + u'/' + runId + QStringLiteral("/last.ckpt");
    if (runId.isEmpty() || !QFile::exists(checkpoint))
        return refuse({"the run has no checkpoint to go on from", runId.toStdString(), "Start it anew."});
    WorkerRun* run = find(runId);
    if (run && run->active()) return refuse({"the run is at work", runId.toStdString(), ""});
    if (!run) run = add(runId);
    Launch what = launchOf();
    what.resume = runId;
    enqueue(run, std::move(what));
    return run;
}

void Hub::enqueue(WorkerRun* run, Launch what)
{
    run->enqueue(what);
    startWaiting();
    if (run->state() != LiveState::Queued) return;
    const int key = m_kept[run] = ++m_nextKey;
    QMetaObject::invokeMethod(m_onThread, [what = std::move(what), key] { keepWaiting(what, key); });
}

void Hub::setParallelRuns(int most)
{
    m_options.parallelRuns = most;
    startWaiting();
}

void Hub::startWaiting()
{
    const auto atWork = [](const auto& run) { return run->active() && run->state() != LiveState::Queued; };
    auto room = m_options.parallelRuns - std::count_if(m_runs.begin(), m_runs.end(), atWork);
    // By index: whoever hears of a change may add a run.
    for (std::size_t i = 0; i < m_runs.size() && room > 0; ++i) {
        if (m_runs[i]->state() != LiveState::Queued) continue;
        m_runs[i]->begin();
        forget(m_runs[i].get());
        --room;
    }
}

std::vector<LiveRun*> Hub::runs() const
{
    std::vector<LiveRun*> list;
    for (const auto& run : m_runs) list.push_back(run.get());
    return list;
}

} // namespace ds::ui
