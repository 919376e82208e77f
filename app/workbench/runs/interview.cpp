// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/interview.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/link/status.h"

namespace ds::ui {

namespace {

constexpr int keptIdle = 5 * 60 * 1000; // milliseconds; model and data take memory

} // namespace

Interview::Interview(QObject* parent) : QObject(parent)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(keptIdle);
    connect(&m_idle, &QTimer::timeout, this, &Interview::end);
}

Interview::~Interview()
{
    m_questions.clear();
    end();
}

void Interview::ask(const QString& worker, const QStringList& arguments, const Json& question, Progress progress, Done done)
{
    m_idle.stop();
    std::deque<Question> dropped;
    if (worker != m_worker || arguments != m_arguments) {
        dropped.swap(m_questions);
        end();
        m_worker = worker;
        m_arguments = arguments;
    }
    const std::string kind = question.value("ask", std::string());
    const auto sameKind = [&](const Question& other) { return other.kind == kind; };
    if (!m_questions.empty()) {
        if (const auto waiting = std::find_if(m_questions.begin() + 1, m_questions.end(), sameKind); waiting != m_questions.end())
            m_questions.erase(waiting);
        if (sameKind(m_questions.front())) {
            m_questions.front().done = {};
            if (m_onTheWay) {
                end();
                m_questions.pop_front();
            }
        }
    }
    m_questions.push_back({kind, QByteArray::fromStdString(question.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"),
                           std::move(progress), std::move(done)});
    if (m_questions.size() == 1 || !m_process) send();
    for (const Question& question : dropped) // last: it may ask anew
        if (question.done) question.done(Error{phrase("Runs", "was given up, since something else was asked about meanwhile"), "", ""});
}

void Interview::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, [this] { read(*m_process); });
    connect(m_process.get(), &QProcess::finished, this, &Interview::lost);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) lost();
    });
    m_process->start(m_worker, m_arguments);
}

/// The first question.
void Interview::send()
{
    m_onTheWay = false;
    if (!m_process) start();
    m_process->write(m_questions.front().line);
}

void Interview::end()
{
    if (!m_process) return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(1000);
    m_process.reset();
}

void Interview::read(QProcess& process)
{
    while (process.canReadLine()) take(process.readLine());
}

void Interview::take(const QByteArray& line)
{
    const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
    if (!json.is_object() || m_questions.empty()) return;
    if (json.contains("at") && json["at"].is_number_integer()) {
        m_onTheWay = true;
        if (const Progress tell = m_questions.front().progress; tell && m_questions.front().done) tell(json["at"].get<int64_t>());
        return;
    }
    if (!json.contains("answer") && !json.contains("error")) return;
    const Question answered = std::move(m_questions.front());
    m_questions.pop_front();
    if (!m_questions.empty()) send();
    else m_idle.start();
    if (!answered.done) return;
    if (json.contains("answer")) answered.done(json["answer"]);
    else answered.done(link::errorFromJson(json["error"]));
}

void Interview::lost()
{
    QProcess* gone = m_process.release();
    gone->disconnect(this);
    gone->deleteLater(); // it is on the stack
    read(*gone);         // with which another may have been started
    if (m_process || m_questions.empty()) return;
    // What it was at may have been the reason; what waits is asked anew.
    const Question last = std::move(m_questions.front());
    m_questions.pop_front();
    if (!m_questions.empty()) send();
    if (last.done) last.done(Error{phrase("Runs", "the process has ended without a result"), "", ""});
}

} // namespace ds::ui
