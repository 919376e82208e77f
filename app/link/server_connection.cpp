// SPDX-License-Identifier: Apache-2.0
#include "app/link/server_connection.h"

#include <QTimer>

#include <algorithm>

#include "app/link/status.h"

namespace ds::link {

namespace {

constexpr int mostWaiting = 64;
constexpr qint64 mostUnread = qint64{32} << 20; // of answers that a client does not fetch
constexpr int greetingMilliseconds = 5000;

bool replaceable(const std::string& ask) { return ask == "predict" || ask == "tensor"; }

} // namespace

ServerConnection::ServerConnection(LinkServer& server, int id, QLocalSocket* socket) : m_server(server), m_id(id), m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(1 << 20);
    connect(m_socket, &QLocalSocket::readyRead, this, &ServerConnection::read);
    connect(m_socket, &QLocalSocket::disconnected, this, [this] { m_server.drop(m_id); });
    QTimer::singleShot(greetingMilliseconds, this, [this] {
        if (!m_greeted) refuse({"no greeting came", "link", ""});
    });
    if (m_socket->bytesAvailable() > 0) QMetaObject::invokeMethod(this, &ServerConnection::read, Qt::QueuedConnection);
}

ServerConnection::~ServerConnection()
{
    for (const Waiting& waiting : m_waiting) *waiting.wanted = false;
}

void ServerConnection::send(const Json& message)
{
    if (m_socket->bytesToWrite() > mostUnread) return m_socket->abort();
    m_socket->write(frameOf(message));
}

void ServerConnection::refuse(const Error& error)
{
    if (m_refused) return;
    m_refused = true;
    send({{"error", errorToJson(error)}});
    m_socket->disconnectFromServer(); // after what was written has gone
}

void ServerConnection::read()
{
    while (!m_refused && m_socket->bytesAvailable() > 0) {
        m_reader.append(m_socket->readAll());
        for (;;) {
            const Result<std::optional<Json>> message = m_reader.next();
            if (!message) return refuse(message.error());
            if (!message.value()) break;
            if (m_greeted) take(**message);
            else greet(**message);
            if (m_refused) return;
        }
    }
}

void ServerConnection::greet(const Json& message)
{
    if (!message.contains("hello") || message["hello"] != greeting) return refuse({"this is no client of a worker", "link", ""});
    if (!message.contains("version") || message["version"] != version)
        return refuse({"the client speaks another version of the protocol; the worker's is " + std::to_string(version), "link",
                       "Use programs of the same release."});
    m_greeted = true;
    m_reader.setMost(mostRequest);
    send({{"hello", greeting}, {"version", version}, {"run", m_server.m_run}, {"session", m_server.m_session}});
}

void ServerConnection::take(const Json& message)
{
    if (!message.contains("tag") || !message["tag"].is_number_integer() || !message.contains("ask") || !message["ask"].is_string())
        return refuse({"a request has no tag or names nothing", "link", ""});
    const auto tag = message["tag"].get<int64_t>();
    const auto ask = message["ask"].get<std::string>();
    if (*m_alive >= mostWaiting) return send({{"tag", tag}, {"error", errorToJson({"too many requests are waiting", "link", ""})}});
    if (replaceable(ask)) replaceOlder(ask);
    const auto wanted = std::make_shared<std::atomic<bool>>(true);
    m_waiting.push_back({tag, ask, wanted});
    // Counts as long as anyone holds the answer, so that replaced requests cannot pile up behind a long step.
    ++*m_alive;
    const std::shared_ptr<void> alive(nullptr, [count = m_alive](void*) { --*count; });
    LinkServer* const server = &m_server;
    const auto reply = [server, id = m_id, tag, alive](Result<Json> result) {
        QMetaObject::invokeMethod(server, [server, id, tag, result = std::move(result)] {
            const auto at = server->m_connections.find(id);
            if (at != server->m_connections.end()) at->second->answer(tag, result);
        });
    };
    m_server.m_handler(ask, message, Answer(reply, wanted));
}

void ServerConnection::replaceOlder(const std::string& ask)
{
    const auto older = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting& waiting) { return waiting.ask == ask; });
    if (older == m_waiting.end()) return;
    *older->wanted = false;
    answer(older->tag, Error{phrase("Runs", "a newer request took its place"), "", ""});
}

void ServerConnection::answer(int64_t tag, const Result<Json>& result)
{
    const auto at = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting& waiting) { return waiting.tag == tag; });
    if (at == m_waiting.end()) return; // it was replaced
    *at->wanted = false;
    m_waiting.erase(at);
    if (result) send({{"tag", tag}, {"ok", *result}});
    else send({{"tag", tag}, {"error", errorToJson(result.error())}});
}

} // namespace ds::link
