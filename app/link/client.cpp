// SPDX-License-Identifier: Apache-2.0
#include "app/link/client.h"

#include <utility>

#include "app/link/peer.h"

namespace ds::link {

namespace {

constexpr int retryMilliseconds = 150;
constexpr int watchMilliseconds = 500;
constexpr qint64 silenceMilliseconds = 3000;

} // namespace

// The parts are children, so that they go along when the client moves to another thread.
LinkClient::LinkClient(QObject* parent) : QObject(parent), m_socket(this), m_retry(this), m_poll(this), m_watch(this)
{
    m_socket.setReadBufferSize(1 << 20);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMilliseconds);
    m_watch.setInterval(watchMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &LinkClient::connectNow);
    connect(&m_poll, &QTimer::timeout, this, &LinkClient::poll);
    connect(&m_watch, &QTimer::timeout, this, &LinkClient::watch);
    connect(&m_socket, &QLocalSocket::readyRead, this, &LinkClient::read);
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        if (!sameUser(m_socket.socketDescriptor())) return fail(tr("The socket belongs to another user"), true);
        send({{"hello", greeting}, {"version", version}});
    });
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] { fail(tr("The worker hung up"), false); });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { fail(m_socket.errorString(), false); });
}

LinkClient::~LinkClient() { close(); }

void LinkClient::open(const QString& socket)
{
    close();
    m_name = socket;
    m_open = true;
    connectNow();
}

void LinkClient::close()
{
    m_open = false;
    m_retry.stop();
    m_watch.stop();
    m_poll.stop();
    m_socket.abort();
    m_greeted = false;
    failWaiting("the link was closed");
}

void LinkClient::connectNow()
{
    if (!m_open) return;
    m_reader.clear();
    m_socket.abort();
    m_socket.connectToServer(m_name);
}

void LinkClient::setPolling(int interval)
{
    m_interval = interval;
    if (interval > 0 && m_greeted) m_poll.start(interval);
    else m_poll.stop();
}

void LinkClient::send(const Json& message) { m_socket.write(frameOf(message)); }

void LinkClient::ask(const std::string& kind, Json arguments, Done done)
{
    if (!m_greeted) {
        if (done) done(Error{phrase("Runs", "the worker is not connected"), "link", ""});
        return;
    }
    const int64_t tag = m_nextTag++;
    m_waiting[tag] = std::move(done);
    arguments["tag"] = tag;
    arguments["ask"] = kind;
    send(arguments);
}

void LinkClient::poll()
{
    // A worker that is slower than we ask gets one question at a time.
    if (!m_greeted || m_polling) return;
    m_polling = true;
    m_asked.start();
    m_watch.start();
    ask("poll", {{"since", m_since}}, [this](const Result<Json>& answer) {
        m_polling = false;
        m_watch.stop();
        if (std::exchange(m_silent, false)) emit silent(false);
        takePoll(answer);
    });
}

void LinkClient::takePoll(const Result<Json>& answer)
{
    if (!answer) return;
    const auto nonsense = [this] { fail(tr("The worker's answer makes no sense"), false); };
    const Json& json = *answer;
    if (!json.contains("status") || !json.contains("next") || !json["next"].is_number_integer() || !json.contains("events") ||
        !json["events"].is_array())
        return nonsense();
    const Result<WorkerStatus> parsed = statusFromJson(json["status"]);
    if (!parsed) return nonsense();
    for (const Json& item : json["events"])
        if (!item.is_array() || item.size() != 2 || !item[0].is_string() || !item[1].is_object()) return nonsense();
    m_since = json["next"].get<int64_t>();
    const auto flagged = [&](const char* name) { return json.contains(name) && json[name] == true; };
    if (flagged("missed")) emit happened(QStringLiteral("missed"), Json::object());
    for (const Json& item : json["events"]) emit happened(QString::fromStdString(item[0].get<std::string>()), item[1]);
    if (flagged("more")) QMetaObject::invokeMethod(this, &LinkClient::poll, Qt::QueuedConnection);
    else emit status(*parsed); // of an end only after all events
}

void LinkClient::read()
{
    while (m_open && m_socket.bytesAvailable() > 0) {
        m_reader.append(m_socket.readAll());
        for (;;) {
            Result<std::optional<Json>> message = m_reader.next();
            if (!message) return fail(QString::fromStdString(message.error().text.english()), false);
            if (!message.value()) break;
            if (m_greeted) take(**message);
            else greet(**message);
            if (m_socket.state() != QLocalSocket::ConnectedState) return;
        }
    }
}

void LinkClient::greet(const Json& message)
{
    if (message.contains("error")) return fail(QString::fromStdString(errorFromJson(message["error"]).message()), true);
    const auto text = [&](const char* key) {
        return message.contains(key) && message[key].is_string() ? message[key].get<std::string>() : "";
    };
    if (text("hello") != greeting) return fail(tr("This is no worker"), true);
    if (!message.contains("version") || message["version"] != version)
        return fail(tr("The worker speaks another version of the protocol"), true);
    m_greeted = true;
    // After a reconnection we go on where we were; another worker counts its events anew.
    if (m_session != text("session")) m_since = 0;
    m_session = text("session");
    emit greeted(QString::fromStdString(text("run")));
    setPolling(m_interval);
    poll();
}

void LinkClient::take(const Json& message)
{
    if (!message.contains("tag") && message.contains("error"))
        return fail(QString::fromStdString(errorFromJson(message["error"]).message()), false);
    const bool tagged = message.contains("tag") && message["tag"].is_number_integer();
    const auto at = tagged ? m_waiting.find(message["tag"].get<int64_t>()) : m_waiting.end();
    if (at == m_waiting.end()) return fail(tr("The worker sent what nobody asked for"), false);
    const Done done = std::move(at->second);
    m_waiting.erase(at);
    if (!done) return;
    if (message.contains("ok")) done(message["ok"]);
    else done(message.contains("error") ? errorFromJson(message["error"]) : Error{phrase("Runs", "an empty answer"), "link", ""});
}

void LinkClient::watch()
{
    // Of polls only: other requests wait for the end of a step.
    if (m_silent || m_asked.elapsed() < silenceMilliseconds) return;
    m_silent = true;
    emit silent(true);
}

void LinkClient::fail(const QString& reason, bool final)
{
    if (!m_open || m_retry.isActive()) return; // a broken socket reports more than once
    m_greeted = false;
    m_open = false;
    m_poll.stop(); // until there is somebody to ask
    m_socket.abort();
    m_open = !final;
    failWaiting(reason.toStdString());
    emit lost(reason, final);
    if (m_open) m_retry.start();
}

void LinkClient::failWaiting(const std::string& reason)
{
    for (const auto& [tag, done] : std::exchange(m_waiting, {}))
        if (done) done(Error{reason, "link", ""});
}

} // namespace ds::link
