// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "core/base/error.h"

namespace ds::link {

/// How others find the worker of a run: worker.json in the run's folder.
struct WorkerDescriptor {
    qint64 pid = 0;
    quint64 started = 0; ///< of the process, in the system's ticks since its start, so that a reused pid is recognised
    QString boot;        ///< of the system
    QString socket;
    int version = 0; ///< of the protocol

    static QString path(const QString& runFolder);
    /// Of this process.
    static WorkerDescriptor own(const QString& socket);
    /// Of one that was just started and has not told its socket yet.
    static WorkerDescriptor of(qint64 pid);
    /// An error if there is none, or it is damaged.
    static Result<WorkerDescriptor> read(const QString& runFolder);

    bool sameProcess(const WorkerDescriptor& other) const { return pid == other.pid && started == other.started; }

    Status write(const QString& runFolder) const;
    /// Whether that very process is there.
    bool alive() const;
};

} // namespace ds::link
