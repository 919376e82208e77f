// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "app/workbench/inspection/inspection.h"
#include "inspector/engine/remedy.h"

class QVBoxLayout;

namespace ds::ui {

/// What the rules say of a run: a card for each rule that names a cause, with what follows from it, why, and what may help.
class VerdictCards : public QScrollArea {
    Q_OBJECT

public:
    explicit VerdictCards(QWidget* parent = nullptr);

    /// Remedies are proposed for `project`, the document that they would change.
    void show(const InspectionPtr& inspection, const Document& project);
    void setEmptyText(const QString& text);

signals:
    void placePicked(const QString& place, double step);
    void chosen(const ds::inspector::Proposal& proposal);
    /// To be tried first. `trouble`: the step at which it began.
    void tried(const ds::inspector::Proposal& proposal, int64_t trouble);

private:
    QWidget* cardOf(std::size_t cause);
    /// Links to where the rule has found it; null if it is about the whole training.
    QWidget* placesOf(std::size_t cause);
    void addConsequences(QVBoxLayout& column, std::size_t cause);
    void addRemedies(QVBoxLayout& column, std::size_t cause);

    InspectionPtr m_inspection;
    std::vector<std::vector<inspector::Proposal>> m_proposals; // of each verdict that nothing explains
    QString m_said, m_empty;
};

} // namespace ds::ui
