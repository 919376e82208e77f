// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <functional>
#include <vector>

#include "app/workbench/inspection/inspection.h"
#include "inspector/engine/remedy.h"

class QVBoxLayout;

namespace ds::ui {

/// What the rules say of a run: a card for each rule that names a cause, with what follows from it, why, and what may help. A rule can be
/// dismissed, or told where to begin; what the project has changed of that is listed below.
class VerdictCards : public QScrollArea {
    Q_OBJECT

public:
    explicit VerdictCards(QWidget* parent = nullptr);

    /// Remedies are proposed for `project`, the document that they would change. `empty`: what stands there without verdicts.
    void show(const InspectionPtr& inspection, const Document& project, const QString& empty);

signals:
    void placePicked(const QString& place, double step);
    void chosen(const ds::inspector::Proposal& proposal);
    /// To be tried first. `trouble`: the step at which it began.
    void tried(const ds::inspector::Proposal& proposal, int64_t trouble);
    /// What the project is to ask of the rules from now on; `name` of the undo step.
    void rulesChanged(const ds::inspector::RuleSettings& rules, const QString& name);

private:
    struct Piece {
        QString said; ///< all that it says
        QWidget* widget;
    };
    struct Wanted {
        QString said;
        std::function<QWidget*()> make;
    };
    void arrange(const std::vector<Wanted>& wanted);
    QString saidOf(std::size_t cause) const;
    const inspector::Verdict* rootOf(const inspector::Verdict& verdict) const;
    QWidget* cardOf(std::size_t cause);
    /// Links to where the rule has found it; null if it is about the whole training.
    QWidget* placesOf(std::size_t cause);
    void addConsequences(QVBoxLayout& column, std::size_t cause);
    void addRemedies(QVBoxLayout& column, std::size_t cause);
    void addSettings(QVBoxLayout& column, const inspector::RuleSpec& rule);
    void showThresholds(QVBoxLayout& column, const inspector::RuleSpec& rule);
    QWidget* changedRules();

    InspectionPtr m_inspection;
    std::vector<std::vector<inspector::Proposal>> m_proposals; // of each verdict that nothing explains
    inspector::RuleSettings m_rules;                           // of the project
    const inspector::RuleSpec* m_open = nullptr;               // whose thresholds are shown
    QVBoxLayout* m_column;
    std::vector<Piece> m_pieces; // in the order of the column
};

} // namespace ds::ui
