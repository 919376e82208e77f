// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/inspect/trial_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

#include "app/workbench/pages/inspect/trial.h"
#include "app/workbench/words/words.h"
#include "widgets/plot/number_text.h"
#include "widgets/theme/theme.h"

namespace ds::ui {

namespace {

QLabel* paragraph(const char* property)
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setProperty(property, true);
    return label;
}

} // namespace

TrialCard::TrialCard(QWidget* parent)
    : QFrame(parent), m_title(paragraph("heading")), m_where(paragraph("secondary")), m_result(paragraph("body")),
      m_progress(new QProgressBar), m_keep(new QPushButton(tr("Keep it"))), m_drop(new QPushButton(tr("Drop")))
{
    setProperty("card", true);
    setObjectName(QStringLiteral("trial"));
    setAccessibleName(tr("Trial of a remedy"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_where);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the trial"));
    column->addWidget(m_progress);
    m_result->setTextFormat(Qt::RichText);
    column->addWidget(m_result);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_keep->setProperty("primary", true);
    m_keep->setToolTip(tr("Applies the remedy to the project; undo takes it back"));
    m_drop->setToolTip(tr("Ends the trial and throws its run into the bin"));
    buttons->addWidget(m_keep);
    buttons->addWidget(m_drop);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(m_keep, &QPushButton::clicked, this, &TrialCard::kept);
    connect(m_drop, &QPushButton::clicked, this, &TrialCard::dropped);
    hide();
}

void TrialCard::show(const Trial* trial)
{
    setVisible(trial != nullptr);
    if (!trial) return;
    m_title->setText(tr("Trial: %1").arg(words::said(trial->proposal().fix.title)));
    m_progress->setRange(0, static_cast<int>(trial->steps()));
    m_progress->setValue(static_cast<int>(trial->step()));
    m_progress->setVisible(trial->active());
    const LiveState state = trial->state();
    m_where->setText(state == LiveState::Queued              ? tr("Waits for its turn: another run is at work.")
                     : trial->step() == 0 && trial->active() ? tr("Starting")
                     : trial->active()
                         ? tr("%1 of %2 steps from the first on, beside the run as it was: the same random numbers, the same data.")
                               .arg(countText(trial->step()), countText(trial->steps()))
                         : tr("%1 steps from the first on, beside the run as it was: the same random numbers, the same data.")
                               .arg(countText(trial->step())));
    const Trial::Comparison loss = trial->compare();
    QString text;
    bool better = false;
    if (!trial->active() && (state == LiveState::Failed || state == LiveState::Lost) && trial->step() == 0) {
        text = tr("It could not be trained.");
    } else if (std::isfinite(loss.with)) {
        better = !std::isfinite(loss.without) || loss.with < loss.without;
        text = std::isfinite(loss.without) ? tr("<b>Loss %1</b> instead of %2").arg(numberText(loss.with), numberText(loss.without))
                                           : tr("<b>Loss %1</b>; the run as it was did not get that far").arg(numberText(loss.with));
    } else if (trial->step() > 0) {
        text = tr("<b>Its loss is no number</b>");
    }
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    setStyleSheet(QStringLiteral("#trial { border-left: 4px solid %1; }")
                      .arg(color(trial->active() ? Role::Accent
                                 : better        ? Role::Good
                                                 : Role::Warning)
                               .name()));
}

} // namespace ds::ui
