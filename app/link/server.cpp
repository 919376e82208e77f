// SPDX-License-Identifier: Apache-2.0
#include "app/link/server.h"

#include "app/link/peer.h"
#include "app/link/server_connection.h"

namespace ds::link {

LinkServer::LinkServer(std::string run, std::string session, Handler handler, QObject* parent)
    : QObject(parent), m_run(std::move(run)), m_session(std::move(session)), m_handler(std::move(handler))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &LinkServer::accept);
}

LinkServer::~LinkServer() = default;

Result<QString> LinkServer::listen(const QStringList& names)
{
    for (const QString& name : names) {
        QLocalServer::removeServer(name); // what a killed process left
        if (m_server.listen(name)) return name;
    }
    return Error{phrase("Runs", "the socket for clients cannot be made: %1").with({m_server.errorString().toStdString()}),
                 names.isEmpty() ? std::string() : names.first().toStdString(), ""};
}

void LinkServer::accept()
{
    constexpr std::size_t mostConnections = 32;
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        // The file's mode keeps others out; this also holds where modes are not obeyed.
        if (!sameUser(socket->socketDescriptor())) {
            delete socket;
            continue;
        }
        const int id = ++m_nextId;
        const auto& connection = m_connections[id] = std::make_unique<ServerConnection>(*this, id, socket);
        if (m_connections.size() > mostConnections) connection->refuse({"too many clients are connected", "link", "Close some of them."});
        emit connectionsChanged();
    }
}

void LinkServer::drop(int id)
{
    const auto at = m_connections.find(id);
    if (at == m_connections.end()) return;
    at->second.release()->deleteLater(); // one of its functions may be at work
    m_connections.erase(at);
    emit connectionsChanged();
}

} // namespace ds::link
