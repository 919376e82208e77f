// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/errand.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "app/link/status.h"

namespace ds::ui {

Errand::~Errand() { end(); }

void Errand::end()
{
    m_done = {};
    if (!m_process) return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(1000);
    m_process.reset();
}

void Errand::begin(const QString& worker, const QStringList& arguments, Progress progress, Done done)
{
    end();
    m_progress = std::move(progress);
    m_done = std::move(done);
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &Errand::read);
    const auto over = [this] {
        read();
        if (Done call = std::exchange(m_done, {})) call(Error{phrase("Runs", "the process has ended without a result"), "", ""});
    };
    connect(m_process.get(), &QProcess::finished, this, over);
    connect(m_process.get(), &QProcess::errorOccurred, this, [over](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) over();
    });
    m_process->start(worker, arguments);
}

void Errand::read()
{
    while (m_process && m_process->canReadLine()) take(m_process->readLine());
}

void Errand::take(const QByteArray& line)
{
    const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
    if (!json.is_object() || !m_done) return;
    if (json.contains("at") && json["at"].is_number_integer()) {
        if (m_progress) m_progress(json["at"].get<int64_t>());
    } else if (json.contains(m_key)) {
        std::exchange(m_done, {})(json[m_key]);
    } else if (json.contains("error")) {
        std::exchange(m_done, {})(link::errorFromJson(json["error"]));
    }
}

} // namespace ds::ui
