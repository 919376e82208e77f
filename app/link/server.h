// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QObject>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json.h"

namespace ds::link {

class ServerConnection;

/// The answer to one request. Called at most once, from any thread, while the server lives.
class Answer {
public:
    Answer(std::function<void(Result<Json>)> send, std::shared_ptr<const std::atomic<bool>> wanted)
        : m_send(std::move(send)), m_wanted(std::move(wanted))
    {
    }
    /// False once a newer request took its place or the client is gone.
    bool wanted() const { return *m_wanted; }
    void operator()(Result<Json> result) const { m_send(std::move(result)); }

private:
    std::function<void(Result<Json>)> m_send;
    std::shared_ptr<const std::atomic<bool>> m_wanted;
};

/// The worker's end. Lives on a thread with an event loop and does nothing while nobody asks.
class LinkServer : public QObject {
    Q_OBJECT

public:
    /// On the server's thread; must not block.
    using Handler = std::function<void(const std::string& ask, const Json& request, Answer answer)>;

    /// `session` names this process: a client that sees another one starts over.
    LinkServer(std::string run, std::string session, Handler handler, QObject* parent = nullptr);
    ~LinkServer() override;

    /// Tries the names in turn. Only the same user can connect. Gives the name.
    Result<QString> listen(const QStringList& names);
    int connections() const { return static_cast<int>(m_connections.size()); }

signals:
    void connectionsChanged();

private:
    friend class ServerConnection;
    void accept();
    void drop(int id);

    std::string m_run, m_session;
    Handler m_handler;
    QLocalServer m_server;
    std::map<int, std::unique_ptr<ServerConnection>> m_connections;
    int m_nextId = 0;
};

} // namespace ds::link
