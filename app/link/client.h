// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

#include "app/link/frames.h"
#include "app/link/protocol.h"
#include "app/link/status.h"

namespace ds::link {

/// The other end of a worker's link. Lives on any thread with an event loop; never blocks it. Tries again as long as it is open, and
/// misses no event that the worker still has.
class LinkClient : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Result<Json>)>;

    explicit LinkClient(QObject* parent = nullptr);
    ~LinkClient() override;

    void open(const QString& socket);
    /// Every request that waits gets an error.
    void close();
    bool connected() const { return m_greeted; }

    /// Asks for the state so often, in milliseconds; 0: never.
    void setPolling(int interval);
    void poll();
    /// Sends {"ask": `kind`, ...`arguments`}. `done` may be empty; it is called exactly once, with an error if the link breaks first.
    void ask(const std::string& kind, Json arguments = Json::object(), Done done = {});

signals:
    void greeted(const QString& run);
    void status(const ds::link::WorkerStatus& status);
    /// In their order. "missed" tells that some before are gone: the records of the run have them.
    void happened(const QString& kind, const ds::Json& data);
    /// The link is broken, or could not be made; it is tried again unless the reason is final (another version).
    void lost(const QString& reason, bool final);
    /// No answer for some seconds, or answers again.
    void silent(bool silent);

private:
    void connectNow();
    void read();
    void take(const Json& message);
    void greet(const Json& message);
    void takePoll(const Result<Json>& answer);
    void fail(const QString& reason, bool final);
    void failWaiting(const std::string& reason);
    void send(const Json& message);
    void watch();

    QString m_name;
    QLocalSocket m_socket;
    FrameReader m_reader{mostAnswer};
    QTimer m_retry, m_poll, m_watch;
    QElapsedTimer m_asked; // the poll that waits
    std::map<int64_t, Done> m_waiting;
    std::string m_session;
    int64_t m_nextTag = 1, m_since = 0;
    int m_interval = 0;
    bool m_open = false, m_greeted = false, m_polling = false, m_silent = false;
};

} // namespace ds::link

Q_DECLARE_METATYPE(ds::link::WorkerStatus)
