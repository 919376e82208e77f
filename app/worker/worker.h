// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/link/event_ring.h"
#include "app/link/server.h"
#include "app/link/status.h"
#include "app/worker/usage.h"
#include "core/train/session.h"

namespace ds::worker {

/// One run: trains on a thread of its own, while its clients are served on the thread of this object, which sleeps unless asked.
class Worker : public QObject {
    Q_OBJECT

public:
    /// Makes the session, on the training thread.
    using Open = std::function<Result<std::unique_ptr<TrainSession>>()>;

    Worker(const std::string& run, const std::string& process, Open open, int threads);
    /// Waits for the training.
    ~Worker() override;

    link::LinkServer& server() { return m_server; }
    void start();
    /// In a signal handler, too.
    void stopFromSignal();
    /// Once done() was emitted.
    bool failed() const { return m_failed; }

signals:
    /// The training has ended and the clients had a moment to fetch how.
    void done();

private:
    using Request = std::function<void(TrainSession&)>;

    // On the training thread.
    void train();
    void seen(const TrainEvent& event);
    void end(const Result<Json>& summary);

    // On the thread of this object.
    void handle(const std::string& ask, const Json& request, const link::Answer& answer);
    Json poll(const Json& request);
    Status command(const std::string& ask, const Json& request);
    void fetch(const std::string& ask, const Json& request, const link::Answer& answer);
    void linger();
    /// Now, or once there is a session. An error if there is none any more.
    Status withSession(Request request);

    Open m_open;
    int m_threads;
    link::EventRing m_events;
    link::LinkServer m_server;
    Usage m_usage;
    bool m_failed = false;

    std::mutex m_mutex; // of what follows
    link::WorkerStatus m_status;
    Pace m_pace;
    std::vector<Request> m_early;
    std::unique_ptr<TrainSession> m_session;

    std::atomic<Controls*> m_signalled{nullptr};
    std::atomic<bool> m_stopSignalled{false};
    std::thread m_training;
};

} // namespace ds::worker
