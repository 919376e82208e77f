// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/launch.h"

#include <QDir>
#include <QProcess>

#include "app/link/log_tail.h"
#include "core/train/run_folder.h"

namespace ds::ui {

namespace {

/// Makes the folder of a new run; that reserves its id, since nobody else can make it, too.
Result<QString> newFolder(const QString& runsFolder, const std::string& name)
{
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
        const QString id = QString::fromStdString(newRunId(runsFolder.toStdString(), name));
        if (QDir(runsFolder).mkdir(id)) return id;
    }
    return Error{phrase("Runs", "no folder can be made for the run"), runsFolder.toStdString(),
                 phrase("Runs", "Check that the folder can be written to and has room.")};
}

} // namespace

Result<Launched> launch(const Launch& what)
{
    QString id = what.resume;
    QStringList arguments{QStringLiteral("--runs"), what.runsFolder, QStringLiteral("--threads"), QString::number(what.threads)};
    if (what.document) {
        id = DS_TRY(newFolder(what.runsFolder, what.document->name));
        const QString project = what.runsFolder + u'/' + id + QStringLiteral("/project.dsw");
        DS_TRY(saveDocument(*what.document, project.toStdString()));
        arguments << QStringLiteral("--project") << project << QStringLiteral("--run") << id;
        if (!what.document->folder.empty()) arguments << QStringLiteral("--folder") << QString::fromStdString(what.document->folder);
    } else {
        arguments << QStringLiteral("--resume") << id;
    }
    QProcess worker;
    worker.setProgram(what.program);
    worker.setArguments(arguments);
    worker.setStandardInputFile(QProcess::nullDevice());
    worker.setStandardOutputFile(QProcess::nullDevice());
    // What goes wrong before the worker opens its log goes there, too.
    worker.setStandardErrorFile(link::logPath(what.runsFolder + u'/' + id), QIODevice::Append);
    qint64 pid = 0;
    if (!worker.startDetached(&pid))
        return Error{phrase("Runs", "the worker cannot be started: %1").with({worker.errorString().toStdString()}),
                     what.program.toStdString(), ""};
    return Launched{id, link::WorkerDescriptor::of(pid)};
}

} // namespace ds::ui
