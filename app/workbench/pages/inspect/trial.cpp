// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/trial.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "app/workbench/runs_view/run_reader.h"
#include "app/workbench/words/words.h"
#include "core/train/run_bin.h"

namespace ds::ui {

namespace {

constexpr int64_t leastSteps = 200, mostSteps = 1000;

/// As far again as it took the trouble to begin.
int64_t stepsFor(const Inspection& origin, int64_t trouble)
{
    const inspector::Facts* facts = origin.trace.facts();
    const int64_t planned = facts ? facts->updates : mostSteps;
    return std::min(planned, std::clamp(2 * trouble, leastSteps, mostSteps));
}

double meanOver(const std::vector<double>& steps, const std::vector<double>& losses, double first, double last)
{
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i] >= first && steps[i] <= last) sum += losses[i], ++count;
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

Trial::Trial(RunHub& hub, RunReader& reader, InspectionPtr origin, inspector::Proposal proposal, int64_t trouble, QObject* parent)
    : QObject(parent), m_hub(hub), m_reader(reader), m_origin(std::move(origin)), m_proposal(std::move(proposal)),
      m_steps(stepsFor(*m_origin, trouble)), m_loss{QStringLiteral("trial"), tr("trial"), 2}
{
}

Status Trial::begin()
{
    Document document = m_origin->document;
    m_proposal.fix.apply(document);
    document.name += " – " + words::said(m_proposal.fix.title).toStdString();
    Error error;
    m_run = m_hub.start(document, &error);
    if (!m_run) return error;
    connect(m_run, &LiveRun::changed, this, &Trial::follow);
    follow();
    return {};
}

void Trial::follow()
{
    if (!m_run || m_dropped) return;
    m_id = m_run->id();
    // Stopped, not shortened: a schedule that knows its end would be another one.
    if (m_run->state() == LiveState::Running && m_run->progress().step >= m_steps) m_run->stop();
    read();
    emit changed();
}

void Trial::read()
{
    if (m_reading || m_id.isEmpty()) return;
    m_reading = true;
    const int64_t next = step() + 1;
    m_reader.ask([self = QPointer(this), run = m_id.toStdString(), next](RunStore* store) -> std::function<void()> {
        Result<std::vector<ScalarRecord>> losses = store ? store->scalars(run, "train/loss", next) : std::vector<ScalarRecord>();
        const auto read = std::make_shared<std::vector<ScalarRecord>>();
        if (losses) *read = std::move(losses).value();
        return [self, read] {
            if (!self) return;
            self->m_reading = false;
            for (const ScalarRecord& loss : *read) {
                self->m_loss.xs.push_back(static_cast<double>(loss.step));
                self->m_loss.ys.push_back(loss.value);
            }
            if (read->empty()) return;
            emit self->changed();
            if (!self->active()) self->read(); // until there is no more
        };
    });
}

void Trial::stop()
{
    if (active()) m_run->stop();
}

void Trial::drop()
{
    m_dropped = true;
    const auto away = [folder = m_hub.runsFolder().toStdString(), run = m_id.toStdString()] {
        if (!run.empty()) (void)moveToBin(folder, run).ok(); // what stays is seen on the page Runs
    };
    if (!active()) return away();
    // It is at work: its files are thrown away once it has ended.
    LiveRun* run = m_run;
    connect(run, &LiveRun::changed, run, [run, away, done = std::make_shared<bool>(false)] {
        if (run->active() || std::exchange(*done, true)) return;
        away();
    });
    run->stop();
}

Trial::Comparison Trial::compare() const
{
    if (m_loss.xs.empty()) return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    const double last = m_loss.xs.back(), first = std::floor(0.9 * last);
    std::vector<double> steps, losses;
    for (const inspector::Trace::Step& step : m_origin->trace.steps()) {
        steps.push_back(static_cast<double>(step.update));
        losses.push_back(step.loss);
    }
    const bool asFar = !steps.empty() && steps.back() >= last;
    return {meanOver(m_loss.xs, m_loss.ys, first, last),
            asFar ? meanOver(steps, losses, first, last) : std::numeric_limits<double>::quiet_NaN()};
}

} // namespace ds::ui
