// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/runs/step_maker.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "app/link/status.h"

namespace ds::ui {

StepMaker::~StepMaker() { end(); }

void StepMaker::end()
{
    m_done = {};
    if (!m_process) return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(1000);
    m_process.reset();
}

void StepMaker::make(const QString& worker, const QString& runsFolder, const QString& run, int64_t step, Progress progress, Done done)
{
    end();
    m_progress = std::move(progress);
    m_done = std::move(done);
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &StepMaker::read);
    const auto over = [this] {
        read();
        if (Done call = std::exchange(m_done, {}))
            call(Error{phrase("Runs", "the process that makes the step again has ended without a result"), "", ""});
    };
    connect(m_process.get(), &QProcess::finished, this, over);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this, over](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) over();
    });
    m_process->start(
        worker, {QStringLiteral("--runs"), runsFolder, QStringLiteral("--resume"), run, QStringLiteral("--look"), QString::number(step)});
}

void StepMaker::read()
{
    while (m_process && m_process->canReadLine()) take(m_process->readLine());
}

void StepMaker::take(const QByteArray& line)
{
    const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
    if (!json.is_object() || !m_done) return;
    if (json.contains("at") && json["at"].is_number_integer()) {
        if (m_progress) m_progress(json["at"].get<int64_t>());
    } else if (json.contains("made_again")) {
        std::exchange(m_done, {})(json["made_again"]);
    } else if (json.contains("error")) {
        std::exchange(m_done, {})(link::errorFromJson(json["error"]));
    }
}

} // namespace ds::ui
