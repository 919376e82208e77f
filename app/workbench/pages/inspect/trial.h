// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

#include "app/workbench/inspection/inspection.h"
#include "app/workbench/runs/run_hub.h"
#include "inspector/engine/remedy.h"
#include "widgets/plot/curve.h"

namespace ds::ui {

class RunReader;

/// A remedy tried on a run of its own, from the first step on: with the same random numbers and the same order of data as the run whose
/// trouble it is for, so that both differ by the remedy only. It ends once enough is seen. GUI thread only.
class Trial : public QObject {
    Q_OBJECT

public:
    /// `trouble`: the step at which it began.
    Trial(RunHub& hub, RunReader& reader, InspectionPtr origin, inspector::Proposal proposal, int64_t trouble, QObject* parent = nullptr);

    /// An error if the run cannot even be tried.
    Status begin();
    void stop();
    /// Stops it and throws its run away. Call it last.
    void drop();

    const inspector::Proposal& proposal() const { return m_proposal; }
    /// Empty until there is one.
    QString run() const { return m_run ? m_run->id() : m_id; }
    bool active() const { return m_run && m_run->active(); }
    int64_t step() const { return static_cast<int64_t>(m_loss.xs.empty() ? 0 : m_loss.xs.back()); }
    int64_t steps() const { return m_steps; }
    const Curve& loss() const { return m_loss; }
    LiveState state() const { return m_run ? m_run->state() : LiveState::Lost; }

    /// The mean loss over the last tenth of the steps that the trial has made: of it, and of the run as it was. nan: not a number, or not
    /// that far.
    struct Comparison {
        double with, without;
    };
    Comparison compare() const;

signals:
    void changed();

private:
    void follow();
    void read();

    RunHub& m_hub;
    RunReader& m_reader;
    InspectionPtr m_origin;
    inspector::Proposal m_proposal;
    int64_t m_steps;
    QPointer<LiveRun> m_run;
    QString m_id;
    Curve m_loss;
    bool m_reading = false, m_dropped = false;
};

} // namespace ds::ui
