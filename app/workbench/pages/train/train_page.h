// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QPointer>

#include <vector>

#include "app/workbench/runs/run_hub.h"
#include "app/workbench/runs_view/run_reader.h"
#include "app/workbench/shell/page.h"

class QToolButton;

namespace ds::ui {

class ConfusionCard;
class CurveBoard;
class CurveTools;
class DockFrame;
class LiveControls;
class LogView;
class RunHeader;
class SamplesCard;
class TrySample;

/// A run as it learns. Curves and events come from the store through a reader, the newest figures from the live run.
class TrainPage : public Page {
    Q_OBJECT

public:
    explicit TrainPage(PageContext& context, QWidget* parent = nullptr);

    void enter() override;
    void leave() override;
    /// The run that is shown; empty: none.
    QString shownRun() const { return m_shown; }

private:
    void build();
    void follow(LiveRun* run);
    void unfollow();
    void showRun(const QString& id);
    void refreshLive();
    void refreshChoices();
    void setComparisons(const QStringList& runs);
    void fillComparisons();
    void take(const RunUpdatePtr& update);
    void projectChecked();
    LiveRun* liveRun(const QString& id) const;
    LiveRun* shownLive() const;

    PageContext& m_context;
    RunReader m_reader;
    QPointer<LiveRun> m_live;
    QMetaObject::Connection m_liveChanged;
    QString m_shown;
    bool m_entered = false;
    LiveState m_lastState = LiveState::Queued;
    QStringList m_comparisons, m_classes;
    std::string m_dataKey; // of the run that is shown
    std::vector<RunInfo> m_newest;
    RunHeader* m_header;
    CurveBoard* m_board;
    CurveTools* m_tools;
    QToolButton* m_compare;
    LiveControls* m_controls;
    LogView* m_log;
    ConfusionCard* m_confusion;
    SamplesCard* m_samples;
    TrySample* m_try;
    DockFrame* m_frame;
};

} // namespace ds::ui
