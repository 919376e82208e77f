// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <vector>

#include "app/workbench/inspection/inspection_feed.h"
#include "app/workbench/inspection/verdict_problems.h"
#include "app/workbench/shell/page.h"

class QComboBox;
class QLabel;
class QProgressBar;

namespace ds::inspector {
struct Proposal;
}

namespace ds::ui {

class DockFrame;
class ExplainPanel;
class LandscapePanel;
class LayerDetail;
class LayerStrips;
class MapPanel;
class OpTable;
class ProfilePanel;
class RatesPanel;
class TensorPanel;
class TimeStrip;
class Trial;
class TrialCard;
class VerdictCards;

/// What went through the layers of a run, what is wrong with it and what helps. Everything comes from the records, while it is shown.
class InspectPage : public Page {
    Q_OBJECT

public:
    explicit InspectPage(PageContext& context, QWidget* parent = nullptr);

    void enter() override;
    void leave() override;
    /// What the feed has read, with the step that was made again.
    InspectionPtr shown();

private:
    void build();
    void refreshChoices();
    void showRun();
    void refresh();
    void showCards();
    void showCost();
    void apply(const inspector::Proposal& proposal);
    void makeAgain(int64_t step);
    void showMadeAgain();
    void offerTensors(int op);
    void askForTensor(int value);
    void tryOut(const inspector::Proposal& proposal, int64_t trouble);
    void showTrial();
    /// The present trial is over and done with; its run is thrown away unless it is kept.
    void endTrial(bool keepRun);
    void showPlace(const QString& place, double step);

    PageContext& m_context;
    InspectionFeed& m_feed;
    SameTraining m_same;
    std::vector<RunInfo> m_newest;
    QComboBox* m_run;
    QLabel* m_note;
    Trial* m_trial = nullptr; // what is tried now
    LayerStrips* m_strips;
    LayerDetail* m_detail;
    TimeStrip* m_time;
    OpTable* m_ops;
    TensorPanel* m_tensor;
    QTemporaryDir m_answers; // files with what was asked for
    int m_tensors = 0;       // that were asked for
    QString m_shownTensor;   // the file
    ExplainPanel* m_explain;
    ProfilePanel* m_profile;
    RatesPanel* m_rates;
    LandscapePanel* m_landscape;
    MapPanel* m_map;
    std::optional<inspector::MadeAgain> m_madeAgain;
    InspectionPtr m_without, m_with; // what the feed has read, and the same with that step
    TrialCard* m_trialCard;
    VerdictCards* m_cards;
    QLabel* m_cost;
    QProgressBar* m_costBar;
    DockFrame* m_frame;
};

} // namespace ds::ui
