// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalSocket>
#include <QObject>

#include "app/link/frames.h"
#include "app/link/protocol.h"
#include "app/link/server.h"

namespace ds::link {

/// One client, from its greeting on.
class ServerConnection : public QObject {
    Q_OBJECT

public:
    ServerConnection(LinkServer& server, int id, QLocalSocket* socket);
    ~ServerConnection() override;

    /// Says why and hangs up.
    void refuse(const Error& error);

private:
    struct Waiting {
        int64_t tag;
        std::string ask;
        std::shared_ptr<std::atomic<bool>> wanted;
    };

    void read();
    void greet(const Json& message);
    void take(const Json& message);
    void replaceOlder(const std::string& ask);
    void answer(int64_t tag, const Result<Json>& result);
    void send(const Json& message);

    LinkServer& m_server;
    int m_id;
    QLocalSocket* m_socket;
    FrameReader m_reader{mostGreeting};
    bool m_greeted = false, m_refused = false;
    std::vector<Waiting> m_waiting;
    std::shared_ptr<std::atomic<int>> m_alive = std::make_shared<std::atomic<int>>(0); // answers that are not given away yet
};

} // namespace ds::link
