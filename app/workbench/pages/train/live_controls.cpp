// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/pages/train/live_controls.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

#include "app/workbench/runs/run_hub.h"
#include "widgets/plot/number_text.h"

namespace ds::ui {

LiveControls::LiveControls(QWidget* parent)
    : QFrame(parent), m_rate(new QLineEdit), m_set(new QPushButton(tr("Set"))), m_schedule(new QPushButton(tr("Back to the schedule"))),
      m_evaluate(new QPushButton(tr("Evaluate now"))), m_checkpoint(new QPushButton(tr("Checkpoint now"))), m_note(new QLabel)
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    auto* title = new QLabel(tr("Learning rate"));
    title->setProperty("section", true);
    auto* half = new QPushButton(tr("÷ 2"));
    auto* twice = new QPushButton(tr("× 2"));
    m_rate->setAccessibleName(tr("Learning rate"));
    m_rate->setToolTip(tr("Return sets it from the next step on"));
    m_evaluate->setToolTip(tr("Measures the validation data with the weights as they are"));
    m_checkpoint->setToolTip(tr("Saves everything, so that the run can go on from here"));
    m_schedule->setToolTip(tr("The learning rate follows the schedule of the project again"));
    m_note->setProperty("secondary", true);
    m_note->setWordWrap(true);
    layout->addWidget(title, 0, 0, 1, 4);
    layout->addWidget(m_rate, 1, 0);
    layout->addWidget(half, 1, 1);
    layout->addWidget(twice, 1, 2);
    layout->addWidget(m_set, 1, 3);
    layout->addWidget(m_note, 2, 0, 1, 2);
    layout->addWidget(m_schedule, 2, 2, 1, 2);
    auto* row = new QHBoxLayout;
    row->addWidget(m_evaluate);
    row->addWidget(m_checkpoint);
    layout->addLayout(row, 3, 0, 1, 4);
    layout->setColumnStretch(0, 1);
    layout->setRowStretch(4, 1);
    for (QPushButton* button : {half, twice}) button->setFixedWidth(46);
    m_set->setFixedWidth(54);
    connect(half, &QPushButton::clicked, this, [this] { scale(0.5); });
    connect(twice, &QPushButton::clicked, this, [this] { scale(2); });
    connect(m_set, &QPushButton::clicked, this, &LiveControls::apply);
    connect(m_rate, &QLineEdit::returnPressed, this, &LiveControls::apply);
    connect(m_schedule, &QPushButton::clicked, this, [this] {
        if (m_run) m_run->setLearningRate({});
        m_byHand = false;
        m_rate->setModified(false);
        refresh();
    });
    connect(m_evaluate, &QPushButton::clicked, this, [this] {
        if (m_run) m_run->evaluate();
    });
    connect(m_checkpoint, &QPushButton::clicked, this, [this] {
        if (m_run) m_run->checkpoint();
    });
    setRun(nullptr);
}

void LiveControls::setRun(LiveRun* run)
{
    if (run != m_run) m_byHand = false;
    m_run = run;
    setEnabled(run != nullptr);
    refresh();
}

void LiveControls::refresh()
{
    m_schedule->setVisible(m_byHand);
    m_note->setText(!m_run ? tr("No run is alive.") : m_byHand ? tr("Set by hand.") : tr("Follows the schedule."));
    // What someone is typing stays.
    if (!m_run || m_run->progress().step == 0 || m_rate->isModified() || m_byHand) return;
    if (const QString rate = numberText(m_run->progress().learningRate); rate != m_rate->text()) m_rate->setText(rate);
}

void LiveControls::scale(double factor)
{
    bool number = false;
    const double rate = m_rate->text().toDouble(&number);
    if (!number) return;
    m_rate->setText(numberText(rate * factor, 6));
    apply();
}

void LiveControls::apply()
{
    bool number = false;
    const double rate = m_rate->text().toDouble(&number);
    const bool good = number && rate >= 0 && rate < 1e9;
    m_rate->setProperty("wrong", !good);
    m_rate->style()->unpolish(m_rate);
    m_rate->style()->polish(m_rate);
    if (!good) {
        m_note->setText(tr("The learning rate is a number of 0 or more, such as 0.001."));
        return;
    }
    if (!m_run) return;
    m_run->setLearningRate(rate);
    m_byHand = true;
    m_rate->setModified(false);
    refresh();
}

} // namespace ds::ui
