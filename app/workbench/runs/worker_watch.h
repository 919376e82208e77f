// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <vector>

#include "app/link/client.h"
#include "app/link/descriptor.h"
#include "app/workbench/runs/launch.h"

namespace ds::ui {

/// How a run ended that cannot tell itself any more, or did.
struct RunEnd {
    enum class Kind { Finished, Stopped, Failed, Lost } kind = Kind::Lost;
    QString message;
    bool recorded = false;  ///< the run store knows the run
    bool resumable = false; ///< it has a checkpoint
};

/// Everything of a run that blocks or may be nonsense, on a thread of its own: starts the worker or finds it, keeps the link, and tells
/// when the process has ended. The GUI gets finished values.
class WorkerWatch : public QObject {
    Q_OBJECT

public:
    explicit WorkerWatch(QString runsFolder);

    // On the watch's thread.
    void start(const Launch& what);
    void attach(const QString& id);
    void setPolling(int milliseconds);
    /// A command waits for the link if it is not there yet.
    void ask(const std::string& kind, const Json& arguments, const link::LinkClient::Done& done);

signals:
    void launched(const QString& id, const QString& name);
    void status(const ds::link::WorkerStatus& status);
    void happened(const QString& kind, const ds::Json& data);
    void silent(bool silent);
    void ended(const ds::ui::RunEnd& end);

private:
    struct Waiting {
        std::string kind;
        Json arguments;
        link::LinkClient::Done done;
    };

    QString folder() const { return m_runs + u'/' + m_id; }
    void look();
    void take(const link::WorkerStatus& status);
    void died();
    void finish(RunEnd end);

    QString m_runs, m_id, m_socket;
    link::WorkerDescriptor m_process;
    link::LinkClient m_client;
    QTimer m_look;
    std::vector<Waiting> m_waiting;
    bool m_ended = true;
};

} // namespace ds::ui

Q_DECLARE_METATYPE(ds::ui::RunEnd)
