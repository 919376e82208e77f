// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/records.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QThread>

#include "app/link/descriptor.h"
#include "app/link/log_tail.h"
#include "app/link/socket_name.h"
#include "core/store/file_lock.h"
#include "core/store/run_store.h"

namespace ds::ui {

namespace {

std::string storePath(const QString& runsFolder) { return (runsFolder + QStringLiteral("/runs.sqlite")).toStdString(); }

} // namespace

std::optional<RunInfo> recordOf(const QString& runsFolder, const QString& run)
{
    Result<RunStore> store = RunStore::open(storePath(runsFolder), true);
    if (!store) return {};
    Result<RunInfo> info = store->run(run.toStdString());
    if (!info) return {};
    return std::move(*info);
}

void recordLoss(const QString& runsFolder, const QString& run, const QString& message)
{
    const QString lockFile = runsFolder + u'/' + run + QStringLiteral("/lock");
    // The threads of a killed process may hold the lock for a moment longer than it seems to live.
    Result<FileLock> lock = FileLock::take(lockFile.toStdString());
    for (int tries = 0; !lock && tries < 20; ++tries) {
        QThread::msleep(50);
        lock = FileLock::take(lockFile.toStdString());
    }
    if (!lock) return;
    Result<RunStore> store = RunStore::open(storePath(runsFolder));
    if (!store) return;
    const Result<RunInfo> info = store->run(run.toStdString());
    if (!info || (info->state != RunState::Running && info->state != RunState::Paused)) return;
    const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
    (void)store->setState(run.toStdString(), RunState::Failed, now, message.toStdString()).ok();
}

void cleanUp(const QString& runsFolder, const QString& run, bool recorded)
{
    const QString folder = runsFolder + u'/' + run;
    const Result<link::WorkerDescriptor> descriptor = link::WorkerDescriptor::read(folder);
    if (descriptor && descriptor->alive()) return; // somebody went on with it meanwhile
    QFile::remove(link::WorkerDescriptor::path(folder));
    for (const QString& name : link::socketNames(folder)) QFile::remove(name);
    if (recorded) return;
    for (const char* name : {"lock", "project.dsw", "worker.lock"}) QFile::remove(folder + u'/' + QLatin1String(name));
    QFile::remove(link::logPath(folder));
    QDir().rmdir(folder); // stays if there is anything else in it
}

} // namespace ds::ui
