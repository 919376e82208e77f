// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/inspection/inspection_feed.h"

#include "app/workbench/words/words.h"

namespace ds::ui {

namespace {

constexpr int pollInterval = 700; // ms

}

InspectionFeed::InspectionFeed(const QString& runsFolder, QObject* parent) : QObject(parent), m_reader(runsFolder, this)
{
    m_timer.setInterval(pollInterval);
    connect(&m_timer, &QTimer::timeout, this, &InspectionFeed::read);
}

void InspectionFeed::setRun(const QString& run)
{
    if (run == m_run) return;
    m_run = run;
    m_records = m_run.isEmpty() ? nullptr : std::make_shared<InspectionReader>(m_run.toStdString());
    m_inspection = nullptr;
    m_problem.clear();
    emit runChanged();
    emit changed();
    if (m_timer.isActive()) read();
}

void InspectionFeed::setProject(const Document& project)
{
    // What cannot be read is told beside the verdicts.
    const Result<inspector::RuleSettings> rules = inspector::ruleSettingsOf(project.training);
    if (!rules || *rules == m_rules) return;
    m_rules = *rules;
    if (m_timer.isActive()) read();
}

void InspectionFeed::look(const QObject* who, bool looks)
{
    if (looks) m_looking.insert(who);
    else m_looking.remove(who);
    if (m_looking.isEmpty()) return m_timer.stop();
    if (m_timer.isActive()) return;
    m_timer.start();
    read();
}

void InspectionFeed::read()
{
    if (m_reading || !m_records) return;
    m_reading = true;
    m_reader.ask([this, records = m_records, rules = m_rules](RunStore* store) -> std::function<void()> {
        const Result<InspectionPtr> inspection = store ? records->read(*store, rules) : Result<InspectionPtr>(InspectionPtr());
        return [this, records, inspection] { take(records, inspection); };
    });
}

void InspectionFeed::take(const std::shared_ptr<InspectionReader>& records, const Result<InspectionPtr>& inspection)
{
    m_reading = false;
    if (records != m_records) return read(); // another run by now
    if (!inspection) {
        // A run may be asked for before its worker has written it.
        if (m_inspection) m_problem = words::said(inspection.error());
        else return;
    } else if (*inspection) {
        m_inspection = *inspection;
        m_problem.clear();
    } else {
        return;
    }
    emit changed();
}

} // namespace ds::ui
