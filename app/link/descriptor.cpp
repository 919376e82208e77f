// SPDX-License-Identifier: Apache-2.0
#include "app/link/descriptor.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <optional>

#include "app/link/protocol.h"

namespace ds::link {

namespace {

QString bootId()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

/// When a process was started; nothing if it is gone, or only waits to be buried.
std::optional<quint64> startOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QByteArray text = file.readAll();
    // The name of the program, in brackets, may hold anything; behind the last bracket the fields go from the third on.
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype state = 0, start = 19;
    if (fields.size() <= start || fields[state] == "Z" || fields[state] == "X") return {};
    return fields[start].toULongLong();
}

} // namespace

QString WorkerDescriptor::path(const QString& runFolder) { return runFolder + QStringLiteral("/worker.json"); }

WorkerDescriptor WorkerDescriptor::own(const QString& socket)
{
    WorkerDescriptor descriptor = of(QCoreApplication::applicationPid());
    descriptor.socket = socket;
    return descriptor;
}

WorkerDescriptor WorkerDescriptor::of(qint64 pid) { return {pid, startOf(pid).value_or(0), bootId(), {}, ds::link::version}; }

Result<WorkerDescriptor> WorkerDescriptor::read(const QString& runFolder)
{
    QFile file(path(runFolder));
    constexpr qint64 mostBytes = 64 << 10;
    if (!file.open(QIODevice::ReadOnly)) return Error{phrase("Runs", "no worker is at work on it"), runFolder.toStdString(), ""};
    const QJsonObject json = QJsonDocument::fromJson(file.read(mostBytes)).object();
    const WorkerDescriptor descriptor{json["pid"].toInteger(), json["started"].toString().toULongLong(), json["boot"].toString(),
                                      json["socket"].toString(), json["version"].toInt()};
    if (descriptor.pid <= 0 || descriptor.started == 0 || descriptor.socket.isEmpty())
        return Error{phrase("Runs", "the description of the worker is damaged"), file.fileName().toStdString(), ""};
    return descriptor;
}

Status WorkerDescriptor::write(const QString& runFolder) const
{
    QSaveFile file(path(runFolder));
    const QJsonObject json{{"pid", pid}, {"started", QString::number(started)}, {"boot", boot}, {"socket", socket}, {"version", version}};
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(json).toJson()) > 0 && file.commit()) return {};
    return Error{phrase("Runs", "cannot be written: %1").with({file.errorString().toStdString()}), path(runFolder).toStdString(), ""};
}

bool WorkerDescriptor::alive() const { return boot == bootId() && startOf(pid) == started; }

} // namespace ds::link
